/** Dead-letter queues: notes on the outbox row that a queue gave its message up. The row stays open, so nothing is lost. */
import type { OutboxMessage } from '../../shared/relay/outbox.ts';
import { deadLetterWrite, outboxRowOf } from '../aws/outbox-store.ts';
import { queue } from '../aws/sqs.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Clock, Tables } from '../ports.ts';

interface Deps extends Clock {
  readonly tables: Tables;
}

export async function noteDeadLetter({ outboxId }: OutboxMessage, { tables, now }: Deps) {
  const row = await outboxRowOf(tables, outboxId);
  if (row?.state !== 'open') return; // applied meanwhile, or set aside with a better reason
  await tables.commit([deadLetterWrite(row, now())]);
}

export const handler = queue(
  noteDeadLetter,
  () => ({ tables: new DynamoTables(), now: () => new Date().toISOString() }),
  { onTick: () => Promise.resolve() }, // a tick that died is followed by the next
);
