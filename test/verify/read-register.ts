/** The public side as its table tells it, whole and in memory: read in bounded queries, without the publisher's own readers. */
import { departmentCodes } from '../../shared/departments/directory.ts';
import type { DataFile } from '../../shared/disclosure/data-files.ts';
import type { MonthFigures } from '../../shared/disclosure/figures.ts';
import type { PublicChange } from '../../shared/disclosure/lists.ts';
import {
  CORRECTIONS_PATH,
  DEPARTMENTS_PATH,
  KINDS_PATH,
  monthPath,
  type InstitutionLine,
} from '../../shared/disclosure/pages.ts';
import {
  recordKinds,
  type PublicRecord,
  type RecordKind,
  type RecordSummary,
  type Tombstone,
} from '../../shared/disclosure/record.ts';
import type { RegisteredInstitution } from '../../shared/institutions/registered.ts';
import { penaltyKindCodes } from '../../shared/penalties/kinds.ts';
import { monthOf, plusMonths } from '../../shared/time.ts';
import type { Row, Tables } from '../../functions/ports.ts';

export type Readable = Pick<Tables, 'get' | 'query'>;

export type Standing = {
  readonly id: string;
  readonly places: Readonly<Record<string, number>>;
} & ({ readonly record: PublicRecord } | { readonly tombstone: Tombstone });

export interface Entry<Value> {
  readonly page: number;
  readonly place: number;
  readonly value: Value;
}

export interface StoredList<Value = RecordSummary> {
  readonly placed: number;
  readonly total: number;
  /** By place, oldest first. */
  readonly entries: ReadonlyMap<number, Entry<Value>>;
}

export interface Register {
  readonly standings: ReadonlyMap<string, Standing>;
  /** By path; a list that never had a record is not there. */
  readonly lists: ReadonlyMap<string, StoredList>;
  readonly corrections: StoredList<PublicChange>;
  /** Newest first. */
  readonly months: readonly {
    readonly figures: MonthFigures;
    readonly files: readonly DataFile[];
  }[];
  readonly institutions: readonly InstitutionLine[];
  /** What the register of institutions says of those that are public, by id. */
  readonly registered: ReadonlyMap<string, RegisteredInstitution>;
}

const ROWS_AT_ONCE = 1_000;

export async function* partition(
  tables: Readable,
  pk: string,
  index?: string,
): AsyncGenerator<Row> {
  let from: Row | undefined;
  do {
    const page = await tables.query('disclosures', pk, {
      limit: ROWS_AT_ONCE,
      ...(index && { index }),
      ...(from && { from }),
    });
    yield* page.rows;
    from = page.next as Row | undefined; // the key of a row
  } while (from);
}

/** @param keys - of the objects: they name records and lists that no index knows any more */
export async function readRegister(
  tables: Readable,
  keys: ReadonlySet<string>,
  told: (sentence: string) => void,
): Promise<Register> {
  const months = await monthRows(tables);
  const standings = await readStandings(tables, keys, months);
  told(`${standings.size} records and tombstones in the table`);
  const institutions: InstitutionLine[] = [];
  for await (const row of partition(tables, 'INSTITUTIONS'))
    institutions.push(row['value'] as InstitutionLine); // written by the publisher
  const registered = new Map<string, RegisteredInstitution>();
  for (const { id } of institutions) {
    const row = await tables.get('supervision', { pk: `INST#${id}`, sk: 'REGISTER' });
    if (row) registered.set(id, row['value'] as RegisteredInstitution); // written by the imports
  }
  const lists = new Map<string, StoredList>();
  for (const path of listPaths(standings, keys, months)) {
    const list = await readList<RecordSummary>(tables, path);
    if (list) lists.set(path, list);
  }
  told(`${lists.size} lists, ${institutions.length} institutions, ${months.length} months`);
  const corrections = (await readList<PublicChange>(tables, CORRECTIONS_PATH)) ?? {
    ...{ placed: 0, total: 0, entries: new Map() },
  };
  return { standings, lists, corrections, months, institutions, registered };
}

async function monthRows(tables: Readable): Promise<Register['months']> {
  const rows: Register['months'][number][] = [];
  for (const kind of recordKinds)
    for await (const row of partition(tables, `MONTHS#${kind}`))
      rows.push(row['value'] as Register['months'][number]); // written by the publisher
  return rows.sort((a, b) => (a.figures.month < b.figures.month ? 1 : -1));
}

