/** POST /api/desk/complaints: a clerk enters what came by telephone, counter, letter, hotline, grid worker or another body. */
import { randomBytes } from 'node:crypto';
import { ClerkIntake, receivedOnProblem } from '../../shared/complaints/intake.ts';
import type { FieldError, Refusal } from '../../shared/api/problem.ts';
import { err, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome } from '../ports.ts';
import { fileComplaint, type FilingDeps } from './file-complaint.ts';

export async function enterComplaint(
  request: Request<ClerkIntake, undefined, undefined>,
  deps: FilingDeps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const { body, officer, now, idempotencyKey, correlationId } = request;
  if (!officer.roles.includes('clerk'))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'clerk' });
  const today = dateInShanghai(now);
  const { channel, originalNumber, receivedOn = today, complaint } = body;
  const problem = receivedOnProblem(receivedOn, today);
  if (problem) return invalid({ field: 'receivedOn', code: problem });
  if (complaint.occurredOn && complaint.occurredOn > receivedOn)
    return invalid({ field: 'complaint.occurredOn', code: 'AFTER_RECEIPT' });
  const intake = {
    ...{ channel, receivedOn, enteredBy: officer.subject },
    ...(originalNumber && { originalNumber }),
  };
  const filed = await fileComplaint(
    complaint,
    { at: now, correlationId, idempotencyKey, intake },
    deps,
  );
  return filed.ok ? filed : err(asEntered(filed.error));
}

export const handler = http(
  {
    call: 'POST /api/desk/complaints',
    body: ClerkIntake,
    staff: officerOf,
    idempotencyKey: 'required',
    status: 201,
  },
  enterComplaint,
  () => ({ tables: new DynamoTables(), randomBytes }),
);

/** Fields as the clerk's body names them. */
const asEntered = ({ errors, ...refusal }: Refusal): Refusal => ({
  ...refusal,
  ...(errors && {
    errors: errors.map(({ field, code }) => ({ field: `complaint.${field}`, code })),
  }),
});

const invalid = (error: FieldError) =>
  err<Refusal>({ status: 422, code: 'INVALID', errors: [error] });
