/** Queue of a department's own system: tells it by a signed call which case to fetch, and closes the row when it answers 2xx. */
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { signedDelivery } from '../../shared/departments/webhook.ts';
import type { OutboxMessage } from '../../shared/relay/outbox.ts';
import { log } from '../aws/log.ts';
import { closedWrite, movedWrite, setAsideWrite } from '../aws/outbox-store.ts';
import { Park, queue, type Remains } from '../aws/sqs.ts';
import { DynamoTables } from '../aws/tables.ts';
import { loadWebhook, signingSecrets } from '../aws/webhook-store.ts';
import type { Clock, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';
import { callWebhook } from '../call-webhook.ts';

interface Deps extends Clock {
  readonly tables: Tables;
  readonly department: DepartmentCode;
  readonly call: typeof callWebhook;
}

/** A system that is down is no fault of ours: the message finishes, its row stays open, and the sweep sends it again. */
export async function deliverWebhook(
  message: OutboxMessage,
  { tables, department, call, now }: Deps,
): Promise<void | Remains> {
  const { outboxId, pointer, correlationId } = message;
  if (pointer.kind !== 'webhook') throw new Park('NOT_A_WEBHOOK');
  if (!(await tables.get('relay', { pk: outboxId, sk: '-' }))) return; // taken already
  const webhook = await loadWebhook(tables, department);
  if (!webhook?.active) {
    await tables.commit([setAsideWrite(message, 'PARKED', 'WEBHOOK_OFF', now())]);
    return 'SET_ASIDE';
  }
  const sentAt = now();
  const secrets = await signingSecrets(tables, department, sentAt);
  const { headers, body } = signedDelivery(department, pointer, secrets, sentAt);
  const failure = await call(webhook.url, headers, body);
  if (!failure) {
    await tables.commit([closedWrite(outboxId)]);
    return;
  }
  log('warn', 'WEBHOOK_FAILED', { outboxId, correlationId, department, failure });
  await tables.commit([movedWrite(outboxId, { reason: failure })]);
  return 'LEFT_OPEN';
}

export const handler = queue(
  deliverWebhook,
  () => ({
    tables: new DynamoTables(),
    department: setting('DEPARTMENT') as DepartmentCode, // CDK writes it from the directory
    call: callWebhook,
    now: () => new Date().toISOString(),
  }),
  { atOnce: true },
);
