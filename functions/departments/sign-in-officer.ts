/** POST /api/desk/sign-ins: enters the caller into the staff list of his department. Twice does no harm. */
import { SignInRequest } from '../../shared/departments/staff.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { staffWrite } from '../aws/staff-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

/** A department's own system holds no role: it is nobody to give work to. */
export function signInOfficer({
  officer,
  now,
}: Request<SignInRequest, undefined, undefined>): Promise<Result<Outcome<unknown>, Refusal>> {
  const { subject, name, department, roles } = officer;
  if (roles.length === 0)
    return Promise.resolve(err({ status: 403, code: 'ROLE_MISSING', role: 'officer' }));
  return Promise.resolve(
    ok({
      answer: { subject, name, department, roles },
      writes: [staffWrite(department, { subject, name, roles, lastSignInAt: now })],
    }),
  );
}

export const handler = http(
  { call: 'POST /api/desk/sign-ins', body: SignInRequest, staff: officerOf, status: 201 },
  signInOfficer,
  (): { readonly tables: Tables } => ({ tables: new DynamoTables() }),
);
