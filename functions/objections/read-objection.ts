/** GET /api/desk/objections/{objectionId}: an objection with its way, and what the caller may do about it. */
import type { Refusal } from '../../shared/api/problem.ts';
import { ObjectionPath } from '../../shared/objections/calls.ts';
import { objectionForDesk } from '../../shared/objections/views.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { loadObjection } from '../aws/objection-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';
import { publicSide } from './public-side.ts';

export async function readObjection(
  { path, officer, now }: Request<undefined, ObjectionPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await loadObjection(tables, path.objectionId);
  if (found?.objection.department !== officer.department)
    return err({ status: 404, code: 'NOT_FOUND' });
  const { objection, events } = found;
  const about = await publicSide(tables, objection.recordId);
  return ok({ answer: objectionForDesk(objection, events, about, officer, now) });
}

export const handler = http(
  { call: 'GET /api/desk/objections/{objectionId}', path: ObjectionPath, staff: officerOf },
  readObjection,
  () => ({ tables: new DynamoTables() }),
);
