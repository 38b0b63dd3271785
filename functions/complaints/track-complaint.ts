/** POST /api/track: what has become of a complaint, for whoever holds its receipt code. */
import { openingForCitizen } from '../../shared/complaints/identity-opening.ts';
import { caseForCitizen } from '../../shared/complaints/views.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { TrackRequest } from '../../shared/api/calls.ts';
import { NOTICES_OFF } from '../../shared/notices/notice.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadCase } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { openingsOf } from '../aws/opening-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import { caseNumberOfReceipt } from '../aws/vault-store.ts';
import type { Outcome, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';

export async function trackComplaint(
  { body, now }: Request<TrackRequest, undefined, undefined>,
  { tables, sendsNotices }: { readonly tables: Tables; readonly sendsNotices: boolean },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const caseNumber = await caseNumberOfReceipt(tables, body.receiptCode);
  const file = caseNumber && (await loadCase(tables, caseNumber));
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  const isNamed = !file.head.anonymous;
  const openings = isNamed ? await openingsOf(tables, file.head.caseNumber) : [];
  return ok({
    answer: {
      ...caseForCitizen(file, now),
      ...(isNamed && { openings: openings.map(openingForCitizen) }),
      sendsNotices,
    },
  });
}

export const handler = http(
  { call: 'POST /api/track', body: TrackRequest },
  trackComplaint,
  () => ({
    tables: new DynamoTables(),
    sendsNotices: setting('NOTIFIER_URL') !== NOTICES_OFF,
  }),
);
