/** From a queue batch to a consumer: each message finishes, is retried, or is parked; one bad message stops no other. */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import { OutboxMessage } from '../../shared/relay/outbox.ts';
import type { Tables } from '../ports.ts';
import { log, traceOf } from './log.ts';
import { setAsideWrite } from './outbox-store.ts';

/** This message can never be applied: its outbox row is set aside with the reason, and it goes to the dead letters. */
export class Park extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = 'Park';
    this.reason = reason;
  }
}

/** What became of a finished message whose row was not closed: the sweep sends it again, or a person has to look. */
export type Remains = 'LEFT_OPEN' | 'SET_ASIDE';

type Consume<Deps> = (message: OutboxMessage, deps: Deps) => Promise<void | Remains>;

interface Options<Deps> {
  /** What to do with a message that is no outbox message but the schedule's. */
  readonly onTick?: (deps: Deps) => Promise<void>;
  /** In a FIFO queue everything waits behind a message: a parked one is finished, its row tells the story. */
  readonly fifo?: true;
  /** Messages of a batch are handled side by side: one that waits for somebody else holds up no other. */
  readonly atOnce?: true;
}

export function queue<Deps extends { readonly tables: Tables }>(
  consume: Consume<Deps>,
  wire: () => Deps,
  { onTick, fifo, atOnce }: Options<Deps> = {},
) {
  let deps: Deps | undefined;
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const wired = (deps ??= wire());
    const batchItemFailures: { itemIdentifier: string }[] = [];
    const handle = async ({ messageId, body }: SQSRecord): Promise<void> => {
      try {
        const content: unknown = JSON.parse(body);
        if (onTick && isTick(content)) await onTick(wired);
        else await one(v.parse(OutboxMessage, content), consume, wired);
      } catch (error) {
        log('error', 'MESSAGE_FAILED', { messageId });
        if (!(fifo && error instanceof Park)) batchItemFailures.push({ itemIdentifier: messageId });
      }
    };
    if (atOnce) await Promise.all(event.Records.map(handle));
    else for (const record of event.Records) await handle(record);
    return { batchItemFailures };
  };
}

const isTick = (content: unknown): boolean =>
  v.is(v.object({ kind: v.literal('refresh') }), content);

async function one<Deps extends { readonly tables: Tables }>(
  message: OutboxMessage,
  consume: Consume<Deps>,
  deps: Deps,
): Promise<void> {
  const { outboxId, correlationId } = message;
  try {
    const remains = await consume(message, deps);
    log('info', remains ?? 'APPLIED', { outboxId, correlationId });
  } catch (error) {
    log('error', 'NOT_APPLIED', { outboxId, correlationId, ...traceOf(error) });
    if (error instanceof Park) {
      const now = new Date().toISOString();
      await deps.tables.commit([setAsideWrite(message, 'PARKED', error.reason, now)]);
    }
    throw error;
  }
}
