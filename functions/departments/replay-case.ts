/** POST /api/desk/cases/{caseNumber}/replays: tells a department of a case once more, as its timeline then says. */
import type { Refusal } from '../../shared/api/problem.ts';
import { CasePath, ReplayRequest } from '../../shared/api/calls.ts';
import { replay } from '../../shared/complaints/lifecycle.ts';
import { addresseesFor } from '../../shared/relay/redrive.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { announcedChange } from '../aws/case-changes.ts';
import { loadCase } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function replayCase(
  { path, body, officer, now }: Request<ReplayRequest, CasePath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!officer.roles.includes('administrator'))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'administrator' });
  if (!addresseesFor(officer.department, body.department))
    return err({ status: 403, code: 'NOT_YOUR_DEPARTMENT' });
  const file = await loadCase(tables, path.caseNumber);
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  const change = replay(file, body.department, officer, now);
  if (!change.ok) return err({ status: 404, code: 'NOT_FOUND' });
  const { head } = change.value;
  const { correlationId, version } = head;
  return ok({
    correlationId,
    answer: { caseNumber: path.caseNumber, department: body.department, version },
    writes: announcedChange(file, change.value, [body.department]),
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/cases/{caseNumber}/replays',
    path: CasePath,
    body: ReplayRequest,
    staff: officerOf,
    status: 201,
  },
  replayCase,
  () => ({ tables: new DynamoTables() }),
);
