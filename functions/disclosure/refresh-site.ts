/**
 * When the window was built anew, everything public is written anew from the table: assets, records, lists, data files, search.
 *
 * A large register does not fit into one run. The work is a row of tasks with names in order; a run does what its time allows,
 * notes the last name, and asks to be called again. Publications take their turns in between.
 */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { LOOKS_PATH, objectKey } from '../../shared/disclosure/pages.ts';
import type { Site } from '../ports.ts';
import type { Publisher } from './publisher.ts';
import { everyTask } from './refresh-tasks.ts';

interface Deps extends Publisher {
  /** Asks for the next run. @param step - another one for each */
  readonly again: (step: string) => Promise<void>;
}

const MARKER = '_release'; // the last thing written: while it is old, the work is not done
const PROGRESS = '_refresh';
const RUN_MILLISECONDS = 20_000; // a publication may wait behind a run

const FOR_EVER = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';
/** It stands in for what follows the reader's choices, and may not be kept in its place. */
const A_MINUTE = 'public, max-age=0, s-maxage=60';

const cacheOf = (key: string): string =>
  key.startsWith(`${objectKey(LOOKS_PATH)}/`)
    ? A_MINUTE
    : key.includes('/immutable/')
      ? FOR_EVER
      : AN_HOUR;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** @param client - the window's static files, beside the bundle */
export async function refreshSite(
  release: string,
  deps: Deps,
  client: string = join(import.meta.dirname, 'client'),
): Promise<void> {
  const { site, now } = deps;
  if ((await site.get(MARKER)) === release) return;
  const endsAt = Date.parse(now()) + RUN_MILLISECONDS;
  const later = async (done: string) => {
    await site.put(PROGRESS, JSON.stringify({ release, done }), 'application/json', 'no-store');
    await deps.again(`${release}-${Date.parse(now())}`);
  };
  const done = await reached(release, site);
  if (done === undefined) {
    await putAssets(client, site);
    return later('');
  }
  for await (const { name, run } of everyTask(deps, done)) {
    await run();
    if (Date.parse(now()) >= endsAt) return later(name);
  }
  await site.put(MARKER, release, 'text/plain', 'no-store');
  await site.delete(PROGRESS);
}

/** The last task that a run for this release did; undefined when none ran yet. */
async function reached(release: string, site: Site): Promise<string | undefined> {
  const text = await site.get(PROGRESS);
  const progress =
    text && (JSON.parse(text) as { readonly release: string; readonly done: string }); // written above
  return progress && progress.release === release ? progress.done : undefined;
}

async function putAssets(client: string, site: Site): Promise<void> {
  for (const entry of await readdir(client, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const key = relative(client, file).split(sep).join('/');
    const type = contentTypes[extname(key)] ?? 'application/octet-stream';
    await site.put(key, await readFile(file), type, cacheOf(key));
  }
}
