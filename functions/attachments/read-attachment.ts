/** GET /api/desk/cases/{caseNumber}/attachments/{attachmentId}: where an officer of the case may download a file, for a minute. */
import { attachmentForOfficer } from '../../shared/attachments/attachment-of-case.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { CaseAttachmentPath } from '../../shared/api/calls.ts';
import { DOWNLOAD_SECONDS } from '../../shared/attachments/limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { keptKey } from '../aws/attachment-store.ts';
import { loadCase } from '../aws/case-store.ts';
import { S3Downloads } from '../aws/downloads.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Downloads, Outcome, Tables } from '../ports.ts';

interface Deps {
  readonly tables: Tables;
  readonly downloads: Downloads;
}

export async function readAttachment(
  { path, officer }: Request<undefined, CaseAttachmentPath, undefined>,
  { tables, downloads }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const file = await loadCase(tables, path.caseNumber);
  const ref = file && attachmentForOfficer(file, officer.department, path.attachmentId);
  if (!ref) return err({ status: 404, code: 'NOT_FOUND' });
  const url = await downloads.address(keptKey(ref), ref.name, DOWNLOAD_SECONDS);
  return ok({ answer: { url } });
}

export const handler = http(
  {
    call: 'GET /api/desk/cases/{caseNumber}/attachments/{attachmentId}',
    path: CaseAttachmentPath,
    staff: officerOf,
  },
  readAttachment,
  () => ({ tables: new DynamoTables(), downloads: new S3Downloads() }),
);
