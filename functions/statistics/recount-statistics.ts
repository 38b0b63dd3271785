/** POST /api/desk/statistics/recounts: one step of counting a month again from its cases, and of mending what differs. */
import type { Refusal } from '../../shared/api/problem.ts';
import { COORDINATOR } from '../../shared/departments/directory.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import {
  contributionOf,
  difference,
  sumOf,
  type Contribution,
} from '../../shared/statistics/contribution.ts';
import {
  RecountRequest,
  type CasesRecounted,
  type CounterDifference,
  type TotalsRecounted,
} from '../../shared/statistics/statistics.ts';
import { casesFiledIn, loadCase } from '../aws/case-store.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import {
  allCounted,
  countedAs,
  countersOf,
  countWrites,
  mendedWrite,
  type CounterRow,
} from '../aws/statistics-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

const CASES_AT_ONCE = 100;
const LANES = 10;

interface Deps {
  readonly tables: Tables;
}

export async function recountStatistics(
  { body, officer }: Request<RecountRequest, undefined, undefined>,
  deps: Deps,
): Promise<Result<Outcome<CasesRecounted | TotalsRecounted>, Refusal>> {
  if (!officer.roles.includes('administrator'))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'administrator' });
  if (officer.department !== COORDINATOR) return err({ status: 403, code: 'NOT_YOUR_DEPARTMENT' });
  const after = body.cursor && decodeCursor(body.cursor);
  if (body.cursor && !/^\d{4}-\d\d-\d\dT[\d:.]{12}Z#[\w-]+$/.test(after ?? ''))
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const answer =
    body.part === 'cases' ? await recountCases(body, after, deps) : await recountTotals(body, deps);
  return ok({ answer });
}

export const handler = http(
  { call: 'POST /api/desk/statistics/recounts', body: RecountRequest, staff: officerOf },
  recountStatistics,
  () => ({ tables: new DynamoTables() }),
);

/** Each case by itself, so that what is counted meanwhile does no harm. */
async function recountCases(
  { month, mend }: RecountRequest,
  after: string | undefined,
  { tables }: Deps,
): Promise<CasesRecounted> {
  const { caseNumbers, next } = await casesFiledIn(tables, month, CASES_AT_ONCE, after);
  const sum = { looked: caseNumbers.length, behind: 0, wrong: 0, mended: 0 };
  const left = caseNumbers.values();
  const lane = async () => {
    for (const caseNumber of left) {
      const file = await loadCase(tables, caseNumber);
      if (!file) continue; // the index is ahead of the table by a moment
      const { version: caseVersion } = file.head;
      const contribution = contributionOf(file);
      const before = await countedAs(tables, month, caseNumber);
      if (before && before.caseVersion > caseVersion) continue; // counted since it was read
      const isBehind = before?.caseVersion !== caseVersion;
      if (!isBehind && same(before.contribution, contribution)) continue;
      sum[isBehind ? 'behind' : 'wrong']++;
      if (!mend) continue;
      const writes = countWrites(month, caseNumber, before, { caseVersion, contribution });
      if ((await tables.commit(writes)).ok) sum.mended++;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { ...sum, ...(next && { cursor: encodeCursor(next) }) };
}

/** The counters against the sum of what they are made of; a comparison during which something was counted says nothing. */
async function recountTotals(
  { month, mend }: RecountRequest,
  { tables }: Deps,
): Promise<TotalsRecounted> {
  const before = await countersOf(tables, month);
  const counted = await allCounted(tables, month);
  const steady = versionsOf(before) === versionsOf(await countersOf(tables, month));
  if (!steady) return { cases: counted.length, steady, differences: [], mended: 0 };
  const right = sumOf(counted);
  const differences = differencesBetween(before, right);
  let mended = 0;
  for (const row of mend ? new Set(differences.map((one) => one.row)) : []) {
    const version = before.find((one) => one.row === row)?.version ?? 0;
    const write = mendedWrite(month, { row, version, counts: right[row] ?? {} });
    if ((await tables.commit([write])).ok) mended++;
  }
  return { cases: counted.length, steady, differences, mended };
}

const same = (a: Contribution, b: Contribution): boolean =>
  Object.keys(difference(a, b)).length === 0;

const versionsOf = (rows: readonly CounterRow[]): string =>
  rows.map(({ row, version }) => `${row}=${version}`).join();

function differencesBetween(
  rows: readonly CounterRow[],
  right: Contribution,
): readonly CounterDifference[] {
  const counted: Contribution = Object.fromEntries(rows.map(({ row, counts }) => [row, counts]));
  return Object.entries(difference(counted, right)).flatMap(([row, counts]) =>
    Object.keys(counts).map((counter) => ({
      row,
      counter,
      counted: counted[row]?.[counter] ?? 0,
      right: right[row]?.[counter] ?? 0,
    })),
  );
}
