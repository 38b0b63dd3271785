/** How the index is read: file by file, each as JSON. */
import { emptyManifest, SEARCH_MANIFEST_PATH, type SearchManifest } from './manifest.ts';

/** Undefined: the file is not there. @param anew - past every cache */
export type Fetch = (path: string, anew?: boolean) => Promise<unknown>;

/** A file that the manifest names is not there: a newer manifest names others. */
export class IndexChanged extends Error {
  override name = 'IndexChanged';
}

export async function manifestOf(fetch: Fetch, anew = false): Promise<SearchManifest> {
  const found = (await fetch(SEARCH_MANIFEST_PATH, anew)) as SearchManifest | undefined; // nobody else writes it
  return found ?? emptyManifest;
}
