/** POST /api/complaints: a citizen's report enters the system. The relay tells the departments. */
import { randomBytes } from 'node:crypto';
import { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { err, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { http, type Request } from '../aws/http.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome } from '../ports.ts';
import { fileComplaint, type FilingDeps } from './file-complaint.ts';

export async function submitComplaint(
  { body, now, idempotencyKey, correlationId }: Request<ComplaintSubmission, undefined, undefined>,
  deps: FilingDeps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (body.occurredOn && body.occurredOn > dateInShanghai(now))
    return err({
      status: 422,
      code: 'INVALID',
      errors: [{ field: 'occurredOn', code: 'IN_FUTURE' }],
    });
  return fileComplaint(body, { at: now, correlationId, idempotencyKey }, deps);
}

export const handler = http(
  {
    call: 'POST /api/complaints',
    body: ComplaintSubmission,
    idempotencyKey: 'required',
    status: 201,
  },
  submitComplaint,
  () => ({ tables: new DynamoTables(), randomBytes }),
);
