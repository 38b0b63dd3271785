/**
 * Statistics in the table `statistics`.
 *
 * | pattern | key |
 * |---|---|
 * | what a case was counted as, and in which version | `COUNTED#<yyyy-mm>` / `<caseNumber>` |
 * | what all cases of a month were counted as | … / all |
 * | the counters of a month: of cases, of a department's items | `MONTH#<yyyy-mm>` / `CASES`, `DEPARTMENT#<code>` |
 *
 * A row of counters holds one attribute for each, so that a change of a case is one write for each department it touches.
 * Its version rises with every change.
 */
import {
  difference,
  type Contribution,
  type Counts,
} from '../../shared/statistics/contribution.ts';
import type { Row, Tables, Write } from '../ports.ts';

/** A case in some version, and what it adds. */
export interface CountedCase {
  readonly caseVersion: number;
  readonly contribution: Contribution;
}

/** Its own version rises whenever it is counted anew. */
export interface Counted extends CountedCase {
  readonly version: number;
}

const COUNTED_PER_READ = 1_000;
/** More than a district receives in a month, many times over. */
const MOST_READS = 200;

export async function countedAs(
  tables: Pick<Tables, 'get'>,
  month: string,
  caseNumber: string,
): Promise<Counted | undefined> {
  const row = await tables.get('statistics', { pk: `COUNTED#${month}`, sk: caseNumber });
  return row && countedIn(row);
}

/**
 * A case counts as this from now on: the counters change by the difference. Refused, at the first place, when somebody has
 * counted it since `before` was read.
 */
export const countWrites = (
  month: string,
  caseNumber: string,
  before: Counted | undefined,
  { caseVersion, contribution }: CountedCase,
): readonly Write[] => [
  {
    table: 'statistics',
    put: {
      ...{ pk: `COUNTED#${month}`, sk: caseNumber },
      ...{ version: (before?.version ?? 0) + 1, caseVersion, contribution },
    },
    when: before ? { version: before.version } : 'absent',
  },
  ...Object.entries(difference(before?.contribution ?? {}, contribution)).map(
    ([row, counts]): Write => ({
      table: 'statistics',
      add: { pk: `MONTH#${month}`, sk: row },
      amounts: { ...counts, version: 1 },
    }),
  ),
];

/** Every case that a month's counters are made of. @throws when there are more than a month can have */
export async function allCounted(
  tables: Pick<Tables, 'query'>,
  month: string,
): Promise<readonly Contribution[]> {
  const found: Contribution[] = [];
  let from: Readonly<Record<string, unknown>> | undefined;
  for (let read = 0; read < MOST_READS; read++) {
    const page = await tables.query('statistics', `COUNTED#${month}`, {
      limit: COUNTED_PER_READ,
      ...(from && { from }),
    });
    found.push(...page.rows.map((row) => countedIn(row).contribution));
    from = page.next;
    if (!from) return found;
  }
  throw new Error('a month has more cases than anybody can count');
}

export interface CounterRow {
  /** `CASES`, `DEPARTMENT#MARKET`. */
  readonly row: string;
  readonly version: number;
  readonly counts: Counts;
}

/** @param start - only rows that begin so */
export async function countersOf(
  tables: Pick<Tables, 'query'>,
  month: string,
  start = '',
): Promise<readonly CounterRow[]> {
  const { rows } = await tables.query('statistics', `MONTH#${month}`, {
    ...(start && { startsWith: start }),
  });
  return rows.map(({ pk: _, sk: row, version, ...counters }) => ({
    row,
    version: Number(version),
    counts: Object.fromEntries(
      Object.entries(counters).flatMap(([name, count]) => (count ? [[name, Number(count)]] : [])),
    ),
  }));
}

/** The right numbers in place of a row's; refused when it has changed since. */
export const mendedWrite = (month: string, { row, version, counts }: CounterRow): Write => ({
  table: 'statistics',
  put: { pk: `MONTH#${month}`, sk: row, ...counts, version: version + 1 },
  when: version === 0 ? 'absent' : { version },
});

const countedIn = ({ version, caseVersion, contribution }: Row): Counted =>
  ({ version, caseVersion, contribution }) as Counted; // written above, by us alone
