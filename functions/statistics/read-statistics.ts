/** GET /api/desk/statistics: the figures of some months, of the district or of the caller's department. */
import type { Refusal } from '../../shared/api/problem.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { CASES, rowOfDepartment } from '../../shared/statistics/contribution.ts';
import {
  monthsOf,
  seesDistrict,
  StatisticsQuery,
  type MonthOfStatistics,
  type Statistics,
} from '../../shared/statistics/statistics.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { countersOf } from '../aws/statistics-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function readStatistics(
  { query, officer }: Request<undefined, undefined, StatisticsQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<Statistics>, Refusal>> {
  const months = monthsOf(query);
  if (!months)
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'to', code: 'INVALID' }] });
  const own = seesDistrict(officer) ? undefined : officer.department;
  return ok({
    answer: {
      of: own ?? 'district',
      months: await Promise.all(months.map((month) => figuresOf(tables, month, own))),
    },
  });
}

export const handler = http(
  { call: 'GET /api/desk/statistics', query: StatisticsQuery, staff: officerOf },
  readStatistics,
  () => ({ tables: new DynamoTables() }),
);

async function figuresOf(
  tables: Tables,
  month: string,
  own: DepartmentCode | undefined,
): Promise<MonthOfStatistics> {
  const rows = await countersOf(tables, month, own && rowOfDepartment(own));
  const cases = rows.find(({ row }) => row === CASES);
  const departments = rows
    .filter(({ row }) => row !== CASES && (own === undefined || row === rowOfDepartment(own)))
    .map(({ row, counts }) => ({
      department: row.slice(row.indexOf('#') + 1) as DepartmentCode, // rowOfDepartment made it
      counts,
    }))
    .filter(({ counts }) => Object.keys(counts).length > 0);
  return { month, ...(cases && { cases: cases.counts }), departments };
}
