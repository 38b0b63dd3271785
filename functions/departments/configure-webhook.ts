/** POST /api/desk/webhook: the department's administrator says where its own system listens; a new secret is shown once. */
import { randomBytes } from 'node:crypto';
import type { Refusal } from '../../shared/api/problem.ts';
import { configured, WebhookRequest } from '../../shared/departments/webhook.ts';
import { checkAddress } from '../../shared/departments/webhook-address.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import { loadWebhook, webhookWrites } from '../aws/webhook-store.ts';
import type { Chance, Outcome, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';

const SECRET_BYTES = 32;

interface Deps extends Chance {
  readonly tables: Tables;
  readonly siteOrigin: string;
}

export async function configureWebhook(
  { body, officer, now }: Request<WebhookRequest, undefined, undefined>,
  { tables, randomBytes, siteOrigin }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!officer.roles.includes('administrator'))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'administrator' });
  const url = URL.parse(body.url);
  const oneMachine = /^http:\/\/localhost(:\d+)?$/.test(siteOrigin);
  const address = url ? checkAddress(url, oneMachine) : err('INVALID');
  if (!url || !address.ok)
    return err({
      status: 422,
      code: 'INVALID',
      errors: [{ field: 'url', code: address.ok ? 'INVALID' : address.error }],
    });
  const before = await loadWebhook(tables, officer.department);
  const after = configured(before, { ...body, url: url.href }, now, officer.subject);
  const isNew = after.secretVersion === after.version;
  const secret = isNew ? Buffer.from(randomBytes(SECRET_BYTES)).toString('base64url') : undefined;
  return ok({
    answer: { ...after, ...(secret && { secret }) },
    writes: webhookWrites(officer.department, before, after, secret),
  });
}

export const handler = http(
  { call: 'POST /api/desk/webhook', body: WebhookRequest, staff: officerOf },
  configureWebhook,
  () => ({ tables: new DynamoTables(), randomBytes, siteOrigin: setting('SITE_ORIGIN') }),
);
