/** A queue whose messages are never lost: what fails five times waits two weeks in a dead-letter queue. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** The longest that SQS keeps a message. */
const RETENTION = Duration.days(14);
const RECEIVES = 5;

export interface WorkQueueProps {
  readonly queueName?: string;
  readonly visibilityTimeout: Duration;
  /** In order, one message group at a time. */
  readonly fifo?: true;
}

export interface Feeding {
  readonly batchSize: number;
  /** At most so many batches at once; the queue keeps the others. */
  readonly maxConcurrency?: number;
}

export class WorkQueue extends Queue {
  readonly deadLetters: Queue;

  constructor(
    scope: Construct,
    id: string,
    { queueName, visibilityTimeout, fifo }: WorkQueueProps,
  ) {
    const kept: QueueProps = {
      retentionPeriod: RETENTION,
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
      // Rules cannot name a deduplication id, so equal bodies count as one message; our own senders name theirs.
      ...(fifo && { fifo, contentBasedDeduplication: true }),
    };
    const deadLetters = new Queue(scope, `${id}-dead`, kept);
    acknowledge(deadLetters, {
      'Serverless-SQSRedrivePolicy': 'It is itself where a queue sends what it gives up.',
    });
    super(scope, id, {
      ...kept,
      ...(queueName && { queueName }),
      visibilityTimeout,
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: RECEIVES },
    });
    this.deadLetters = deadLetters;
  }

  /** Lets a function consume the queue and starts it on each batch; it answers which messages of the batch failed. */
  feed(fn: Function, { batchSize, maxConcurrency }: Feeding): void {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.queueArn],
      }),
    );
    const mapping = fn.addEventSourceMapping('messages', {
      batchSize,
      eventSourceArn: this.queueArn,
      reportBatchItemFailures: true,
      ...(maxConcurrency !== undefined && { maxConcurrency }),
    });
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        'Streams need one. For a queue Lambda knows none: its redrive policy takes what fails.',
    });
  }
}
