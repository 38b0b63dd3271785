/** The files of the search index in the site bucket. */
import type { IndexFile } from '../../shared/search/block.ts';
import { objectKey } from '../../shared/disclosure/pages.ts';
import {
  blockPath,
  columnPath,
  emptyManifest,
  filesOf,
  FORMAT,
  SEARCH_MANIFEST_PATH,
  pagesOf,
  textsPath,
  type Block,
  type BlockFile,
  type SearchManifest,
  type Superseded,
} from '../../shared/search/manifest.ts';
import { columnNames } from '../../shared/search/facets.ts';
import type { Site } from '../ports.ts';
import { allOf } from './all-of.ts';
import { SHORT_CACHE } from './publisher.ts';

export type IndexSite = Pick<Site, 'get' | 'put' | 'delete'>;

const FOR_EVER = 'public, max-age=31536000, immutable';
const JSON_TYPE = 'application/json; charset=utf-8';
const AT_ONCE = 16;

/** @returns undefined when there is none, or one of another format: then the index is to be built */
export async function loadManifest(site: Pick<Site, 'get'>): Promise<SearchManifest | undefined> {
  const manifest = await readJson<SearchManifest>(site, SEARCH_MANIFEST_PATH);
  return manifest?.format === FORMAT ? manifest : undefined;
}

export const manifestOrEmpty = async (site: Pick<Site, 'get'>): Promise<SearchManifest> =>
  (await loadManifest(site)) ?? emptyManifest;

export const saveManifest = (site: Pick<Site, 'put'>, manifest: SearchManifest): Promise<void> =>
  site.put(objectKey(SEARCH_MANIFEST_PATH), JSON.stringify(manifest), JSON_TYPE, SHORT_CACHE);

export async function readJson<T>(site: Pick<Site, 'get'>, path: string): Promise<T | undefined> {
  const text = await site.get(objectKey(path));
  return text === undefined ? undefined : (JSON.parse(text) as T); // what this room wrote
}

/** Texts keep their name when a record in them goes, so that nobody keeps them for long. */
export const putTexts = (site: Pick<Site, 'put'>, { path, content }: IndexFile): Promise<void> =>
  site.put(objectKey(path), JSON.stringify(content), JSON_TYPE, SHORT_CACHE);

/** Writes the files as they come, some side by side. @returns what the making of them returns */
export async function putAll<T>(files: AsyncGenerator<IndexFile, T>, site: IndexSite): Promise<T> {
  const isTexts = (path: string) => /\/texts-\d+\.json$/.test(path);
  const under = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const allWell = () => {
    if (failures.length > 0) throw failures[0];
  };
  for (;;) {
    const next = await files.next();
    if (next.done) {
      await Promise.all(under);
      allWell();
      return next.value;
    }
    const { path, content } = next.value;
    const cache = isTexts(path) ? SHORT_CACHE : FOR_EVER;
    const put = site
      .put(objectKey(path), JSON.stringify(content), JSON_TYPE, cache)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => under.delete(put));
    under.add(put);
    if (under.size >= AT_ONCE) await Promise.race(under);
    allWell(); // nobody may name files that are not all there
  }
}

/** Deletes what no manifest names any more; twice does no harm. */
export async function deleteSuperseded({ block, whole }: Superseded, site: IndexSite) {
  const paths = [...editionPaths(block), ...(whole ? textsPaths(block) : [])];
  await allOf(
    paths.map((path) => () => site.delete(objectKey(path))),
    AT_ONCE,
  );
}

const editionPaths = (block: Block): readonly string[] => [
  ...columnNames.map((name) => columnPath(block, name)),
  ...(Object.keys(filesOf) as BlockFile[]).flatMap((file) =>
    Array.from({ length: block[filesOf[file]] }, (_, shard) => blockPath(block, file, shard)),
  ),
];

const textsPaths = (block: Block): readonly string[] =>
  Array.from({ length: pagesOf(block.documents) }, (_, page) => textsPath(block, page));
