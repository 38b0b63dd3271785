/** A batch of messages: each has a fate of its own. */
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { Park, queue } from '../../functions/aws/sqs.ts';
import type { OutboxMessage } from '../../shared/relay/outbox.ts';
import { outboxRow } from '../../shared/relay/outbox.ts';
import { OCCASION } from '../support/builders.ts';
import { MemoryTables } from '../support/memory-tables.ts';

const pointer = { kind: 'webhook', caseNumber: 'C-1', version: 1 } as const;
const row = (name: string) => outboxRow(name, 'WEBHOOK.MARKET', pointer, OCCASION);

/** Messages named by their rows; what is not in the table of rows is no message at all. */
const batch = (...names: readonly string[]) =>
  ({
    Records: names.map((name) => ({
      messageId: name,
      body: name === 'nonsense' ? '{}' : JSON.stringify({ ...row(name), outboxId: row(name).pk }),
    })),
  }) as unknown as SQSEvent; // as far as a consumer reads it

const nameOf = ({ outboxId }: OutboxMessage) => outboxId.split('#')[1];

describe('a batch', () => {
  it('reports what has to come again or goes to the dead letters, and nothing else', async () => {
    const tables = new MemoryTables();
    await tables.commit([{ table: 'relay', put: row('parked') }]);
    const handler = queue(
      (message) => {
        if (nameOf(message) === 'parked') return Promise.reject(new Park('NEVER'));
        return nameOf(message) === 'later' ? Promise.reject(new Error()) : Promise.resolve();
      },
      () => ({ tables }),
    );
    const answer = await handler(batch('good', 'nonsense', 'parked', 'later', 'good too'));
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([
      'nonsense',
      'parked',
      'later',
    ]);
    expect(tables.all('relay')).toMatchObject([{ state: 'parked', reason: 'NEVER' }]);
  });

  it('that is handled at once lets no message wait for another', async () => {
    const gate = Promise.withResolvers<void>();
    const handler = queue(
      async (message) => (nameOf(message) === 'slow' ? gate.promise : gate.resolve()),
      () => ({ tables: new MemoryTables() }),
      { atOnce: true },
    );
    expect(await handler(batch('slow', 'quick'))).toEqual({ batchItemFailures: [] });
  });
});
