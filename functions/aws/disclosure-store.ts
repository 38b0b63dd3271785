/**
 * Public records in the table `disclosures`: all that register functions can reach.
 *
 * | pattern | key |
 * |---|---|
 * | a record, or what remains of it, and its places in lists | `RECORD#<id>` / `CURRENT` |
 * | its versions while it is public | … / `V#<version>` |
 * | records of a month, newest first | index `byMonth`: `<kind>#<yyyy-mm>` / `<publishedAt>#<id>` |
 * | records of an institution | index `byInstitution`: `<id>` / `<publishedAt>#<id>` |
 * | what stops being public by itself | index `expiring`: `EXPIRING#<shard>` / `<publicUntil>` |
 * | how far a list is filled | `LIST#<path>` / `HEAD` |
 * | a page of a list, oldest first | `LIST#<path>#<page>` / `<place>` |
 * | what was counted of each month that has records | `MONTHS#<kind>` / `<yyyy-mm>` |
 * | the institutions that have records | `INSTITUTIONS` / `<id>` |
 * | … of a street | `STREET#<street>` / `<id>` |
 * | how many institutions each street has | `STREETS` / `<street>` |
 */
import type { DataFile } from '../../shared/disclosure/data-files.ts';
import type { MonthFigures } from '../../shared/disclosure/figures.ts';
import type { RecordList } from '../../shared/disclosure/lists.ts';
import { NO_STREET, type InstitutionLine } from '../../shared/disclosure/pages.ts';
import type {
  PublicInstitution,
  PublicRecord,
  RecordKind,
  Tombstone,
} from '../../shared/disclosure/record.ts';
import { dateInShanghai, monthOf, type Instant } from '../../shared/time.ts';
import type { Page, QueryOptions, Row, Tables, Write } from '../ports.ts';
import { expiringShard } from './expiring-store.ts';

/** `version` counts what the public has seen of it, from 1. */
export type Disclosed =
  | { readonly state: 'public'; readonly record: PublicRecord; readonly version: number }
  | { readonly state: 'withdrawn'; readonly tombstone: Tombstone; readonly version: number };

/** A list's path → the record's place in it, counted from 1. */
export type Places = Readonly<Record<string, number>>;

/** What the last change touched, so that a publisher who takes over from one that died knows which pages to write. */
export interface Touched {
  readonly lists: readonly { readonly list: RecordList; readonly place: number }[];
  readonly streets: readonly string[];
  /** Its place in the list of corrections, when the public was told of a change. */
  readonly correction?: number;
  /** Places in the same list that lost their words, because the record they were about is gone. */
  readonly silenced?: readonly number[];
}

export interface Standing {
  readonly disclosed: Disclosed;
  readonly places: Places;
  readonly touched: Touched;
  /** What it is the public side of: `PENALTY#<id>` or `INSPECTION#<id>`. */
  readonly subject: string;
}

const currentKey = (id: string) => ({ pk: `RECORD#${id}`, sk: 'CURRENT' });

/** Rows are written below, by the publisher alone. */
export async function loadStanding(
  tables: Pick<Tables, 'get'>,
  id: string,
): Promise<Standing | undefined> {
  const row = await tables.get('disclosures', currentKey(id));
  return row && standingOf(row);
}

export const standingOf = (row: Row): Standing => ({
  disclosed: row['value'] as Disclosed,
  places: row['places'] as Places,
  touched: row['touched'] as Touched,
  subject: String(row['subject']),
});

export async function loadDisclosed(
  tables: Pick<Tables, 'get'>,
  id: string,
): Promise<Disclosed | undefined> {
  return (await loadStanding(tables, id))?.disclosed;
}

export interface RecordPage {
  readonly records: readonly PublicRecord[];
  readonly next?: Page['next'];
}

export const recordsOfMonth = (
  tables: Pick<Tables, 'query'>,
  kind: RecordKind,
  month: string,
  options: QueryOptions = {},
): Promise<RecordPage> => recordsBy(tables, 'byMonth', `${kind}#${month}`, options);

export const recordsOfInstitution = (
  tables: Pick<Tables, 'query'>,
  institution: string,
  options: QueryOptions = {},
): Promise<RecordPage> => recordsBy(tables, 'byInstitution', institution, options);

