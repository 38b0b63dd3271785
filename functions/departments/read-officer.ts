/** GET /api/desk/me: who the caller is, as his token says. */
import { ok } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';

export function readOfficer({ officer }: Request<undefined, undefined, undefined>) {
  const { subject, name, department, roles } = officer;
  return Promise.resolve(ok({ answer: { subject, name, department, roles } }));
}

export const handler = http(
  { call: 'GET /api/desk/me', staff: officerOf },
  readOfficer,
  () => ({}),
);
