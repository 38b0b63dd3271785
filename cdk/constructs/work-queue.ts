/** A queue whose messages are never lost: what fails five times waits two weeks in a dead-letter queue. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption, type IQueue, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { lambdas } from '../../functions/catalogue.ts';
import { acknowledge } from './acknowledge.ts';
import { timeoutOf } from './catalogue-function.ts';

/** The longest that SQS keeps a message. */
const RETENTION = Duration.days(14);
const RECEIVES = 5;

export interface WorkQueueProps {
  readonly queueName?: string;
  readonly visibilityTimeout: Duration;
  readonly deadLetters: Queue;
  /** In order, one message group at a time. */
  readonly fifo?: true;
}

export class WorkQueue extends Queue {
  constructor(
    scope: Construct,
    id: string,
    { queueName, visibilityTimeout, deadLetters, fifo }: WorkQueueProps,
  ) {
    super(scope, id, {
      ...kept(fifo),
      ...(queueName && { queueName }),
      visibilityTimeout,
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: RECEIVES },
    });
  }
}

/** Where the queues of one kind send what they give up. They share it: nothing happens to it but a note on the message's row. */
export function deadLetterQueue(scope: Construct, id: string, fifo?: true): Queue {
  const noter = lambdas.find(
    ({ trigger }) => 'queue' in trigger && trigger.queue === 'dead-letters',
  );
  if (!noter) throw new Error('the catalogue has nobody who notes dead letters');
  const queue = new Queue(scope, id, {
    ...kept(fifo),
    visibilityTimeout: Duration.seconds(6 * timeoutOf(noter).toSeconds()),
  });
  acknowledge(queue, {
    'Serverless-SQSRedrivePolicy': 'It is itself where a queue sends what it gives up.',
  });
  return queue;
}

const kept = (fifo?: true): QueueProps => ({
  retentionPeriod: RETENTION,
  enforceSSL: true,
  encryption: QueueEncryption.SQS_MANAGED,
  // Rules cannot name a deduplication id, so equal bodies count as one message; our own senders name theirs.
  ...(fifo && { fifo, contentBasedDeduplication: true }),
});

export interface Feeding {
  readonly batchSize: number;
  /** At most so many batches at once; the queue keeps the others. */
  readonly maxConcurrency?: number;
}

/** Lets a function consume a queue and starts it on each batch; it answers which messages of the batch failed. */
export function feed(
  fn: Function,
  queue: IQueue,
  { batchSize, maxConcurrency }: Feeding,
  id = 'messages',
): void {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [queue.queueArn],
    }),
  );
  const mapping = fn.addEventSourceMapping(id, {
    batchSize,
    eventSourceArn: queue.queueArn,
    reportBatchItemFailures: true,
    ...(maxConcurrency !== undefined && { maxConcurrency }),
  });
  acknowledge(mapping, {
    'Serverless-LambdaEventSourceMappingDestination':
      'Streams need one. For a queue Lambda knows none: its redrive policy takes what fails.',
  });
}
