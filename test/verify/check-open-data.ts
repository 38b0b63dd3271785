/** Are the files of each month complete and what the manifest says of them, and do the site maps name exactly what is public? */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { inspectionColumns, penaltyColumns } from '../../shared/disclosure/csv-columns.ts';
import { dataFilePath, type DataFile } from '../../shared/disclosure/data-files.ts';
import { locales, localPath, objectKey } from '../../shared/disclosure/pages.ts';
import type { PublicRecord, RecordKind } from '../../shared/disclosure/record.ts';
import { monthOf } from '../../shared/time.ts';
import { readCsv } from '../support/validity.ts';
import { publicRecords } from './check-table.ts';
import { isAnswered, type Objects } from './check-page.ts';
import type { Report } from './fault.ts';
import type { Register } from './read-register.ts';

/** @returns the keys that are explained by it */
export async function checkOpenData(
  register: Register,
  site: Objects,
  report: Report,
): Promise<readonly string[]> {
  const keys: string[] = [];
  const records = Map.groupBy(publicRecords(register), monthKeyOf);
  for (const { figures, files } of register.months) {
    const own = (records.get(`${figures.kind}#${figures.month}`) ?? []).toSorted(oldestFirst);
    for (const format of ['csv', 'jsonl'] as const) {
      const path = dataFilePath(figures.kind, figures.month, format);
      keys.push(objectKey(path));
      const file = files.find((candidate) => candidate.path === path);
      await checkFile(objectKey(path), format, own, file, site, report);
    }
  }
  return keys;
}

async function checkFile(
  key: string,
  format: DataFile['format'],
  records: readonly PublicRecord[],
  file: DataFile | undefined,
  site: Objects,
  report: Report,
): Promise<void> {
  const text = await site.get(key);
  if (text === undefined) return report('MISSING', key, 'the table has this month');
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (file?.sha256 !== sha256 || file.bytes !== bytes.length || file.records !== records.length)
    report(
      'HASH',
      key,
      `the table says ${file?.records} records, ${file?.bytes} bytes, ${file?.sha256}; there are ${records.length}, ${bytes.length}, ${sha256}`,
    );
  try {
    const difference =
      format === 'csv' ? csvDifference(text, records) : lineDifference(text, records);
    if (difference) report('DIFFERS', key, difference);
  } catch (error) {
    report('UNREADABLE', key, String(error));
  }
}

function lineDifference(text: string, records: readonly PublicRecord[]): string | undefined {
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.length !== records.length) return `${lines.length} lines for ${records.length} records`;
  const at = records.findIndex(
    (record, place) => !isDeepStrictEqual(JSON.parse(lines[place] ?? ''), record),
  );
  return at < 0 ? undefined : `line ${at + 1} is not ${records[at]?.id} as the table has it`;
}

function csvDifference(text: string, records: readonly PublicRecord[]): string | undefined {
  const [, ...rows] = readCsv(text);
  if (rows.length !== records.length) return `${rows.length} rows for ${records.length} records`;
  const at = records.findIndex(
    (record, place) => !isDeepStrictEqual(withoutOrigin(rows[place]), cellsOf(record)),
  );
  return at < 0 ? undefined : `row ${at + 2} is not ${records[at]?.id} as the table has it`;
}

/** The address of the record's page, in the last column, is whole. */
const withoutOrigin = (cells: readonly string[] = []): readonly string[] =>
  cells.with(-1, cells.at(-1)?.replace(/^https?:\/\/[^/]+/, '') ?? '');

const cellsOf = (record: PublicRecord): readonly string[] =>
  record.kind === 'penalty'
    ? penaltyColumns.map((column) => column.of(record))
    : inspectionColumns.map((column) => column.of(record));

const monthKeyOf = ({ kind, publishedOn }: PublicRecord): string =>
  `${kind}#${monthOf(publishedOn)}`;

const oldestFirst = (a: PublicRecord, b: PublicRecord): number =>
  `${a.publishedAt}#${a.id}` < `${b.publishedAt}#${b.id}` ? -1 : 1;

const SITEMAP = 'sitemap.xml';

/** @returns the keys that are explained by it: every map that the index names, and those that name nothing any more */
export async function checkSitemaps(
  register: Register,
  keys: ReadonlySet<string>,
  site: Objects,
  report: Report,
): Promise<readonly string[]> {
  const index = await site.get(SITEMAP);
  if (index === undefined) {
    report('MISSING', SITEMAP, 'robots.txt names it');
    return [];
  }
  const named = addressesIn(index);
  const found = new Map<string, string>();
  for (const key of named) {
    const map = await site.get(key);
    if (map === undefined) report('MISSING', key, `${SITEMAP} names it`);
    for (const page of addressesIn(map ?? '')) {
      if (found.has(page)) report('DIFFERS', key, `it names ${page}, as ${found.get(page)} does`);
      if (!keys.has(page) && !isAnswered(`/${page.replace(/^en\//, '')}`))
        report('DEAD_LINK', key, `it names ${page}, where nothing is`);
      found.set(page, key);
    }
  }
  checkNamed(register, found, report);
  const emptied = [];
  for (const key of keys) {
    if (!key.startsWith('sitemaps/') || named.includes(key)) continue;
    if (addressesIn((await site.get(key)) ?? '').length === 0) emptied.push(key);
  }
  return [SITEMAP, ...named, ...emptied];
}

const monthMap = (kind: RecordKind, month: string): string =>
  `sitemaps/${kind === 'penalty' ? 'penalties' : 'inspections'}-${month}.xml`;

function checkNamed(register: Register, found: ReadonlyMap<string, string>, report: Report): void {
  for (const record of publicRecords(register))
    for (const locale of locales) {
      const key = objectKey(localPath(record.path, locale));
      const map = found.get(key);
      if (map !== monthMap(record.kind, monthOf(record.publishedOn)))
        report(
          'DIFFERS',
          key,
          `the site map of its month does not name it (${map ?? 'none does'})`,
        );
    }
  for (const [page, map] of found) {
    const id = /^(?:en\/)?records\/([^/]+)$/.exec(page)?.[1];
    const standing = id === undefined ? undefined : register.standings.get(id);
    if (id !== undefined && !(standing && 'record' in standing))
      report('WITHDRAWN_SHOWN', map, `it names ${page}, which is not public`);
  }
}

/** Keys of what the `loc` elements of a site map name. */
const addressesIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path = '/']) =>
    objectKey(path || '/'),
  );
