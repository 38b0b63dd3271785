/** What an SQS call needs: its action on the queue that its address names. */
import { arn } from '../template/names.ts';
import type { Need } from './policy.ts';

type Input = Readonly<Record<string, unknown>>;

/** Operation → the action that permits it: a batch is permitted by the single action. */
const ACTIONS: Readonly<Record<string, string>> = {
  ChangeMessageVisibility: 'ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  DeleteMessage: 'DeleteMessage',
  DeleteMessageBatch: 'DeleteMessage',
  GetQueueAttributes: 'GetQueueAttributes',
  GetQueueUrl: 'GetQueueUrl',
  ListDeadLetterSourceQueues: 'ListDeadLetterSourceQueues',
  PurgeQueue: 'PurgeQueue',
  ReceiveMessage: 'ReceiveMessage',
  SendMessage: 'SendMessage',
  SendMessageBatch: 'SendMessage',
};

/** @returns undefined for an operation that is not known here: it is denied */
export function sqsNeeds(operation: string, input: Input): readonly Need[] | undefined {
  const action = ACTIONS[operation];
  const address = input['QueueUrl'] ?? input['QueueName'];
  if (action === undefined || typeof address !== 'string') return undefined;
  const name = address.slice(address.lastIndexOf('/') + 1);
  return [{ action: `sqs:${action}`, resource: arn('sqs', name) }];
}
