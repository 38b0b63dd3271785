/** GET /api/desk/webhook: where the department's own system listens, for its administrator; never the secret. */
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import { loadWebhook } from '../aws/webhook-store.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function readWebhook(
  { officer }: Request<undefined, undefined, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!officer.roles.includes('administrator'))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'administrator' });
  const webhook = await loadWebhook(tables, officer.department);
  return webhook ? ok({ answer: webhook }) : err({ status: 404, code: 'NOT_FOUND' });
}

export const handler = http(
  { call: 'GET /api/desk/webhook', staff: officerOf },
  readWebhook,
  () => ({
    tables: new DynamoTables(),
  }),
);
