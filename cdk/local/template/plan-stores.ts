/** Tables, queues and buckets as the engines want them. */
import type { JsonObject } from './assembly.ts';
import type { EvaluatedResource } from './evaluation.ts';
import { nameOf, objects, ofType, optionalObject, optionalText } from './reading.ts';

export interface Table {
  readonly name: string;
  readonly logicalId: string;
  readonly streamArn: string | undefined;
  readonly keyNames: readonly string[];
  /** Holds the epoch second after which a row is dead. */
  readonly expires: string | undefined;
  /** The input of the engine's `CreateTable`. */
  readonly definition: JsonObject;
}

export interface Queue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly fifo: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

export function tables(resources: readonly EvaluatedResource[]): readonly Table[] {
  return ofType(resources, 'AWS::DynamoDB::GlobalTable').map((table) => {
    const where = nameOf(table);
    const { properties, names } = table;
    const view = optionalText(
      optionalObject(properties, 'StreamSpecification', where),
      'StreamViewType',
    );
    const expiry = optionalObject(properties, 'TimeToLiveSpecification', where);
    const indexes = objects(properties, 'GlobalSecondaryIndexes', where);
    return {
      name: names.ref,
      logicalId: table.resource.logicalId,
      streamArn: view === undefined ? undefined : names.attributes['StreamArn'],
      keyNames: objects(properties, 'KeySchema', where).map((key) => String(key['AttributeName'])),
      expires: expiry['Enabled'] === true ? optionalText(expiry, 'AttributeName') : undefined,
      definition: {
        TableName: names.ref,
        AttributeDefinitions: properties['AttributeDefinitions'] ?? [],
        KeySchema: properties['KeySchema'] ?? [],
        BillingMode: 'PAY_PER_REQUEST',
        ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
        ...(view !== undefined && {
          StreamSpecification: { StreamEnabled: true, StreamViewType: view },
        }),
      },
    };
  });
}

/** Attributes that go to the engine as they are; the vocabulary has the same list. */
const QUEUE_ATTRIBUTES = [
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'DelaySeconds',
  'FifoQueue',
  'FifoThroughputLimit',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'VisibilityTimeout',
];

export function queues(resources: readonly EvaluatedResource[]): readonly Queue[] {
  return ofType(resources, 'AWS::SQS::Queue').map(({ names, properties }) => {
    const attributes: Record<string, string> = {};
    for (const name of QUEUE_ATTRIBUTES) {
      const value = properties[name];
      if (value !== undefined && value !== false) attributes[name] = String(value);
    }
    const redrive = properties['RedrivePolicy'];
    if (redrive !== undefined) attributes['RedrivePolicy'] = JSON.stringify(redrive);
    return {
      name: names.attributes['QueueName'] ?? '',
      arn: names.attributes['Arn'] ?? '',
      url: names.ref,
      fifo: properties['FifoQueue'] === true,
      attributes,
    };
  });
}

export const bucketNames = (resources: readonly EvaluatedResource[]): readonly string[] =>
  ofType(resources, 'AWS::S3::Bucket').map(({ names }) => names.ref);
