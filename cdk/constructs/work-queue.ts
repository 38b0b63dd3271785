/** A queue whose messages are never lost: what fails five times waits two weeks in a dead-letter queue. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Queue, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** The longest that SQS keeps a message. */
const RETENTION = Duration.days(14);
const RECEIVES = 5;

export interface WorkQueueProps {
  readonly queueName?: string;
  readonly visibilityTimeout: Duration;
  /** In order, one message group at a time. */
  readonly fifo?: true;
}

export class WorkQueue extends Queue {
  constructor(
    scope: Construct,
    id: string,
    { queueName, visibilityTimeout, fifo }: WorkQueueProps,
  ) {
    const kept: QueueProps = {
      retentionPeriod: RETENTION,
      enforceSSL: true,
      // Rules cannot name a deduplication id, so equal bodies count as one message; our own senders name theirs.
      ...(fifo && { fifo, contentBasedDeduplication: true }),
    };
    super(scope, id, {
      ...kept,
      ...(queueName && { queueName }),
      visibilityTimeout,
      deadLetterQueue: {
        queue: new Queue(scope, `${id}-dead`, kept),
        maxReceiveCount: RECEIVES,
      },
    });
  }

  /** Lets a function consume the queue and starts it on each batch; it answers which messages of the batch failed. */
  feed(fn: Function, batchSize: number): void {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.queueArn],
      }),
    );
    fn.addEventSourceMapping('messages', {
      batchSize,
      eventSourceArn: this.queueArn,
      reportBatchItemFailures: true,
    });
  }
}
