/** Feeds a function from a queue as Lambda does: long polls, batches, and only what succeeded is deleted. */
import { setTimeout as pause } from 'node:timers/promises';
import { call, LOCAL_REGION } from '../engines/engine-call.ts';
import type { FunctionPool } from '../functions/pool.ts';
import type { QueueSource } from '../template/plan-sources.ts';

interface Message {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody?: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const LONGEST_POLL_SECONDS = 20;
const LARGEST_RECEIVE = 10;
const AFTER_ENGINE_ERROR_MILLISECONDS = 500;

/** Runs until `signal` aborts, then resolves when the batches in hand are done. */
export async function runQueueSource(
  source: QueueSource,
  endpoint: string,
  pool: Pick<FunctionPool, 'invoke'>,
  signal: AbortSignal,
  complain: (sentence: string) => void,
): Promise<void> {
  const inHand = new Set<Promise<void>>();
  while (!signal.aborted) {
    try {
      const messages = await receive(source, endpoint, signal);
      if (messages.length === 0) continue;
      const batch = handle(source, endpoint, pool, messages)
        // What could not be deleted comes again; a consumer lives with that.
        .catch((error: unknown) => complain(`${source.id}: ${String(error)}`))
        .finally(() => inHand.delete(batch));
      inHand.add(batch);
      if (inHand.size >= source.maximumConcurrency) await Promise.race(inHand);
    } catch (error) {
      // The engine is away: either it is being stopped, or the host hears of it and stops.
      if (!signal.aborted) complain(`${source.id}: ${String(error)}`);
      await pause(AFTER_ENGINE_ERROR_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    }
  }
  await Promise.all(inHand);
}

async function receive(
  { queueUrl, batchSize }: QueueSource,
  endpoint: string,
  signal: AbortSignal,
): Promise<readonly Message[]> {
  const { Messages: messages = [] } = await call<{ Messages?: readonly Message[] }>(
    endpoint,
    'sqs',
    'ReceiveMessage',
    {
      QueueUrl: queueUrl,
      MaxNumberOfMessages: Math.min(batchSize, LARGEST_RECEIVE),
      WaitTimeSeconds: LONGEST_POLL_SECONDS,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    },
    signal,
  );
  return messages;
}

/** What is not deleted becomes visible again after the queue's visibility time-out. */
async function handle(
  source: QueueSource,
  endpoint: string,
  pool: Pick<FunctionPool, 'invoke'>,
  messages: readonly Message[],
): Promise<void> {
  const event = { Records: messages.map((message) => recordOf(source, message)) };
  const done = await pool.invoke(source.functionName, event).then(
    (answer) => succeeded(source, messages, answer),
    () => [],
  );
  if (done.length === 0) return;
  await call(endpoint, 'sqs', 'DeleteMessageBatch', {
    QueueUrl: source.queueUrl,
    Entries: done.map((message, index) => ({
      Id: String(index),
      ReceiptHandle: message.ReceiptHandle,
    })),
  });
}

/** An answer that names a message which is not in the batch, or is not of the documented shape, fails the whole batch. */
function succeeded(
  { reportsPartialFailures }: QueueSource,
  messages: readonly Message[],
  answer: unknown,
): readonly Message[] {
  if (!reportsPartialFailures) return messages;
  const failed = failedIdentifiers(answer);
  const known = new Set(messages.map(({ MessageId }) => MessageId));
  if (!failed?.every((id) => known.has(id))) return [];
  return messages.filter(({ MessageId }) => !failed.includes(MessageId));
}

/** The identifiers in `{batchItemFailures: [{itemIdentifier}]}`; none for no answer; undefined for another shape. */
export function failedIdentifiers(answer: unknown): readonly string[] | undefined {
  if (typeof answer !== 'object' || answer === null) return [];
  const failures = 'batchItemFailures' in answer ? answer.batchItemFailures : undefined;
  if (failures === undefined || failures === null) return [];
  if (!Array.isArray(failures)) return undefined;
  const identifiers = failures.map(
    (failure: { readonly itemIdentifier?: unknown } | null) => failure?.itemIdentifier,
  );
  return identifiers.every((id) => typeof id === 'string') ? identifiers : undefined;
}

function recordOf({ queueArn }: QueueSource, message: Message) {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
    name,
    Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key.charAt(0).toLowerCase() + key.slice(1),
        part,
      ]),
    ),
  ]);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(attributes) as Record<string, unknown>, // fromEntries gives any
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: LOCAL_REGION,
  };
}
