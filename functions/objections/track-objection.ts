/** POST /api/objections/track: what has become of an objection, for whoever holds its receipt code. */
import type { Refusal } from '../../shared/api/problem.ts';
import { ObjectionTrackRequest } from '../../shared/objections/calls.ts';
import { objectionForObjector } from '../../shared/objections/objector-view.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadDisclosed } from '../aws/disclosure-store.ts';
import { http, type Request } from '../aws/http.ts';
import { loadObjection, objectionOfReceipt } from '../aws/objection-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function trackObjection(
  { body }: Request<ObjectionTrackRequest, undefined, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const objectionId = await objectionOfReceipt(tables, body.receiptCode);
  const found = objectionId && (await loadObjection(tables, objectionId));
  if (!found) return err({ status: 404, code: 'NOT_FOUND' });
  const side = await loadDisclosed(tables, found.objection.recordId);
  return ok({ answer: objectionForObjector(found.objection, found.events, side) });
}

export const handler = http(
  { call: 'POST /api/objections/track', body: ObjectionTrackRequest },
  trackObjection,
  () => ({ tables: new DynamoTables() }),
);
