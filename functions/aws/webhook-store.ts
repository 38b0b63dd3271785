/**
 * Webhooks: the address in `worklists`, where the department's consumers may read it; the secret in `vault`.
 *
 * | pattern | table | key |
 * |---|---|---|
 * | where a department's own system listens | worklists | `DEPT#<code>` / `WEBHOOK` |
 * | its secrets, newest first; an older one has an end | vault | `WEBHOOK#<code>` / `SECRET#<version>` |
 * | those of a channel | vault | `WEBHOOK#CHANNEL.<channel>` / `SECRET#<version>` |
 */
import type { OutsideChannel } from '../../shared/channels/channel.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { RETIRING_SECONDS, type Webhook } from '../../shared/departments/webhook.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables, Write } from '../ports.ts';

export async function loadWebhook(
  tables: Pick<Tables, 'get'>,
  department: DepartmentCode,
): Promise<Webhook | undefined> {
  const row = await tables.get('worklists', configurationKey(department));
  return row?.['value'] as Webhook | undefined; // written below, by us alone
}

/** @param secret - the new one, where `after` has a new one */
export function webhookWrites(
  department: DepartmentCode,
  before: Webhook | undefined,
  after: Webhook,
  secret: string | undefined,
): readonly Write[] {
  const configuration: Write = {
    table: 'worklists',
    put: { ...configurationKey(department), version: after.version, value: after },
    when: before ? { version: before.version } : 'absent',
  };
  return [configuration, ...secretWrites(department, before, after, secret)];
}

/** A system that is told by signed calls: a department's own, or that of a channel. */
export type Receiver = DepartmentCode | `CHANNEL.${OutsideChannel}`;

/** @param secret - the new one, where `after` has a new one */
export function secretWrites(
  receiver: Receiver,
  before: Webhook | undefined,
  after: Webhook,
  secret: string | undefined,
): readonly Write[] {
  if (secret === undefined) return [];
  const made: Write = {
    table: 'vault',
    put: { ...secretKey(receiver, after.secretVersion), secret },
    when: 'absent',
  };
  if (!before) return [made];
  const retired: Write = {
    table: 'vault',
    update: secretKey(receiver, before.secretVersion),
    set: { expiresAt: secondsOf(after.changedAt) + RETIRING_SECONDS },
    when: 'present',
  };
  return [made, retired];
}

/** The secret of today, and the one before while it is valid. @throws when there is none: nothing is sent unsigned */
export async function signingSecrets(
  tables: Pick<Tables, 'query'>,
  receiver: Receiver,
  now: Instant,
): Promise<readonly string[]> {
  const { rows } = await tables.query('vault', `WEBHOOK#${receiver}`, {
    descending: true,
    limit: 2,
  });
  const valid = rows.filter(
    ({ expiresAt }) => expiresAt === undefined || Number(expiresAt) > secondsOf(now),
  );
  if (valid.length === 0) throw new Error(`no signing secret of ${receiver}`);
  return valid.map(({ secret }) => String(secret));
}

const configurationKey = (department: DepartmentCode) => ({
  pk: `DEPT#${department}`,
  sk: 'WEBHOOK',
});

const secretKey = (receiver: Receiver, version: number) => ({
  pk: `WEBHOOK#${receiver}`,
  sk: `SECRET#${String(version).padStart(6, '0')}`,
});

const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000);
