/** Feeds a function from a table's stream: reads, filters, delivers, and moves the place when all is handled. */
import { call, EngineError } from '../engines/engine-call.ts';
import type { StreamSource } from '../template/plan-sources.ts';
import { openCheckpoint } from './checkpoint.ts';
import { deliver, type StreamRecord, type StreamSurroundings } from './deliver-records.ts';

export interface StreamReader {
  /** A function has just run and may have written: looks at once instead of at the next poll. */
  wake(): void;
  /** Resolves when `signal` has aborted and the batch in hand is done. */
  readonly finished: Promise<void>;
}

const IDLE_POLL_MILLISECONDS = 100;
const FIRST_POLL_MILLISECONDS = 10;

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
