/** Queue of a department's own system: tells it by a signed call which case to fetch, and closes the row when it answers 2xx. */
import { deliveryId, type WebhookDelivery } from '../../shared/departments/webhook.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { sign } from '../../shared/departments/signature.ts';
import type { OutboxMessage } from '../../shared/relay/outbox.ts';
import { log } from '../aws/log.ts';
import { closedWrite, movedWrite, setAsideWrite } from '../aws/outbox-store.ts';
import { Park, queue } from '../aws/sqs.ts';
import { DynamoTables } from '../aws/tables.ts';
import { loadWebhook, signingSecrets } from '../aws/webhook-store.ts';
import type { Clock, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';
import { callWebhook } from './call-webhook.ts';

interface Deps extends Clock {
  readonly tables: Tables;
  readonly department: DepartmentCode;
  readonly call: typeof callWebhook;
}

/** A system that is down is no fault of ours: the message finishes, its row stays open, and the sweep sends it again. */
export async function deliverWebhook(
  message: OutboxMessage,
  { tables, department, call, now }: Deps,
): Promise<void> {
  const { outboxId, pointer, correlationId } = message;
  if (pointer.kind !== 'webhook') throw new Park('NOT_A_WEBHOOK');
  if (!(await tables.get('relay', { pk: outboxId, sk: '-' }))) return; // taken already
  const webhook = await loadWebhook(tables, department);
  if (!webhook?.active) {
    await tables.commit([setAsideWrite(message, 'PARKED', 'WEBHOOK_OFF', now())]);
    return;
  }
  const sentAt = now();
  const { caseNumber, version } = pointer;
  const id = deliveryId(department, caseNumber, version);
  const delivery: WebhookDelivery = { deliveryId: id, department, caseNumber, version, sentAt };
  const body = JSON.stringify(delivery);
  const signed = sign(await signingSecrets(tables, department, sentAt), body, sentAt);
  const failure = await call(
    webhook.url,
    {
      'content-type': 'application/json',
      'idempotency-key': id,
      'mingcha-timestamp': signed.timestamp,
      'mingcha-signature': signed.signature,
    },
    body,
  );
  await tables.commit([
    failure ? movedWrite(outboxId, { reason: failure }) : closedWrite(outboxId),
  ]);
  if (failure) log('warn', 'WEBHOOK_FAILED', { outboxId, correlationId, department, failure });
}

export const handler = queue(deliverWebhook, () => ({
  tables: new DynamoTables(),
  department: setting('DEPARTMENT') as DepartmentCode, // CDK writes it from the directory
  call: callWebhook,
  now: () => new Date().toISOString(),
}));
