/** Does the stored search hold exactly what is public, and find records by parts of their text? Read as a browser reads it. */
import { isDeepStrictEqual } from 'node:util';
import { objectKey } from '../../shared/disclosure/pages.ts';
import type { PublicRecord } from '../../shared/disclosure/record.ts';
import { search } from '../../shared/search/reader.ts';
import type { Fetch } from '../../shared/search/reading.ts';
import { chanceAt } from '../load/chance.ts';
import { publicRecords } from './check-table.ts';
import type { Objects } from './check-page.ts';
import type { Report } from './fault.ts';
import type { Register } from './read-register.ts';

const RESULTS_AT_ONCE = 1_000;
const MOST_ASKED = 200;
const SEED = 1;

export const fetchFrom =
  (site: Objects): Fetch =>
  async (path) => {
    const text = await site.get(objectKey(path));
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  };

export async function checkSearch(
  register: Register,
  site: Objects,
  report: Report,
): Promise<void> {
  const fetch = fetchFrom(site);
  const found = new Map<string, PublicRecord>();
  for (let page = 1, pages = 1; page <= pages; page++) {
    const result = await search({ q: '', filters: {}, page }, fetch, { perPage: RESULTS_AT_ONCE });
    for (const record of result.records) found.set(record.id, record);
    pages = result.pages;
  }
  const records = publicRecords(register);
  for (const record of records) {
    const indexed = found.get(record.id);
    if (!indexed) report('SEARCH', record.path, 'the search does not hold it');
    else if (!isDeepStrictEqual(indexed, record))
      report('SEARCH', record.path, 'the search shows it as it does not stand');
  }
  for (const id of found.keys()) {
    const standing = register.standings.get(id);
    if (!standing || 'tombstone' in standing)
      report('SEARCH', `records/${id}`, 'the search holds what is not public');
  }
  for (const record of chosen(records)) {
    const words = partOf(record);
    if (!(await finds(record, words, fetch)))
      report('SEARCH', record.path, `it is not found by ${words}`);
  }
}

/** All of a small register, some of a large one, the same ones every time. */
function chosen(records: readonly PublicRecord[]): readonly PublicRecord[] {
  if (records.length <= MOST_ASKED) return records;
  const chance = chanceAt(SEED, records.length);
  return Array.from({ length: MOST_ASKED }, () => chance.oneOf(records));
}

/** The number of its decision, or what it is called. */
const partOf = (record: PublicRecord): string =>
  (record.kind === 'penalty' ? record.decisionNumber : record.title).replaceAll(/\s/g, '');

async function finds(record: PublicRecord, q: string, fetch: Fetch): Promise<boolean> {
  const filters = record.institution ? { institution: record.institution.id } : {};
  const query = { q, filters: {}, page: 1, ...filters };
  const { records } = await search(query, fetch, { perPage: RESULTS_AT_ONCE });
  return records.some(({ id }) => id === record.id);
}
