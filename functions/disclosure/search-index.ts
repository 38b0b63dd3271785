/**
 * Keeps the search index beside what is public. A publication writes the manifest alone, which holds the newest records whole;
 * now and then the oldest of these become a part of the small block. A withdrawal also blanks the record where its text lies.
 */
import type { PublicRecord } from '../../shared/disclosure/record.ts';
import { buildBlock } from '../../shared/search/block.ts';
import { shardOf } from '../../shared/search/grams.ts';
import {
  blockPath,
  textsPath,
  TEXTS_PER_PAGE,
  type Block,
  type SearchManifest,
  type TextsPage,
} from '../../shared/search/manifest.ts';
import { parsePostings, printPostings } from '../../shared/search/postings.ts';
import {
  deleteSuperseded,
  manifestOrEmpty,
  putAll,
  putTexts,
  readJson,
  saveManifest,
} from './search-files.ts';
import type { IndexSite } from './search-files.ts';

export { compactSearch } from './search-compaction.ts';

export type SearchChange = { readonly put: PublicRecord } | { readonly remove: string };

/** So many may lie in the manifest, which every question reads. */
const MOST_RECENT = 48;
/** Beyond it the small block waits to be merged … */
const MOST_IN_SMALL_BLOCK = 1_000;
/** … but not for ever. */
const MOST_RECENT_AT_ALL = 256;

export async function updateSearch(
  changes: readonly SearchChange[],
  site: IndexSite,
): Promise<void> {
  const before = await manifestOrEmpty(site);
  const ids = new Set(changes.map((change) => ('put' in change ? change.put.id : change.remove)));
  const inBase = await placesOf(before.base, ids, site);
  const inSmall = await placesOf(before.small, ids, site);
  const withdraws = changes.some((change) => 'remove' in change);
  const recent = new Map(before.recent.map((record) => [record.id, record]));
  for (const change of changes) {
    if ('put' in change) recent.set(change.put.id, change.put);
    else recent.delete(change.remove);
  }
  const changed: SearchManifest = {
    ...before,
    ...(before.base && { base: withGone(before.base, inBase) }),
    ...(before.small && { small: withGone(before.small, inSmall) }),
    recent: [...recent.values()],
    superseded: withdraws ? [] : before.superseded,
  };
  // Before anything forgets where they stand: what breaks off here is found again and finished.
  if (before.base) await blank(before.base, inBase, site);
  if (before.small) await blank(before.small, inSmall, site);
  // Files that wait for readers of an older manifest hold the record too: those must ask for a newer one.
  for (const old of withdraws ? before.superseded : []) await deleteSuperseded(old, site);
  const after = await sealed(changed, site);
  if (JSON.stringify(after) !== JSON.stringify(before)) await saveManifest(site, after);
}

/** Where the records stand in the block. */
async function placesOf(
  block: Block | undefined,
  ids: ReadonlySet<string>,
  site: IndexSite,
): Promise<readonly number[]> {
  if (!block) return [];
  const places: number[] = [];
  for (const id of ids) {
    const path = blockPath(block, 'ids', shardOf(id, block.ids));
    const place = (await readJson<Readonly<Record<string, number>>>(site, path))?.[id];
    if (place !== undefined) places.push(place);
  }
  return places;
}

function withGone(block: Block, places: readonly number[]): Block {
  if (places.length === 0) return block;
  const gone = new Set([...parsePostings(block.gone), ...places]);
  return { ...block, gone: printPostings([...gone].sort((a, b) => a - b)) };
}

async function blank(block: Block, places: readonly number[], site: IndexSite): Promise<void> {
  const pages = Map.groupBy(places, (place) => Math.floor(place / TEXTS_PER_PAGE));
  for (const [page, own] of pages) {
    const path = textsPath(block, page);
    const content = await readJson<TextsPage>(site, path);
    const left = content?.map((record, at) =>
      own.includes(page * TEXTS_PER_PAGE + at) ? null : record,
    );
    if (left) await putTexts(site, { path, content: left });
  }
}

/** With the oldest of the recent records in the small block, when they are many. */
async function sealed(manifest: SearchManifest, site: IndexSite): Promise<SearchManifest> {
  const { small, recent } = manifest;
  if (recent.length <= MOST_RECENT) return manifest;
  const isFull = (small?.documents ?? 0) >= MOST_IN_SMALL_BLOCK;
  if (isFull && recent.length <= MOST_RECENT_AT_ALL) return manifest;
  const most = recent.length - MOST_RECENT / 2;
  const moving = recent.slice(0, most - (most % TEXTS_PER_PAGE));
  const sequence = manifest.sequence + 1;
  const block = await putAll(
    buildBlock(allOf(small, moving, site), {
      folder: small?.folder ?? `small-${sequence}`,
      edition: sequence,
      writtenPages: (small?.documents ?? 0) / TEXTS_PER_PAGE,
    }),
    site,
  );
  return {
    ...manifest,
    sequence,
    small: block,
    recent: recent.slice(moving.length),
    superseded: [...manifest.superseded, ...(small ? [{ block: small, whole: false }] : [])],
  };
}

/** What the block has and what comes to it, read page by page. */
async function* allOf(
  block: Block | undefined,
  added: readonly PublicRecord[],
  site: IndexSite,
): AsyncGenerator<PublicRecord | null> {
  const gone = new Set(block && parsePostings(block.gone));
  for (let page = 0; block && page * TEXTS_PER_PAGE < block.documents; page++) {
    const content = await readJson<TextsPage>(site, textsPath(block, page));
    if (!content) throw new Error('a part of the search index is missing');
    for (const [at, record] of content.entries()) {
      yield gone.has(page * TEXTS_PER_PAGE + at) ? null : record;
    }
  }
  yield* added;
}