async function recordsBy(
  tables: Pick<Tables, 'query'>,
  index: string,
  partition: string,
  options: QueryOptions,
): Promise<RecordPage> {
  const { rows, next } = await tables.query('disclosures', partition, {
    descending: true,
    ...options,
    index,
  });
  const records = rows
    .map((row) => row['value'] as Disclosed)
    .flatMap((disclosed) => (disclosed.state === 'public' ? [disclosed.record] : []));
  return { records, ...(next && { next }) };
}

/** A place in a list: behind the record of this kind, instant and id, whether or not it is still there. */
export interface Place {
  readonly kind: RecordKind;
  readonly publishedAt: Instant;
  readonly id: string;
}

/** Where a list of a month, or of an institution, goes on behind a place. */
export const behind = (
  { kind, publishedAt, id }: Place,
  institution?: string,
): NonNullable<QueryOptions['from']> => ({
  ...currentKey(id),
  publishedKey: `${publishedAt}#${id}`,
  ...(institution === undefined
    ? { monthKey: `${kind}#${monthOf(dateInShanghai(publishedAt))}` }
    : { institutionKey: institution }),
});

/** What stands in public from now on: a record alone carries index attributes, a tombstone none. */
export function standingWrites({
  disclosed,
  places,
  touched,
  subject,
}: Standing): readonly Write[] {
  const { version } = disclosed;
  const id = disclosed.state === 'public' ? disclosed.record.id : disclosed.tombstone.id;
  const key = currentKey(id);
  const row: Row = {
    ...{ ...key, value: disclosed, version, places, touched, subject },
    ...(disclosed.state === 'public' && indexKeys(disclosed.record)),
  };
  return [
    {
      ...{ table: 'disclosures', put: row },
      when: version === 1 ? 'absent' : { version: version - 1 },
    },
    ...(disclosed.state === 'public'
      ? [put({ pk: key.pk, sk: versionKey(version), value: disclosed })]
      : []),
  ];
}

const indexKeys = (record: PublicRecord) => ({
  monthKey: `${record.kind}#${monthOf(record.publishedOn)}`,
  publishedKey: `${record.publishedAt}#${record.id}`,
  ...(record.institution && { institutionKey: record.institution.id }),
  ...(record.kind === 'penalty' && {
    expiringShard: expiringShard(record.id),
    publicUntil: record.publicUntil,
  }),
});

/** Every page of a withdrawal is written: where the record stood is nobody's business any more. */
export const touchedForgotten = (id: string): Write => ({
  table: 'disclosures',
  update: currentKey(id),
  set: { touched: { lists: [], streets: [] } satisfies Touched },
  when: 'present',
});

/** Every version of a withdrawn record's content goes. */
export async function earlierVersionsGone(
  tables: Pick<Tables, 'query'>,
  id: string,
): Promise<readonly Write[]> {
  const { rows } = await tables.query('disclosures', `RECORD#${id}`, { startsWith: 'V#' });
  return rows.map(({ pk, sk }) => ({ table: 'disclosures', delete: { pk, sk } }));
}

const versionKey = (version: number): string => `V#${String(version).padStart(6, '0')}`;

/** How far a list is filled. */
export interface ListHead {
  /** Places given so far; none is given twice. */
  readonly placed: number;
  /** Records that stand in it today. */
  readonly total: number;
  readonly version: number;
}

export async function loadListHead(tables: Pick<Tables, 'get'>, list: string): Promise<ListHead> {
  const row = await tables.get('disclosures', { pk: `LIST#${list}`, sk: 'HEAD' });
  if (!row) return { placed: 0, total: 0, version: 0 };
  const { placed, total, version } = row as Row & ListHead; // written below
  return { placed, total, version };
}

/** Refused when another publisher was first. */
export const listHeadWrite = (list: string, { placed, total, version }: ListHead): Write => ({
  ...put({ pk: `LIST#${list}`, sk: 'HEAD', placed, total, version }),
  when: version === 1 ? 'absent' : { version: version - 1 },
});

/** @param entry - a `RecordSummary` or a `PublicChange` */
export const placeWrite = (list: string, place: number, page: number, entry: object): Write =>
  put({ ...placeKey(list, place, page), value: entry });

export const placeGone = (list: string, place: number, page: number): Write => ({
  table: 'disclosures',
  delete: placeKey(list, place, page),
});

const listPartition = (list: string, page: number): string =>
  `LIST#${list}#${String(page).padStart(6, '0')}`;

const placeKey = (list: string, place: number, page: number) => ({
  pk: listPartition(list, page),
  sk: String(place).padStart(9, '0'),
});

