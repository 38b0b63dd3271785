/** POST /api/attachments: a place for one file, and the signed form that takes it there. */
import { randomBytes } from 'node:crypto';
import type { Refusal } from '../../shared/api/problem.ts';
import {
  attachmentId,
  randomBytesForAttachmentId,
  reserved,
  ReservationRequest,
} from '../../shared/attachments/attachment.ts';
import { UPLOAD_SECONDS } from '../../shared/attachments/limits.ts';
import { ok, type Result } from '../../shared/result.ts';
import { attachmentWrite, quarantineKey } from '../aws/attachment-store.ts';
import { http, type Request } from '../aws/http.ts';
import { DynamoTables } from '../aws/tables.ts';
import { S3UploadForms } from '../aws/upload-forms.ts';
import type { Chance, Outcome, Tables, UploadForms } from '../ports.ts';

interface Deps extends Chance {
  readonly tables: Tables;
  readonly forms: UploadForms;
}

export async function reserveAttachment(
  { body, now }: Request<ReservationRequest, undefined, undefined>,
  { forms, randomBytes }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const id = attachmentId(now, randomBytes(randomBytesForAttachmentId));
  const { type, size } = body;
  const upload = await forms.form(quarantineKey(id), { type, size, seconds: UPLOAD_SECONDS });
  return ok({
    answer: { attachmentId: id, upload },
    writes: [attachmentWrite(reserved(id, body), now)],
  });
}

export const handler = http(
  { call: 'POST /api/attachments', body: ReservationRequest, status: 201 },
  reserveAttachment,
  () => ({ tables: new DynamoTables(), forms: new S3UploadForms(), randomBytes }),
);
