/** What a question to the stored search costs with fifty thousand records, and whether it finds all that a plain scan finds. */
import { gzipSync } from 'node:zlib';
import { compactSearch } from '../../functions/disclosure/search-index.ts';
import { objectKey } from '../../shared/disclosure/pages.ts';
import { publicInspection, publicPenalty } from '../../shared/disclosure/redact.ts';
import type { PublicRecord } from '../../shared/disclosure/record.ts';
import { search } from '../../shared/search/reader.ts';
import type { Fetch } from '../../shared/search/reading.ts';
import { searchText } from '../../shared/search/text.ts';
import { dateInShanghai, instantOf } from '../../shared/time.ts';
import { chanceAt } from '../load/chance.ts';
import { inventedSubject } from '../load/invented-record.ts';
import { MemorySite } from '../support/memory-site.ts';
import { quantile } from './figures.ts';

const RECORDS = 50_000;
const QUESTIONS = 200;
const SHORTEST = 2;
const LONGEST = 12;
const MOST_BUILD_MS = 60_000;
const MOST_BYTES = 150_000;
const MOST_REQUESTS = 15;
const ALL_AT_ONCE = 1_000;

export async function benchSearch(): Promise<{
  readonly lines: readonly string[];
  readonly failures: readonly string[];
}> {
  const now = instantOf(Date.now());
  const records = inventedRecords(Number(process.env['RECORDS'] ?? RECORDS), dateInShanghai(now));
  const site = new MemorySite();
  const begun = performance.now();
  await compactSearch(
    async function* () {
      yield* records;
    },
    site,
    now,
  );
  const buildMs = performance.now() - begun;
  const texts = records.map((record) => [record.id, searchText(record)] as const);
  const costs: Cost[] = [];
  let missed = 0;
  let due = 0;
  const parsed = new Map<string, unknown>();
  for (let nth = 0; nth < QUESTIONS; nth++) {
    const q = question(nth, texts);
    costs.push(await costOf(q, site));
    const found = await everythingFound(q, cached(site, parsed));
    const right = texts.filter(([, text]) => text.includes(q));
    due += right.length;
    missed += right.filter(([id]) => !found.has(id)).length;
  }
  const at = (share: number, figure: (cost: Cost) => number) => quantile(costs.map(figure), share);
  const bytes = (share: number) => at(share, (cost) => cost.bytes);
  const requests = (share: number) => at(share, (cost) => cost.requests);
  const size = [...site.objects.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
  const recall = due === 0 ? 1 : 1 - missed / due;
  const failures = [
    ...(buildMs > MOST_BUILD_MS ? [`the whole build, ${(buildMs / 1000).toFixed(0)} s,`] : []),
    ...(missed > 0 ? [`recall ${recall}`] : []),
    ...(bytes(0.95) > MOST_BYTES ? [`p95 ${bytes(0.95)} bytes a question`] : []),
    ...(requests(0.95) > MOST_REQUESTS ? [`p95 ${requests(0.95)} requests a question`] : []),
  ];
  return {
    lines: [
      `${records.length} records, index of ${site.objects.size} files, ${(size / 1e6).toFixed(1)} MB gz, built in ${(buildMs / 1000).toFixed(1)} s`,
      `${QUESTIONS} questions of ${SHORTEST} to ${LONGEST} characters, ${due} answers by a plain scan: recall ${recall}`,
      `a question, cold   p50 ${kb(bytes(0.5))}, ${requests(0.5)} requests   p95 ${kb(bytes(0.95))}, ${requests(0.95)} requests   max ${kb(bytes(1))}, ${requests(1)} requests`,
    ],
    failures,
  };
}

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;

function inventedRecords(records: number, until: string): readonly PublicRecord[] {
  const plan = { records, until, seed: 1, institutions: 3_000, months: 36 };
  return Array.from({ length: records }, (_, place) => {
    const invented = inventedSubject(plan, place);
    const state =
      'penalty' in invented
        ? publicPenalty(invented.penalty, invented.at, until)
        : publicInspection(invented.inspection, invented.at);
    if (state.state !== 'public') throw new Error(`record ${place} is not public`);
    return state.record;
  });
}

/** A piece of some record's text, out of one field. */
function question(nth: number, texts: readonly (readonly [string, string])[]): string {
  const chance = chanceAt(2, nth);
  for (;;) {
    const [, text] = chance.oneOf(texts);
    const fields = text.split('\n').filter((field) => field.length >= SHORTEST);
    const field = chance.oneOf(fields);
    const length = Math.min(SHORTEST + chance.below(LONGEST - SHORTEST + 1), field.length);
    return field.slice(chance.below(field.length - length + 1)).slice(0, length);
  }
}

interface Cost {
  readonly bytes: number;
  readonly requests: number;
}

/** Of the first page, with nothing in any cache. */
async function costOf(q: string, site: MemorySite): Promise<Cost> {
  let bytes = 0;
  let requests = 0;
  const fetch: Fetch = (path) => {
    const text = site.objects.get(objectKey(path));
    requests++;
    bytes += text === undefined ? 0 : gzipSync(text).length;
    return Promise.resolve(text === undefined ? undefined : (JSON.parse(text) as unknown));
  };
  await search({ q, filters: {}, page: 1 }, fetch);
  return { bytes, requests };
}

const cached =
  (site: MemorySite, parsed: Map<string, unknown>): Fetch =>
  (path) => {
    if (!parsed.has(path)) {
      const text = site.objects.get(objectKey(path));
      parsed.set(path, text === undefined ? undefined : (JSON.parse(text) as unknown));
    }
    return Promise.resolve(parsed.get(path));
  };

async function everythingFound(q: string, fetch: Fetch): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let page = 1, pages = 1; page <= pages; page++) {
    const result = await search({ q, filters: {}, page }, fetch, { perPage: ALL_AT_ONCE });
    for (const { id } of result.records) found.add(id);
    pages = result.pages;
  }
  return found;
}
