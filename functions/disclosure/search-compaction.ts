/** Merges the whole search index into one block when that is due, and deletes what nobody reads any more. */
import type { PublicRecord } from '../../shared/disclosure/record.ts';
import { buildBlock } from '../../shared/search/block.ts';
import {
  blocksOf,
  emptyManifest,
  pagesOf,
  textsPath,
  type SearchManifest,
  type Superseded,
} from '../../shared/search/manifest.ts';
import { parsePostings } from '../../shared/search/postings.ts';
import { objectKey } from '../../shared/disclosure/pages.ts';
import { plusSeconds, type Instant } from '../../shared/time.ts';
import { deleteSuperseded, loadManifest, putAll, saveManifest } from './search-files.ts';
import type { IndexSite } from './search-files.ts';

/** The small block is worth merging. */
const MANY_RECORDS = 512;
const MANY_GONE = 256;
/** A withdrawn record's grams stand no longer than this, though no text is left of them. */
const LONGEST_GONE_SECONDS = 86_400;
/** Longer than any cache keeps a manifest that still names them. */
const SUPERSEDED_SECONDS = 180;

/** On every tick. @param documents - everything public, oldest first; read only when there is something to merge */
export async function compactSearch(
  documents: () => AsyncIterable<PublicRecord>,
  site: IndexSite,
  now: Instant,
): Promise<void> {
  const found = await loadManifest(site);
  const before = await swept(found ?? emptyManifest, site, now);
  const after = isDue(before, now) ? await merged(before, documents, site, now) : before;
  if (JSON.stringify(after) !== JSON.stringify(found)) await saveManifest(site, after);
}

function isDue(manifest: SearchManifest, now: Instant): boolean {
  const { builtAt, small, goneSince } = manifest;
  if (!builtAt || (small && small.documents >= MANY_RECORDS)) return true;
  if (goneIn(manifest) >= MANY_GONE) return true;
  return goneSince !== undefined && plusSeconds(goneSince, LONGEST_GONE_SECONDS) <= now;
}

const goneIn = (manifest: SearchManifest): number =>
  blocksOf(manifest).reduce((sum, { gone }) => sum + parsePostings(gone).length, 0);

/** Without what was superseded long enough ago, and with the moments from which things count. */
async function swept(
  manifest: SearchManifest,
  site: IndexSite,
  now: Instant,
): Promise<SearchManifest> {
  const { goneSince, ...rest } = manifest;
  const superseded: Superseded[] = [];
  for (const entry of manifest.superseded) {
    const { since = now } = entry;
    if (plusSeconds(since, SUPERSEDED_SECONDS) <= now) await deleteSuperseded(entry, site);
    else superseded.push({ ...entry, since });
  }
  return {
    ...rest,
    superseded,
    ...(goneIn(manifest) > 0 && { goneSince: goneSince ?? now }),
  };
}

async function merged(
  before: SearchManifest,
  documents: () => AsyncIterable<PublicRecord>,
  site: IndexSite,
  now: Instant,
): Promise<SearchManifest> {
  const sequence = before.sequence + 1;
  const folder = `base-${sequence}`;
  const block = await putAll(buildBlock(documents(), { folder, edition: sequence }), site);
  await deleteLeftovers(folder, block.documents, site);
  return {
    ...emptyManifest,
    sequence,
    builtAt: now,
    ...(block.documents > 0 && { base: block }),
    superseded: [
      ...before.superseded,
      ...blocksOf(before).map((old) => ({ block: old, whole: true, since: now })),
    ],
  };
}

/** Texts of an attempt that broke off and had more of them. */
async function deleteLeftovers(folder: string, documents: number, site: IndexSite): Promise<void> {
  for (let page = pagesOf(documents); ; page++) {
    const key = objectKey(textsPath({ folder }, page));
    if ((await site.get(key)) === undefined) return;
    await site.delete(key);
  }
}
