/** POST /api/attachments/{attachmentId}/completions: looks at what came, keeps a clean copy and says what it is. Twice says the same. */
import type { Refusal } from '../../shared/api/problem.ts';
import { AttachmentPath, judged, type Attachment } from '../../shared/attachments/attachment.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { S3AttachmentFiles } from '../aws/attachment-files.ts';
import {
  attachmentWrite,
  keptKey,
  loadAttachment,
  quarantineKey,
} from '../aws/attachment-store.ts';
import { http, type Request } from '../aws/http.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { AttachmentFiles, Outcome, Scanner, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';
import { check } from './check.ts';
import { scannerFor } from './scan.ts';

interface Deps {
  readonly tables: Tables;
  readonly files: AttachmentFiles;
  readonly scanner: Scanner;
}

export async function completeAttachment(
  { path: { attachmentId: id }, now }: Request<undefined, AttachmentPath, undefined>,
  { tables, files, scanner }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const attachment = await loadAttachment(tables, id, now);
  if (!attachment) return err({ status: 404, code: 'NOT_FOUND' });
  if (attachment.state !== 'reserved') return ok({ answer: stateOf(attachment) });
  const bytes = await files.read(quarantineKey(id));
  if (!bytes) return err({ status: 409, code: 'ATTACHMENT_NOT_UPLOADED' });
  const { verdict, content } = await check(bytes, attachment.announced, scanner);
  const result = judged(attachment, verdict);
  if (content && result.state === 'clean')
    await files.write(keptKey(result.ref), content, result.ref.type);
  // The row first: without it nobody could say what became of the file.
  const saved = await tables.commit([attachmentWrite(result, now)]);
  const final = saved.ok ? result : await loadAttachment(tables, id, now);
  await files.remove(quarantineKey(id));
  return final ? ok({ answer: stateOf(final) }) : err({ status: 404, code: 'NOT_FOUND' });
}

function stateOf(attachment: Attachment) {
  if (attachment.state === 'reserved') return { state: attachment.state };
  if (attachment.state === 'refused') return { state: attachment.state, why: attachment.why };
  const { name, type, size, sha256 } = attachment.ref;
  return { state: 'clean', name, type, size, sha256 };
}

export const handler = http(
  { call: 'POST /api/attachments/{attachmentId}/completions', path: AttachmentPath },
  completeAttachment,
  () => ({
    tables: new DynamoTables(),
    files: new S3AttachmentFiles(),
    scanner: scannerFor(setting('SCANNER')),
  }),
);
