/** Starts a function on the new rows of a table, those alone whose partition key has the prefix. */
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  FilterCriteria,
  FilterRule,
  StartingPosition,
  type Function,
} from 'aws-cdk-lib/aws-lambda';
import { acknowledge } from './acknowledge.ts';

export function followInserts(fn: Function, table: TableV2, prefix: string): void {
  const streamArn = table.tableStreamArn;
  if (!streamArn) throw new Error(`${table.node.path} has no stream`);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      resources: [streamArn],
    }),
  );
  const mapping = fn.addEventSourceMapping('inserts', {
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(prefix) } } },
      }),
    ],
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    // What still fails then is not lost: the sweeper finds the row open. Retrying longer would hold up the rows behind it.
    retryAttempts: 3,
  });
  acknowledge(mapping, {
    'Serverless-LambdaEventSourceMappingDestination':
      'A record given up is a row that stays open: the sweeper finds it within a minute, and its age raises an alarm.',
  });
}
