/** GET /api/desk/officers: the staff list of the caller's department. */
import { ok } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { staffOf } from '../aws/staff-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Tables } from '../ports.ts';

export async function listOfficers(
  { officer }: Request<undefined, undefined, undefined>,
  { tables }: { readonly tables: Tables },
) {
  return ok({ answer: { officers: await staffOf(tables, officer.department) } });
}

export const handler = http(
  { call: 'GET /api/desk/officers', staff: officerOf },
  listOfficers,
  () => ({ tables: new DynamoTables() }),
);
