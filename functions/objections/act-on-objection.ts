/** POST /api/desk/objections/{objectionId}/commands: receipt, forwarding, answer; and the contact, whose opening the objector sees. */
import type { Refusal } from '../../shared/api/problem.ts';
import { ObjectionPath } from '../../shared/objections/calls.ts';
import {
  decide,
  ObjectionCommand,
  type ObjectionRefusal,
} from '../../shared/objections/lifecycle.ts';
import { objectionForDesk } from '../../shared/objections/views.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { contactOfObjection, loadObjection, objectionWrites } from '../aws/objection-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';
import { publicSide } from './public-side.ts';

export async function actOnObjection(
  { path, body, officer, now }: Request<ObjectionCommand, ObjectionPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await loadObjection(tables, path.objectionId);
  if (found?.objection.department !== officer.department)
    return err({ status: 404, code: 'NOT_FOUND' });
  const decision = decide(found.objection, body, officer, now);
  if (!decision.ok) return err(refusalOf(decision.error));
  const { objection, event } = decision.value;
  const opens = body.type === 'open-contact';
  const contact = opens ? await contactOfObjection(tables, objection.objectionId, now) : undefined;
  if (opens && !contact) return err({ status: 409, code: 'NO_CONTACT' });
  const about = await publicSide(tables, objection.recordId);
  return ok({
    answer: {
      ...objectionForDesk(objection, [...found.events, event], about, officer, now),
      ...(contact && { contact }),
    },
    writes: objectionWrites(objection, event),
  });
}

const refusalOf = (refusal: ObjectionRefusal): Refusal => ({
  status: refusal.code === 'ROLE_MISSING' || refusal.code === 'NOT_YOUR_DEPARTMENT' ? 403 : 409,
  ...refusal,
});

export const handler = http(
  {
    call: 'POST /api/desk/objections/{objectionId}/commands',
    path: ObjectionPath,
    body: ObjectionCommand,
    staff: officerOf,
  },
  actOnObjection,
  () => ({ tables: new DynamoTables() }),
);
