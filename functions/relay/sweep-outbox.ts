/** Each minute: sends open outbox rows again whose time has passed, and sets aside as stuck what was sent in vain. */
import { isExhausted, OUTBOX_SHARDS } from '../../shared/relay/outbox.ts';
import type { Instant } from '../../shared/time.ts';
import { log } from '../aws/log.ts';
import { dueRows, setAsideWrite } from '../aws/outbox-store.ts';
import { SqsQueues } from '../aws/queues.ts';
import { send } from '../aws/relay.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Queues, Tables } from '../ports.ts';

const MOST_ROWS_PER_SHARD = 200; // a minute's work; the rest is due again in the next

interface Deps {
  readonly tables: Tables;
  readonly queues: Queues;
}

export async function sweepOutbox(deps: Deps, now: Instant): Promise<void> {
  let oldest: Instant | undefined;
  let sent = 0;
  for (let shard = 0; shard < OUTBOX_SHARDS; shard++) {
    const rows = await dueRows(deps.tables, shard, now, MOST_ROWS_PER_SHARD);
    const exhausted = rows.filter(isExhausted);
    for (const row of exhausted) {
      await deps.tables.commit([setAsideWrite(row.pk, 'stuck', 'TOO_MANY_ATTEMPTS')]);
      log('error', 'OUTBOX_STUCK', { outboxId: row.pk });
    }
    const open = rows.filter((row) => !isExhausted(row));
    const left = await send(open, deps, now);
    sent += open.length - left.length;
    for (const { createdAt } of rows) if (!oldest || createdAt < oldest) oldest = createdAt;
  }
  const ageSeconds = oldest ? Math.round((Date.parse(now) - Date.parse(oldest)) / 1000) : 0;
  if (oldest) log('warn', 'OUTBOX_SWEPT', { sent, oldestOpenRowSeconds: ageSeconds });
}

let deps: Deps | undefined;

export async function handler(): Promise<void> {
  deps ??= { tables: new DynamoTables(), queues: new SqsQueues() };
  await sweepOutbox(deps, new Date().toISOString());
}
