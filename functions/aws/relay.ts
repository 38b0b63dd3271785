/** Hands outbox rows to their queues and moves each on once the queue has acknowledged it. */
import { district } from '../../shared/district.ts';
import { afterSending, DISCLOSURE, messageOf, type OutboxRow } from '../../shared/relay/outbox.ts';
import type { Instant } from '../../shared/time.ts';
import type { Queues, Tables } from '../ports.ts';
import { log } from './log.ts';
import { movedWrite } from './outbox-store.ts';

interface Deps {
  readonly tables: Tables;
  readonly queues: Queues;
}

/** Returns the rows that no queue acknowledged. One queue that fails stops no other. */
export async function send(
  rows: readonly OutboxRow[],
  { tables, queues }: Deps,
  now: Instant,
): Promise<readonly OutboxRow[]> {
  const byAddressee = [...Map.groupBy(rows, ({ addressee }) => addressee)];
  const left = await Promise.all(
    byAddressee.map(async ([addressee, group]) => {
      const sent = await queues
        .send(
          addressee,
          group.map((row) => ({
            id: `${row.pk}#${row.attempts}`,
            body: JSON.stringify(messageOf(row)),
            ...(addressee === DISCLOSURE && { group: district.code }),
          })),
        )
        .catch((): readonly string[] => []);
      const acknowledged = group.filter((row) => sent.includes(`${row.pk}#${row.attempts}`));
      await Promise.all(
        acknowledged.map((row) => tables.commit([movedWrite(row.pk, afterSending(row, now))])),
      );
      for (const { pk, correlationId } of acknowledged)
        log('info', 'SENT', { outboxId: pk, correlationId });
      return group.filter((row) => !acknowledged.includes(row));
    }),
  );
  return left.flat();
}
