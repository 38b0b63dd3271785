/** POST /api/desk/cases/{caseNumber}/acknowledgements: a supervisor has read that a case is major, and answers for that. */
import type { Refusal } from '../../shared/api/problem.ts';
import { CasePath } from '../../shared/api/calls.ts';
import { acknowledged, Acknowledging } from '../../shared/coordination/major-notice.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { noticeOf, readNoticeWrites } from '../aws/notice-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function acknowledgeNotice(
  { path, body, officer, now }: Request<Acknowledging, CasePath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const { department } = officer;
  const notice = await noticeOf(tables, department, { ...path, ...body });
  if (!notice) return err({ status: 404, code: 'NOT_FOUND' });
  const read = acknowledged(notice, officer, now);
  if (!read.ok) return err({ status: 403, ...read.error });
  return ok({
    answer: read.value ?? notice,
    ...(read.value && { writes: readNoticeWrites(department, read.value) }),
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/cases/{caseNumber}/acknowledgements',
    path: CasePath,
    body: Acknowledging,
    staff: officerOf,
  },
  acknowledgeNotice,
  () => ({ tables: new DynamoTables() }),
);
