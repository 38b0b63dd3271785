/** GET /api/desk/load: how much is open, overdue and unassigned, by department. */
import type { Refusal } from '../../shared/api/problem.ts';
import {
  departmentsOverseen,
  soonUntil,
  type DepartmentLoad,
} from '../../shared/coordination/load.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai, type DateOnly } from '../../shared/time.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import { countOpen, worklistPage } from '../aws/worklist-store.ts';
import type { Counts, Outcome, Tables } from '../ports.ts';

interface Deps {
  readonly tables: Tables & Counts;
}

export async function readLoad(
  { officer, now }: Request<undefined, undefined, undefined>,
  { tables }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const overseen = departmentsOverseen(officer);
  if (overseen.length === 0) return err({ status: 403, code: 'ROLE_MISSING', role: 'supervisor' });
  const today = dateInShanghai(now);
  const loads = await Promise.all(overseen.map((code) => loadOf(tables, code, today)));
  return ok({
    answer: {
      departments: loads.map(({ load }) => load),
      capped: loads.some(({ capped }) => capped),
    },
  });
}

export const handler = http({ call: 'GET /api/desk/load', staff: officerOf }, readLoad, () => ({
  tables: new DynamoTables(),
}));

/** Asks no more than the most pressing entry leaves open. */
async function loadOf(
  tables: Deps['tables'],
  department: DepartmentCode,
  today: DateOnly,
): Promise<{ readonly load: DepartmentLoad; readonly capped: boolean }> {
  const { entries } = await worklistPage(tables, department, 'open', 1, undefined);
  const oldestDueOn = entries[0]?.dueOn;
  const none = { read: 0, found: 0, more: false };
  if (oldestDueOn === undefined)
    return { load: loadFrom(department, none, none, none), capped: false };
  const soonest = soonUntil(today);
  const counts = await Promise.all([
    countOpen(tables, department, {}),
    oldestDueOn < today ? countOpen(tables, department, { before: today }) : none,
    oldestDueOn <= soonest ? countOpen(tables, department, { from: today, until: soonest }) : none,
  ]);
  return {
    load: { ...loadFrom(department, ...counts), oldestDueOn },
    capped: counts.some(({ more }) => more),
  };
}

type Count = Awaited<ReturnType<Counts['count']>>;

const loadFrom = (department: DepartmentCode, all: Count, overdue: Count, soon: Count) => ({
  ...{ department, open: all.read, overdue: overdue.read, dueWithin3: soon.read },
  unassigned: all.found,
});
