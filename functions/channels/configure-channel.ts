/** POST /api/desk/channels/{channel}: files, or signed calls to an address; a new secret is shown once. */
import { randomBytes } from 'node:crypto';
import type { Refusal } from '../../shared/api/problem.ts';
import { ChannelPath, mayConfigure } from '../../shared/channels/calls.ts';
import { ChannelRequest, configuredChannel } from '../../shared/channels/configuration.ts';
import { checkAddress } from '../../shared/departments/webhook-address.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { configurationWrite, loadConfiguration } from '../aws/channel-store.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import { secretWrites } from '../aws/webhook-store.ts';
import type { Chance, Outcome, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';

const SECRET_BYTES = 32;

interface Deps extends Chance {
  readonly tables: Tables;
  readonly siteOrigin: string;
}

export async function configureChannel(
  { path: { channel }, body, officer, now }: Request<ChannelRequest, ChannelPath, undefined>,
  { tables, randomBytes, siteOrigin }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!mayConfigure(officer))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'administrator' });
  const asked = body.delivery === 'webhook' ? normalised(body, siteOrigin) : ok(body);
  if (!asked.ok)
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'url', code: asked.error }] });
  const before = await loadConfiguration(tables, channel);
  const after = configuredChannel(before, asked.value, now, officer.subject);
  const { webhook } = after;
  const isNew = webhook?.secretVersion === webhook?.version && webhook !== before?.webhook;
  const secret =
    webhook && isNew ? Buffer.from(randomBytes(SECRET_BYTES)).toString('base64url') : undefined;
  return ok({
    answer: { channel, ...after, ...(secret && { secret }) },
    writes: [
      configurationWrite(channel, after),
      ...(webhook ? secretWrites(`CHANNEL.${channel}`, before?.webhook, webhook, secret) : []),
    ],
  });
}

function normalised(
  body: ChannelRequest & { readonly delivery: 'webhook' },
  siteOrigin: string,
): Result<ChannelRequest, string> {
  const url = URL.parse(body.url);
  const oneMachine = /^http:\/\/localhost(:\d+)?$/.test(siteOrigin);
  const address = url ? checkAddress(url, oneMachine) : err('INVALID');
  if (!url || !address.ok) return err(address.ok ? 'INVALID' : address.error);
  return ok({ ...body, url: url.href });
}

export const handler = http(
  {
    call: 'POST /api/desk/channels/{channel}',
    path: ChannelPath,
    body: ChannelRequest,
    staff: officerOf,
  },
  configureChannel,
  () => ({ tables: new DynamoTables(), randomBytes, siteOrigin: setting('SITE_ORIGIN') }),
);
