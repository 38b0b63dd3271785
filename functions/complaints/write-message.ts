/** POST /api/track/messages: the citizen adds something, named or not, to the case of a receipt code. */
import { citizenWrites } from '../../shared/complaints/citizen-acts.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { MessageRequest } from '../../shared/api/calls.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { claimAttachments } from '../aws/attachment-store.ts';
import { announcedChange } from '../aws/case-changes.ts';
import { loadCase } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { DynamoTables } from '../aws/tables.ts';
import { caseNumberOfReceipt } from '../aws/vault-store.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function writeMessage(
  { body, now }: Request<MessageRequest, undefined, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const caseNumber = await caseNumberOfReceipt(tables, body.receiptCode);
  const file = caseNumber && (await loadCase(tables, caseNumber));
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  const files = await claimAttachments(tables, body.attachments ?? [], now);
  if (!files.ok) return files;
  const written = citizenWrites(file, body.text, now, files.value.refs);
  if (!written.ok) return err({ status: 409, ...written.error });
  const { head, event } = written.value;
  return ok({
    correlationId: head.correlationId,
    answer: { seq: event.seq, at: event.at },
    writes: [...announcedChange(file, written.value), ...files.value.claimedBy(head.caseNumber)],
  });
}

export const handler = http(
  { call: 'POST /api/track/messages', body: MessageRequest, status: 201 },
  writeMessage,
  () => ({ tables: new DynamoTables() }),
);
