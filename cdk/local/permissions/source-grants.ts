/** In the cloud a function's role reads its event source; here the host reads it, and so asks the role first. */
import type { Plan } from '../template/plan.ts';
import { isAllowed, type Need } from './policy.ts';

const QUEUE_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const STREAM_ACTIONS = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];

type Sources = Pick<Plan, 'functions' | 'permissions' | 'queueSources' | 'streamSources'>;

/** @throws with the function's name when a grant is missing without which the source would never start it */
export function refuseMissingSourceGrants(plan: Sources): void {
  for (const { functionName, need } of sourceNeeds(plan)) {
    if (isAllowed(plan.permissions.get(functionName) ?? [], need)) continue;
    const fn = plan.functions.find(({ name }) => name === functionName);
    throw new Error(
      `${fn?.label ?? functionName}: its role lacks ${need.action} on ${need.resource}, and its event source would never start it`,
    );
  }
}

/** What Lambda itself asks of the roles of functions that a queue or a stream starts. */
export function sourceNeeds({
  queueSources,
  streamSources,
}: Pick<Plan, 'queueSources' | 'streamSources'>): readonly {
  readonly functionName: string;
  readonly need: Need;
}[] {
  const needs = (functionName: string, actions: readonly string[], resource: string) =>
    actions.map((action) => ({ functionName, need: { action, resource } }));
  return [
    ...queueSources.flatMap(({ functionName, queueArn }) =>
      needs(functionName, QUEUE_ACTIONS, queueArn),
    ),
    ...streamSources.flatMap(({ functionName, streamArn }) =>
      needs(functionName, STREAM_ACTIONS, streamArn),
    ),
  ];
}
