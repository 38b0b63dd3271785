/** GET /api/desk/worklist: what the caller's department has to do, the most pressing first; to supervisors what became major. */
import type { Refusal } from '../../shared/api/problem.ts';
import { watchesMajorCases } from '../../shared/coordination/major-notice.ts';
import { workingDaysLeft } from '../../shared/clocks/clocks.ts';
import {
  answers,
  isFiltered,
  isOverdue,
  WorklistQuery,
} from '../../shared/departments/worklist-query.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import { http, type Request } from '../aws/http.ts';
import { unreadNotices } from '../aws/notice-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import { filteredPage, worklistPage } from '../aws/worklist-store.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function listWorklist(
  { query, officer, now }: Request<undefined, undefined, WorklistQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const after = query.cursor && decodeCursor(query.cursor);
  if (query.cursor && !/^\d{4}-\d{2}-\d{2}#[\w-]+#\d+$/.test(after ?? ''))
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const today = dateInShanghai(now);
  const isTold = !query.cursor && watchesMajorCases(officer);
  const notices = isTold ? await unreadNotices(tables, officer.department) : undefined;
  const { state, limit } = query;
  const { entries, next } = isFiltered(query)
    ? await filteredPage(tables, officer.department, state, limit, after, {
        matches: (entry) => answers(entry, query, officer.subject, today),
        ...(query.overdue && { dueBefore: today }),
      })
    : await worklistPage(tables, officer.department, state, limit, after);
  return ok({
    answer: {
      entries: entries.map((entry) => {
        const { department: _, version: __, state: ___, ...shown } = entry;
        return {
          ...shown,
          overdue: isOverdue(entry, today),
          workingDaysLeft: workingDaysLeft(today, entry.dueOn),
        };
      }),
      ...(next && { cursor: encodeCursor(next) }),
      ...(notices && { notices }),
    },
  });
}

export const handler = http(
  { call: 'GET /api/desk/worklist', query: WorklistQuery, staff: officerOf },
  listWorklist,
  () => ({ tables: new DynamoTables() }),
);
