/** POST /api/track: what has become of a complaint, for whoever holds its receipt code. */
import { caseForCitizen } from '../../shared/complaints/views.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { TrackRequest } from '../../shared/api/calls.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadCase } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { DynamoTables } from '../aws/tables.ts';
import { caseNumberOfReceipt } from '../aws/vault-store.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function trackComplaint(
  { body, now }: Request<TrackRequest, undefined, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const caseNumber = await caseNumberOfReceipt(tables, body.receiptCode);
  const file = caseNumber && (await loadCase(tables, caseNumber));
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  return ok({ answer: caseForCitizen(file, now) });
}

export const handler = http(
  { call: 'POST /api/track', body: TrackRequest },
  trackComplaint,
  () => ({
    tables: new DynamoTables(),
  }),
);
