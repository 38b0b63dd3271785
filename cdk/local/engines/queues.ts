/** Creates the queues of the templates, and gives those that are there the attributes of this template. */
import type { Queue } from '../template/plan-stores.ts';
import { call, EngineError } from './engine-call.ts';

export async function createQueues(endpoint: string, queues: readonly Queue[]): Promise<void> {
  await Promise.all(queues.map((queue) => createQueue(endpoint, queue)));
}

async function createQueue(endpoint: string, { name, url, attributes }: Queue): Promise<void> {
  const current = await attributesOf(endpoint, url);
  if (!current) {
    await call(endpoint, 'sqs', 'CreateQueue', { QueueName: name, Attributes: attributes });
    return;
  }
  const changed = Object.entries(attributes).filter(([key, value]) => current[key] !== value);
  if (changed.length === 0) return;
  await call(endpoint, 'sqs', 'SetQueueAttributes', {
    QueueUrl: url,
    Attributes: Object.fromEntries(changed),
  });
}

async function attributesOf(
  endpoint: string,
  url: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    const { Attributes: attributes } = await call<{ Attributes?: Record<string, string> }>(
      endpoint,
      'sqs',
      'GetQueueAttributes',
      { QueueUrl: url, AttributeNames: ['All'] },
    );
    return attributes ?? {};
  } catch (error) {
    if (error instanceof EngineError && /NonExistentQueue|QueueDoesNotExist/.test(error.code)) {
      return undefined;
    }
    throw error;
  }
}
