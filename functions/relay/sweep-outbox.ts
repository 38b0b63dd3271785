/** Each minute: sends open outbox rows again whose time has passed, sets aside what was sent in vain, and says how things stand. */
import { figuresOf } from '../../shared/relay/figures.ts';
import {
  afterRefusal,
  asideStates,
  isExhausted,
  OUTBOX_SHARDS,
  reasonWhenExhausted,
  type AsideState,
  type OutboxRow,
} from '../../shared/relay/outbox.ts';
import type { Instant } from '../../shared/time.ts';
import { figures, log } from '../aws/log.ts';
import { asideRows, dueRows, movedWrite, openRows, setAsideWrite } from '../aws/outbox-store.ts';
import { SqsQueues } from '../aws/queues.ts';
import { send } from '../aws/relay.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Queues, Tables } from '../ports.ts';

const MOST_SENT_PER_SHARD = 200; // a minute's work; the rest is due again in the next
const MOST_COUNTED = 1_000; // per shard and state: beyond that a figure says "at least"

interface Deps {
  readonly tables: Tables;
  readonly queues: Queues;
}

export async function sweepOutbox(deps: Deps, now: Instant): Promise<void> {
  for (const shard of shards) {
    const rows = await dueRows(deps.tables, shard, now, MOST_SENT_PER_SHARD);
    for (const row of rows.filter(isExhausted)) await setAside(row, deps, now);
    const due = rows.filter((row) => !isExhausted(row));
    const left = await send(due, deps, now);
    for (const { pk } of left) await deps.tables.commit([movedWrite(pk, afterRefusal(now))]);
    if (due.length > 0) log('warn', 'SWEPT', { due: due.length, notSent: left.length });
  }
  figures({ ...(await figuresNow(deps.tables, now)) });
}

let deps: Deps | undefined;

export async function handler(): Promise<void> {
  deps ??= { tables: new DynamoTables(), queues: new SqsQueues() };
  await sweepOutbox(deps, new Date().toISOString());
}

const shards = Array.from({ length: OUTBOX_SHARDS }, (_, shard) => shard);

async function setAside(row: OutboxRow, { tables }: Deps, now: Instant): Promise<void> {
  const { state, reason } = reasonWhenExhausted(row);
  const { pk: outboxId, addressee, correlationId } = row;
  await tables.commit([setAsideWrite({ outboxId, addressee }, state, reason, now)]);
  log('error', 'SET_ASIDE', { outboxId, state, reason, correlationId });
}

async function figuresNow(tables: Tables, now: Instant) {
  const open = await Promise.all(shards.map((shard) => openRows(tables, shard, MOST_COUNTED)));
  const aside = await Promise.all(
    asideStates.map(async (state): Promise<[AsideState, readonly OutboxRow[]]> => [
      state,
      await asideRows(tables, state, undefined, MOST_COUNTED),
    ]),
  );
  const byState = { PARKED: [], STUCK: [], DEAD: [], ...Object.fromEntries(aside) };
  return figuresOf(open.flat(), byState, now);
}
