/** A key for the content of files: equal keys, equal input. Times and the order on disk do not matter. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Input {
  /** Files and folders, from the root of the repository; a folder counts with all it holds. */
  readonly paths: readonly string[];
  /** What stands below them and is not a source. */
  readonly without?: readonly string[];
  /** What decides as much as the files do: other keys, versions. */
  readonly also?: readonly string[];
}

/** @returns 64 hexadecimal characters */
export function contentKey(root: string, { paths, without = [], also = [] }: Input): string {
  const hash = createHash('sha256').update(JSON.stringify(also));
  for (const path of paths) {
    for (const file of filesAt(root, path, without)) {
      const content = readFileSync(join(root, file));
      hash.update(`\n${file} ${content.length}\n`).update(content);
    }
  }
  return hash.digest('hex');
}

function filesAt(root: string, path: string, without: readonly string[]): readonly string[] {
  if (without.includes(path)) return [];
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return []; // the step that needs it says so in better words
  if (stats.isFile()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesAt(root, `${path}/${name}`, without));
}
