/** Hands stream records to a function as Lambda does: retries, halves a failing batch, gives up when the source says so. */
import { setTimeout as pause } from 'node:timers/promises';
import { call, LOCAL_REGION, type Fields } from '../engines/engine-call.ts';
import type { FunctionPool } from '../functions/pool.ts';
import type { JsonObject } from '../template/assembly.ts';
import type { StreamSource } from '../template/plan-sources.ts';
import { failedIdentifiers } from './queue-source.ts';

export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: string;
  readonly dynamodb: JsonObject & {
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
  };
}

export interface StreamSurroundings {
  readonly endpoint: string;
  /** The engine's own ARN of the stream. */
  readonly engineArn: string;
  readonly sqs: string;
  readonly dataDir: string;
  readonly pool: Pick<FunctionPool, 'invoke'>;
  readonly signal: AbortSignal;
  readonly complain: (sentence: string) => void;
}

const FIRST_RETRY_MILLISECONDS = 200;
const LONGEST_RETRY_MILLISECONDS = 20_000;

/** Returns when every record has been handled or given up; until then the place does not move. */
export async function deliver(
  source: StreamSource,
  surroundings: StreamSurroundings,
  records: readonly StreamRecord[],
): Promise<void> {
  const { pool, signal } = surroundings;
  let remaining = records;
  let delay = FIRST_RETRY_MILLISECONDS;
  for (let attempt = 0; remaining.length > 0; attempt += 1) {
    if (signal.aborted) throw new Error('the host is stopping');
    const fresh = remaining.filter((record) => !isTooOld(source, record));
    if (fresh.length === 0) return;
    const failedFrom = await pool
      .invoke(source.functionName, { Records: fresh.map((record) => eventOf(source, record)) })
      .then((answer) => firstFailure(source, fresh, answer))
      .catch(() => 0);
    if (failedFrom === undefined) return;
    if (failedFrom > 0) attempt = -1;
    remaining = fresh.slice(failedFrom);
    if (source.bisects && failedFrom === 0 && remaining.length > 1) {
      const half = Math.ceil(remaining.length / 2);
      await deliver(source, surroundings, remaining.slice(0, half));
      await deliver(source, surroundings, remaining.slice(half));
      return;
    }
    if (source.maximumRetries !== undefined && attempt >= source.maximumRetries) {
      await giveUp(source, surroundings, remaining);
      return;
    }
    await pause(delay, undefined, { signal });
    delay = Math.min(delay * 2, LONGEST_RETRY_MILLISECONDS);
  }
}

/** The index of the first record that is to be tried again; undefined when all are done. */
function firstFailure(
  { reportsPartialFailures }: StreamSource,
  records: readonly StreamRecord[],
  answer: unknown,
): number | undefined {
  if (!reportsPartialFailures) return undefined;
  const failed = failedIdentifiers(answer);
  if (!failed) return 0;
  const first = records.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber));
  if (first >= 0) return first;
  return failed.length > 0 ? 0 : undefined;
}

function isTooOld({ maximumAgeSeconds }: StreamSource, { dynamodb }: StreamRecord): boolean {
  if (maximumAgeSeconds === undefined) return false;
  return Date.now() / 1000 - dynamodb.ApproximateCreationDateTime > maximumAgeSeconds;
}

async function giveUp(
  { id, onFailureQueueUrl, streamArn, functionName }: StreamSource,
  { sqs, complain }: StreamSurroundings,
  records: readonly StreamRecord[],
): Promise<void> {
  complain(`${id}: gave up ${records.length} records from ${records[0]?.dynamodb.SequenceNumber}`);
  if (onFailureQueueUrl === undefined) return;
  await call(sqs, 'sqs', 'SendMessage', {
    QueueUrl: onFailureQueueUrl,
    MessageBody: JSON.stringify({
      requestContext: { functionArn: functionName, condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: {
        batchSize: records.length,
        startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
        endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
        streamArn,
      },
    }),
  });
}

function eventOf({ streamArn }: StreamSource, record: StreamRecord): Fields {
  return {
    ...record,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: LOCAL_REGION,
    eventSourceARN: streamArn,
  };
}
