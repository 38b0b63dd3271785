/** Stream of the relay table: sends each new outbox row to its queue at once. What fails here the sweep sends later. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import * as v from 'valibot';
import { OutboxRow } from '../../shared/relay/outbox.ts';
import type { Instant } from '../../shared/time.ts';
import { plainImage } from '../aws/stream.ts';
import { SqsQueues } from '../aws/queues.ts';
import { send } from '../aws/relay.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Queues, Tables } from '../ports.ts';

interface Deps {
  readonly tables: Tables;
  readonly queues: Queues;
}

/** @returns the rows that could not be sent */
export const dispatchOutbox = (rows: readonly OutboxRow[], deps: Deps, now: Instant) =>
  send(rows, deps, now);

let deps: Deps | undefined;

export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  deps ??= { tables: new DynamoTables(), queues: new SqsQueues() };
  const records = event.Records.map((record) => ({
    sequence: record.dynamodb?.SequenceNumber ?? '',
    row: v.parse(OutboxRow, plainImage(record)),
  }));
  const rows = records.map(({ row }) => row);
  const left = await dispatchOutbox(rows, deps, new Date().toISOString());
  const failed = records.filter(({ row }) => left.includes(row));
  return { batchItemFailures: failed.map(({ sequence }) => ({ itemIdentifier: sequence })) };
}