/** Oldest first. */
export async function listPage<Entry>(
  tables: Pick<Tables, 'query'>,
  list: string,
  page: number,
): Promise<readonly Entry[]> {
  return (await placesOfPage<Entry>(tables, list, page)).map(({ entry }) => entry);
}

/** The same with the place of each. */
export async function placesOfPage<Entry>(
  tables: Pick<Tables, 'query'>,
  list: string,
  page: number,
): Promise<readonly { readonly place: number; readonly entry: Entry }[]> {
  const { rows } = await tables.query('disclosures', listPartition(list, page));
  return rows.map(({ sk, value }) => ({ place: Number(sk), entry: value as Entry })); // written above
}

/** What was counted of a month, and its data files. */
export interface MonthRow {
  readonly figures: MonthFigures;
  readonly files: readonly DataFile[];
}

const MOST_MONTHS = 1_000;

/** Newest first. */
export async function monthsOf(
  tables: Pick<Tables, 'query'>,
  kind: RecordKind,
): Promise<readonly MonthRow[]> {
  const { rows } = await tables.query('disclosures', `MONTHS#${kind}`, {
    descending: true,
    limit: MOST_MONTHS,
  });
  return rows.map((row) => row['value'] as MonthRow); // written below
}

export const monthWrite = (value: MonthRow): Write =>
  put({ pk: `MONTHS#${value.figures.kind}`, sk: value.figures.month, value });

const INSTITUTIONS = 'INSTITUTIONS';
const INSTITUTIONS_PER_PAGE = 1_000;
const MOST_INSTITUTIONS_READ = 10_000; // a large city district has some three thousand

export const streetOf = ({ streetCode }: PublicInstitution): string => streetCode ?? NO_STREET;

export async function loadInstitutionLine(
  tables: Pick<Tables, 'get'>,
  id: string,
): Promise<InstitutionLine | undefined> {
  const row = await tables.get('disclosures', { pk: INSTITUTIONS, sk: id });
  return row?.['value'] as InstitutionLine | undefined; // written below
}

/** @param before - how it stood; another street loses it, and with its last record it goes */
export function institutionWrites(
  line: InstitutionLine,
  before: InstitutionLine | undefined,
): readonly Write[] {
  const rows = [INSTITUTIONS, `STREET#${streetOf(line)}`];
  const gone = (pk: string): Write => ({ table: 'disclosures', delete: { pk, sk: line.id } });
  return [
    ...rows.map((pk) => (line.records > 0 ? put({ pk, sk: line.id, value: line }) : gone(pk))),
    ...(before && streetOf(before) !== streetOf(line) ? [gone(`STREET#${streetOf(before)}`)] : []),
  ];
}

export const publicInstitutions = (
  tables: Pick<Tables, 'query'>,
): Promise<readonly InstitutionLine[]> => institutionsIn(tables, INSTITUTIONS);

export const institutionsOfStreet = (
  tables: Pick<Tables, 'query'>,
  street: string,
): Promise<readonly InstitutionLine[]> => institutionsIn(tables, `STREET#${street}`);

export interface StreetCount {
  readonly street: string;
  readonly count: number;
}

const STREETS = 'STREETS';

export async function streetCounts(tables: Pick<Tables, 'query'>): Promise<readonly StreetCount[]> {
  const { rows } = await tables.query('disclosures', STREETS, { limit: MOST_STREETS });
  return rows.map((row) => ({ street: row.sk, count: Number(row['count']) }));
}

const MOST_STREETS = 1_000;

export const streetCountWrite = ({ street, count }: StreetCount): Write =>
  count > 0
    ? put({ pk: STREETS, sk: street, count })
    : { table: 'disclosures', delete: { pk: STREETS, sk: street } };

async function institutionsIn(
  tables: Pick<Tables, 'query'>,
  partition: string,
): Promise<readonly InstitutionLine[]> {
  const found: InstitutionLine[] = [];
  let from: Page['next'];
  do {
    const page = await tables.query('disclosures', partition, {
      limit: INSTITUTIONS_PER_PAGE,
      ...(from && { from }),
    });
    found.push(...page.rows.map((row) => row['value'] as InstitutionLine)); // written above
    from = page.next;
  } while (from && found.length < MOST_INSTITUTIONS_READ);
  return found;
}

const put = (row: Row) => ({ table: 'disclosures', put: row }) as const satisfies Write;
