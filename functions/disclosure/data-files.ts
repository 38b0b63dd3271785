/** The complete files of a month: one line for each record (JSONL) and the same as CSV, with what is counted of them. */
import { createHash } from 'node:crypto';
import { inspectionColumns, penaltyColumns } from '../../shared/disclosure/csv-columns.ts';
import { dataFilePath, type DataFile } from '../../shared/disclosure/data-files.ts';
import { monthFigures } from '../../shared/disclosure/figures.ts';
import { monthPath, objectKey } from '../../shared/disclosure/pages.ts';
import type { PublicRecord, RecordKind } from '../../shared/disclosure/record.ts';
import {
  loadListHead,
  monthWrite,
  recordsOfMonth,
  type Disclosed,
} from '../aws/disclosure-store.ts';
import type { Page, Site, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';
import { allOf } from './all-of.ts';
import type { Change } from './change.ts';
import { csvOf } from './csv.ts';
import { monthSitemap } from './sitemaps.ts';
import { SHORT_CACHE } from './publisher.ts';

interface Deps {
  readonly tables: Tables;
  readonly site: Pick<Site, 'get' | 'put'>;
}

/** The month that a change belongs to, with its record in it or without. */
export async function writeMonth({ after }: Change, deps: Deps): Promise<void> {
  for (const { list } of after.touched.lists) {
    if (list.by !== 'month') continue;
    const { kind, month } = list;
    const stored = await storedMonth(kind, month, deps.site);
    const records = stored ?? (await readMonth(kind, month, deps.tables));
    await writeMonthOf(kind, month, withChange(records, after.disclosed), deps);
  }
}

/** @param records - all public ones of the month */
export async function writeMonthOf(
  kind: RecordKind,
  month: string,
  records: readonly PublicRecord[],
  { tables, site }: Deps,
): Promise<void> {
  const oldestFirst = records.toSorted(byPublication);
  const contents = { csv: csvOfMonth(kind, oldestFirst), jsonl: linesOf(oldestFirst) };
  const made = formats.map((format) => {
    const path = dataFilePath(kind, month, format);
    const body = Buffer.from(contents[format]);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const of = { path, kind, month, format, records: records.length };
    const file: DataFile = { ...of, bytes: body.length, sha256 };
    return { file, put: () => site.put(objectKey(path), body, contentTypes[format], SHORT_CACHE) };
  });
  // Side by side: they are as long as the month is busy, and none says what another does not.
  await allOf([
    ...made.map(({ put }) => put),
    () => site.put(...monthSitemap(kind, month, oldestFirst)),
  ]);
  const { placed, total } = await loadListHead(tables, monthPath(kind, month));
  const figures = monthFigures(kind, month, oldestFirst, placed - total);
  await tables.commit([monthWrite({ figures, files: made.map(({ file }) => file) })]);
}

const formats = ['csv', 'jsonl'] as const satisfies readonly DataFile['format'][];

const contentTypes: Readonly<Record<DataFile['format'], string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

const linesOf = (records: readonly PublicRecord[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** Oldest first; undefined when the file is not there. */
export async function storedMonth(
  kind: RecordKind,
  month: string,
  site: Pick<Site, 'get'>,
): Promise<readonly PublicRecord[] | undefined> {
  const text = await site.get(objectKey(dataFilePath(kind, month, 'jsonl')));
  return text
    ?.split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PublicRecord); // written above
}

/** All of the month as the table has them. An index may lag; the caller adds what was just written. */
export async function readMonth(
  kind: RecordKind,
  month: string,
  tables: Pick<Tables, 'query'>,
): Promise<readonly PublicRecord[]> {
  const found: PublicRecord[] = [];
  let from: Page['next'];
  do {
    const page = await recordsOfMonth(tables, kind, month, {
      limit: RECORDS_A_QUERY,
      ...(from && { from }),
    });
    found.push(...page.records);
    from = page.next;
  } while (from);
  return found;
}

const RECORDS_A_QUERY = 500;

function withChange(records: readonly PublicRecord[], disclosed: Disclosed) {
  const id = disclosed.state === 'public' ? disclosed.record.id : disclosed.tombstone.id;
  const others = records.filter((record) => record.id !== id);
  return disclosed.state === 'public' ? [...others, disclosed.record] : others;
}

const byPublication = (a: PublicRecord, b: PublicRecord): number =>
  `${a.publishedAt}#${a.id}` < `${b.publishedAt}#${b.id}` ? -1 : 1;

function csvOfMonth(kind: RecordKind, records: readonly PublicRecord[]): string {
  const origin = setting('SITE_ORIGIN');
  return kind === 'penalty'
    ? csvOf(
        penaltyColumns,
        records.filter((record) => record.kind === 'penalty'),
        origin,
      )
    : csvOf(
        inspectionColumns,
        records.filter((record) => record.kind === 'inspection'),
        origin,
      );
}
