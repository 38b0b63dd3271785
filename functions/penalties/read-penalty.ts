/** GET /api/desk/penalties/{penaltyId}: a penalty of the caller's department with everything done to it. */
import type { Refusal } from '../../shared/api/problem.ts';
import { PenaltyPath } from '../../shared/api/calls.ts';
import { penaltyForDesk } from '../../shared/penalties/views.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { loadPenalty } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function readPenalty(
  { path, officer }: Request<undefined, PenaltyPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await loadPenalty(tables, path.penaltyId);
  if (found?.penalty.department !== officer.department)
    return err({ status: 404, code: 'NOT_FOUND' });
  const { penalty, events } = found;
  return ok({ answer: { ...penalty, ...penaltyForDesk(penalty), timeline: events } });
}

export const handler = http(
  { call: 'GET /api/desk/penalties/{penaltyId}', path: PenaltyPath, staff: officerOf },
  readPenalty,
  () => ({ tables: new DynamoTables() }),
);
