/**
 * Public records in the table `disclosures`: all that register functions can reach.
 *
 * | pattern | key |
 * |---|---|
 * | a record, or what remains of it | `RECORD#<id>` / `CURRENT` |
 * | its versions while it is public | … / `V#<version>` |
 * | records of a month, newest first | index `byMonth`: `<kind>#<yyyy-mm>` / `<publishedAt>#<id>` |
 * | records of an institution | index `byInstitution`: `<id>` / `<publishedAt>#<id>` |
 * | what stops being public by itself | index `expiring`: `EXPIRING#<shard>` / `<publicUntil>` |
 * | the months that have records | `MONTHS#<kind>` / `<yyyy-mm>` |
 * | the institutions that have records | `INSTITUTIONS` / `<id>` |
 */
import type { MonthCount } from '../../shared/disclosure/figures.ts';
import type {
  PublicInstitution,
  PublicRecord,
  RecordKind,
  Tombstone,
} from '../../shared/disclosure/record.ts';
import { dateInShanghai, monthOf, type Instant } from '../../shared/time.ts';
import type { Page, QueryOptions, Row, Tables, Write } from '../ports.ts';

const EXPIRING_SHARDS = 4;

export type Disclosed =
  | { readonly state: 'public'; readonly record: PublicRecord; readonly version: number }
  | { readonly state: 'withdrawn'; readonly tombstone: Tombstone; readonly version: number };

const currentKey = (id: string) => ({ pk: `RECORD#${id}`, sk: 'CURRENT' });

export async function loadDisclosed(
  tables: Pick<Tables, 'get'>,
  id: string,
): Promise<Disclosed | undefined> {
  const row = await tables.get('disclosures', currentKey(id));
  return row?.['value'] as Disclosed | undefined; // written below, by the publisher alone
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

/** Newest month first. */
export async function monthsOf(
  tables: Pick<Tables, 'query'>,
  kind: RecordKind,
): Promise<readonly MonthCount[]> {
  const { rows } = await tables.query('disclosures', `MONTHS#${kind}`, { descending: true });
  return rows.map((row) => ({
    kind,
    month: row.sk,
    count: Number(row['count']),
    // Written below, by the publisher alone; rows of before gain it with the next release.
    departments: (row['departments'] ?? {}) as MonthCount['departments'],
  }));
}

export const monthWrite = ({ kind, month, count, departments }: MonthCount): Write => ({
  table: 'disclosures',
  put: { pk: `MONTHS#${kind}`, sk: month, count, departments },
});

/** A public version: the only rows that carry index attributes. */
export function publicWrites(record: PublicRecord, version: number): readonly Write[] {
  const value: Disclosed = { state: 'public', record, version };
  const row: Row = {
    ...currentKey(record.id),
    value,
    version,
    ...indexKeys(record),
    ...(record.institution && { institutionKey: record.institution.id }),
    ...(record.kind === 'penalty' && {
      expiringShard: `EXPIRING#${record.id.charCodeAt(0) % EXPIRING_SHARDS}`,
      publicUntil: record.publicUntil,
    }),
  };
  return [
    { table: 'disclosures', put: row, when: { newerThan: version } },
    { table: 'disclosures', put: { pk: row.pk, sk: versionKey(version), value } },
    ...(record.institution ? [institutionWrite(record.institution)] : []),
  ];
}

const INSTITUTIONS = 'INSTITUTIONS';
const INSTITUTIONS_PER_PAGE = 1_000;
const MOST_INSTITUTIONS_READ = 10_000; // a large city district has some three thousand

export const institutionWrite = (institution: PublicInstitution): Write => ({
  table: 'disclosures',
  put: { pk: INSTITUTIONS, sk: institution.id, value: institution },
});

/** Nothing public is left of it. */
export const institutionGone = (id: string): Write => ({
  table: 'disclosures',
  delete: { pk: INSTITUTIONS, sk: id },
});

export async function publicInstitutions(
  tables: Pick<Tables, 'query'>,
): Promise<readonly PublicInstitution[]> {
  const found: PublicInstitution[] = [];
  let from: Page['next'];
  do {
    const page = await tables.query('disclosures', INSTITUTIONS, {
      limit: INSTITUTIONS_PER_PAGE,
      ...(from && { from }),
    });
    found.push(...page.rows.map((row) => row['value'] as PublicInstitution)); // written above, by the publisher alone
    from = page.next;
  } while (from && found.length < MOST_INSTITUTIONS_READ);
  return found;
}

/** A tombstone in place of the record, and every version of its content gone. */
export const tombstoneWrites = (
  tombstone: Tombstone,
  version: number,
  earlier: readonly number[],
): readonly Write[] => {
  const value: Disclosed = { state: 'withdrawn', tombstone, version };
  const key = currentKey(tombstone.id);
  return [
    { table: 'disclosures', put: { ...key, value, version }, when: { newerThan: version } },
    ...earlier.map((old): Write => {
      return { table: 'disclosures', delete: { pk: key.pk, sk: versionKey(old) } };
    }),
  ];
};

export async function versionsOf(
  tables: Pick<Tables, 'query'>,
  id: string,
): Promise<readonly number[]> {
  const { rows } = await tables.query('disclosures', `RECORD#${id}`, { startsWith: 'V#' });
  return rows.map((row) => Number(row.sk.slice(2)));
}

const versionKey = (version: number): string => `V#${String(version).padStart(6, '0')}`;

const indexKeys = (record: PublicRecord) => ({
  monthKey: `${record.kind}#${monthOf(record.publishedOn)}`,
  publishedKey: `${record.publishedAt}#${record.id}`,
});
