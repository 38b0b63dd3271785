/** POST /api/track/contacts: whoever holds the receipt code leaves a contact for notices, or takes it back. It is never shown. */
import { ContactRequest } from '../../shared/api/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { NOTICES_OFF } from '../../shared/notices/notice.ts';
import type { NewsWanted } from '../../shared/notices/wanted.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadCase, newsWrite } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { contactWrite, noContactWrite } from '../aws/news-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import { caseNumberOfReceipt } from '../aws/vault-store.ts';
import type { Outcome, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';

export async function keepContact(
  { body: { receiptCode, contact }, now }: Request<ContactRequest, undefined, undefined>,
  { tables, sendsNotices }: { readonly tables: Tables; readonly sendsNotices: boolean },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const caseNumber = await caseNumberOfReceipt(tables, receiptCode);
  const file = caseNumber && (await loadCase(tables, caseNumber));
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  if (contact && !sendsNotices) return err({ status: 409, code: 'NOTICES_OFF' });
  const { contact: _, ...others } = file.news ?? {};
  const news: NewsWanted = { ...others, ...(contact && { contact: contact.kind }) };
  return ok({
    correlationId: file.head.correlationId,
    answer: { news },
    writes: [
      contact ? contactWrite(caseNumber, contact, now) : noContactWrite(caseNumber),
      newsWrite(caseNumber, news),
    ],
  });
}

export const handler = http(
  { call: 'POST /api/track/contacts', body: ContactRequest },
  keepContact,
  () => ({
    tables: new DynamoTables(),
    sendsNotices: setting('NOTIFIER_URL') !== NOTICES_OFF,
  }),
);
