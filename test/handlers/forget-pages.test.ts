/** What the distribution is asked to forget: each request, whatever becomes of the others. */
import type { SQSEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { forgetPages } from '../../functions/disclosure/forget-pages.ts';

const eventOf = (...bodies: readonly unknown[]): SQSEvent =>
  ({
    Records: bodies.map((body, index) => ({
      messageId: String(index),
      body: JSON.stringify(body),
    })),
  }) as SQSEvent; // the rest of Lambda's shape is not read

it('asks once for each message, and brings only those again that failed', async () => {
  const asked: unknown[] = [];
  const copies = {
    forget: (reference: string, paths: readonly string[]) => {
      if (reference === 'b.2') return Promise.reject(new Error('too many at once'));
      asked.push({ reference, paths });
      return Promise.resolve();
    },
  };
  const first = { reference: 'a.2', paths: ['/', '/records/*'] };
  const others = [{ reference: 'b.2', paths: ['/'] }, { kind: 'something else' }];
  const { batchItemFailures } = await forgetPages(eventOf(first, ...others), { copies });
  expect(asked).toEqual([first]);
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['1', '2']);
});