async function readStandings(
  tables: Readable,
  keys: ReadonlySet<string>,
  months: Register['months'],
): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>();
  for (const [kind, month] of spannedMonths(keys, months))
    for await (const row of partition(tables, `${kind}#${month}`, 'byMonth')) {
      const standing = standingOf(row);
      found.set(standing.id, standing);
    }
  for (const key of keys) {
    const id = /^(?:en\/)?records\/([0-9a-z]+)/.exec(key)?.[1];
    if (!id || found.has(id)) continue;
    const row = await tables.get('disclosures', { pk: `RECORD#${id}`, sk: 'CURRENT' });
    if (row) found.set(id, standingOf(row));
  }
  for await (const { value } of entriesOf<PublicChange>(tables, CORRECTIONS_PATH)) {
    if (found.has(value.id)) continue;
    const row = await tables.get('disclosures', { pk: `RECORD#${value.id}`, sk: 'CURRENT' });
    if (row) found.set(value.id, standingOf(row));
  }
  return found;
}

function standingOf(row: Row): Standing {
  const value = row['value'] as { record?: PublicRecord; tombstone?: Tombstone }; // written by the publisher
  const shared = {
    id: row.pk.slice('RECORD#'.length),
    places: (row['places'] ?? {}) as Standing['places'],
  };
  if (value.record) return { ...shared, record: value.record };
  if (value.tombstone) return { ...shared, tombstone: value.tombstone };
  throw new Error(`${row.pk} is neither public nor withdrawn`);
}

/** Every month from the first to the last that table or bucket name: one that lost its row is looked at too. */
function spannedMonths(
  keys: ReadonlySet<string>,
  months: Register['months'],
): readonly (readonly [RecordKind, string])[] {
  const named = months.map(({ figures }) => figures.month);
  for (const key of keys) {
    const month = /(?:penalties|inspections)[-/](\d{4}-\d{2})/.exec(key)?.[1];
    if (month) named.push(month);
  }
  const sorted = named.sort();
  const last = sorted.at(-1);
  const all: (readonly [RecordKind, string])[] = [];
  for (let month = sorted[0]; month && last && month <= last; month = following(month))
    for (const kind of recordKinds) all.push([kind, month]);
  return all;
}

const following = (month: string): string => monthOf(plusMonths(`${month}-01`, 1));

function listPaths(
  standings: ReadonlyMap<string, Standing>,
  keys: ReadonlySet<string>,
  months: Register['months'],
): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { places } of standings.values())
    for (const path of Object.keys(places)) paths.add(path);
  for (const { figures } of months) paths.add(monthPath(figures.kind, figures.month));
  for (const code of departmentCodes) paths.add(`${DEPARTMENTS_PATH}/${code}`);
  for (const code of penaltyKindCodes) paths.add(`${KINDS_PATH}/${code}`);
  for (const key of keys) {
    const list = /^((?:penalties|inspections|institutions)\/[0-9A-Za-z-]+)(?:\/\d+)?$/.exec(
      key,
    )?.[1];
    if (list) paths.add(`/${list}`);
  }
  return paths;
}

async function readList<Value>(
  tables: Readable,
  path: string,
): Promise<StoredList<Value> | undefined> {
  const head = await tables.get('disclosures', { pk: `LIST#${path}`, sk: 'HEAD' });
  if (!head) return undefined;
  const entries = new Map<number, Entry<Value>>();
  for await (const entry of entriesOf<Value>(tables, path)) entries.set(entry.place, entry);
  return { placed: Number(head['placed']), total: Number(head['total']), entries };
}

const ROWS_PER_PAGE = 50;

async function* entriesOf<Value>(tables: Readable, path: string): AsyncGenerator<Entry<Value>> {
  const head = await tables.get('disclosures', { pk: `LIST#${path}`, sk: 'HEAD' });
  const pages = Math.ceil(Number(head?.['placed'] ?? 0) / ROWS_PER_PAGE);
  for (let page = 1; page <= pages; page++)
    for await (const row of partition(tables, `LIST#${path}#${String(page).padStart(6, '0')}`))
      yield { page, place: Number(row.sk), value: row['value'] as Value };
}
