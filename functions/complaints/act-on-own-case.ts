/** POST /api/track/acts: whoever holds the receipt code takes a complaint back, reminds, or says how satisfied he is. */
import { decideForCitizen } from '../../shared/complaints/citizen-acts.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { CitizenActRequest } from '../../shared/api/calls.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { announcedChange } from '../aws/case-changes.ts';
import { loadCase } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { DynamoTables } from '../aws/tables.ts';
import { caseNumberOfReceipt } from '../aws/vault-store.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function actOnOwnCase(
  { body, now }: Request<CitizenActRequest, undefined, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const caseNumber = await caseNumberOfReceipt(tables, body.receiptCode);
  const file = caseNumber && (await loadCase(tables, caseNumber));
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  const done = decideForCitizen(file, body.act, now);
  if (!done.ok) return err({ status: 409, ...done.error });
  const { head, event } = done.value;
  return ok({
    correlationId: head.correlationId,
    answer: { seq: event.seq, at: event.at, type: event.type },
    writes: announcedChange(file, done.value),
  });
}

export const handler = http(
  { call: 'POST /api/track/acts', body: CitizenActRequest },
  actOnOwnCase,
  () => ({ tables: new DynamoTables() }),
);
