/** The queues of the relay: two per department, its own work and its own system; the publisher's; the statistics'; those of notices, channels, imports and invalidations. */
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { INVALIDATION } from '../../shared/disclosure/invalidation.ts';
import {
  CHANNEL,
  DISCLOSURE,
  IMPORT,
  NOTICE,
  STATISTICS,
  WEBHOOK,
} from '../../shared/relay/outbox.ts';
import type { QueueMessage, Queues } from '../ports.ts';
import { setting } from '../runtime.ts';

const BATCH = 10; // SQS takes no more at once

export class SqsQueues implements Queues {
  // The endpoint is the configured one; a queue's address only names the queue.
  readonly #client = new SQSClient({ useQueueUrlAsEndpoint: false });

  async send(addressee: string, messages: readonly QueueMessage[]): Promise<readonly string[]> {
    const acknowledged: string[] = [];
    for (let start = 0; start < messages.length; start += BATCH) {
      const batch = messages.slice(start, start + BATCH);
      const { Successful } = await this.#client.send(
        new SendMessageBatchCommand({
          QueueUrl: urlOf(addressee),
          Entries: batch.map(({ id, body, group }, position) => ({
            Id: String(position),
            MessageBody: body,
            ...(group && {
              MessageGroupId: group,
              MessageDeduplicationId: id.replaceAll('#', ':'),
            }),
          })),
        }),
      );
      for (const { Id } of Successful ?? []) {
        const sent = batch[Number(Id)];
        if (sent) acknowledged.push(sent.id);
      }
    }
    return acknowledged;
  }
}

function urlOf(addressee: string): string {
  if (addressee === DISCLOSURE) return setting('DISCLOSURE_QUEUE_URL');
  if (addressee === STATISTICS) return setting('STATISTICS_QUEUE_URL');
  if (addressee === NOTICE) return setting('NOTICES_QUEUE_URL');
  if (addressee === INVALIDATION) return setting('INVALIDATIONS_QUEUE_URL');
  if (addressee === IMPORT) return setting('IMPORTS_QUEUE_URL');
  if (addressee.startsWith(CHANNEL)) return setting('CHANNELS_QUEUE_URL');
  if (addressee.startsWith(WEBHOOK))
    return setting('WEBHOOK_QUEUE_URL_PREFIX') + addressee.slice(WEBHOOK.length);
  return setting('REFERRAL_QUEUE_URL_PREFIX') + addressee;
}
