/** Feeds a function from a table's stream as Lambda does: filter, batch, retry, bisect; the place is kept in a file. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { call, EngineError, LOCAL_REGION, type Fields } from '../engines/engine-call.ts';
import type { FunctionPool } from '../functions/pool.ts';
import type { JsonObject } from '../template/assembly.ts';
import type { StreamSource } from '../template/plan-sources.ts';
import { failedIdentifiers } from './queue-source.ts';

interface StreamRecord {
  readonly eventID: string;
  readonly eventName: string;
  readonly dynamodb: JsonObject & {
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
  };
}

export interface StreamReader {
  /** A function has just run and may have written: looks at once instead of at the next poll. */
  wake(): void;
  /** Resolves when `signal` has aborted and the batch in hand is done. */
  readonly finished: Promise<void>;
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

const IDLE_POLL_MILLISECONDS = 100;
const FIRST_POLL_MILLISECONDS = 10;
const FIRST_RETRY_MILLISECONDS = 200;
const LONGEST_RETRY_MILLISECONDS = 20_000;

export function startStreamSource(
  source: StreamSource,
  surroundings: StreamSurroundings,
): StreamReader {
  const { signal } = surroundings;
  let wakeUp = () => {};
  let woken = false;
  const rest = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      if (woken || signal.aborted) return resolve();
      const timer = setTimeout(resolve, milliseconds);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      return undefined;
    });
  const wake = () => {
    woken = true;
    wakeUp();
  };
  signal.addEventListener('abort', wake);

  async function run(): Promise<void> {
    const place = openCheckpoint(surroundings.dataDir, source.id);
    let iterator: string | undefined;
    let idle = FIRST_POLL_MILLISECONDS;
    while (!signal.aborted) {
      woken = false;
      try {
        iterator ??= await iteratorAt(source, surroundings, place.read());
        const page = await read(surroundings.endpoint, iterator, source.batchSize);
        const records = page.records.filter((record) => source.passes({ ...record }));
        await deliver(source, surroundings, records);
        const last = page.records.at(-1);
        if (last) place.write(last.dynamodb.SequenceNumber);
        iterator = page.next;
        idle = last ? FIRST_POLL_MILLISECONDS : Math.min(idle * 2, IDLE_POLL_MILLISECONDS);
      } catch (error) {
        // Stopping, an expired iterator, or a trimmed place: ask anew from the checkpoint.
        iterator = undefined;
        if (!signal.aborted) surroundings.complain(`${source.id}: ${String(error)}`);
        if (error instanceof EngineError && error.code === 'TrimmedDataAccessException') {
          place.forget();
        }
        idle = IDLE_POLL_MILLISECONDS;
      }
      if (woken) idle = FIRST_POLL_MILLISECONDS;
      await rest(idle);
    }
  }
  return { wake, finished: run() };
}

async function iteratorAt(
  { startingPosition }: StreamSource,
  { endpoint, engineArn }: StreamSurroundings,
  after: string | undefined,
): Promise<string> {
  const { StreamDescription: description } = await call<{
    StreamDescription: { Shards?: readonly { ShardId: string }[] };
  }>(endpoint, 'streams', 'DescribeStream', { StreamArn: engineArn });
  const [shard, ...others] = description.Shards ?? [];
  if (!shard || others.length > 0) {
    throw new Error(`the host reads streams of one shard; ${engineArn} has ${others.length + 1}`);
  }
  const { ShardIterator: iterator } = await call<{ ShardIterator: string }>(
    endpoint,
    'streams',
    'GetShardIterator',
    {
      StreamArn: engineArn,
      ShardId: shard.ShardId,
      ...(after === undefined
        ? { ShardIteratorType: startingPosition }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
    },
  );
  return iterator;
}

async function read(
  endpoint: string,
  iterator: string,
  limit: number,
): Promise<{ readonly records: readonly StreamRecord[]; readonly next: string | undefined }> {
  const { Records: records, NextShardIterator: next } = await call<{
    Records: readonly StreamRecord[];
    NextShardIterator?: string;
  }>(endpoint, 'streams', 'GetRecords', { ShardIterator: iterator, Limit: limit });
  return { records, next };
}

/** Returns when every record has been handled or given up; until then the place does not move. */
async function deliver(
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

/** The sequence number after which to read on. A crash between handling and writing repeats records: at least once. */
function openCheckpoint(dataDir: string, id: string) {
  const folder = join(dataDir, 'checkpoints');
  const path = join(folder, id);
  mkdirSync(folder, { recursive: true });
  const write = (after: string) => {
    writeFileSync(`${path}.new`, after);
    renameSync(`${path}.new`, path);
  };
  return {
    read: () => (existsSync(path) ? readFileSync(path, 'utf8') || undefined : undefined),
    write,
    forget: () => write(''),
  };
}
