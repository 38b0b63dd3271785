/** What the permission proxy adds to a call: the same calls with and without it, interleaved. */
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuckets } from '../../cdk/local/engines/buckets.ts';
import { createQueues } from '../../cdk/local/engines/queues.ts';
import { startEngines, type Engines } from '../../cdk/local/engines/start-engines.ts';
import { createTables } from '../../cdk/local/engines/tables.ts';
import type { Statement } from '../../cdk/local/permissions/policy.ts';
import { startPermissionProxy, type PermissionProxy } from '../../cdk/local/permissions/proxy.ts';
import { median } from './figures.ts';

const ROUNDS = 300;
const WARM_UPS = 100;
const MOST_MILLISECONDS = 1;

const table = {
  name: 'rows',
  logicalId: 'rows',
  streamArn: undefined,
  keyNames: ['pk', 'sk'],
  expires: undefined,
  definition: {
    TableName: 'rows',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  },
};

/** As a role has them: one statement for each store, the fitting one last. */
const role: readonly Statement[] = [
  ...['a', 'b', 'c', 'd'].map((name) => allow(['dynamodb:GetItem'], `table/${name}`)),
  {
    ...allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], 'table/rows'),
    conditions: [
      { over: 'ForAllValues', operator: 'StringLike', ifExists: false, values: ['CASE#*'] },
    ],
  },
  allow(['sqs:SendMessage'], 'work'),
  allow(['s3:GetObject', 's3:PutObject'], 'site/*'),
];

function allow(actions: readonly string[], end: string): Statement {
  return { effect: 'Allow', actions, resources: [`arn:aws:*${end}`], conditions: [] };
}

interface Clients {
  readonly dynamodb: DynamoDBClient;
  readonly sqs: SQSClient;
  readonly s3: S3Client;
}

const item = (sk: string) => ({
  pk: { S: 'CASE#1' },
  sk: { S: sk },
  text: { S: '明'.repeat(200) },
});
const page = { Bucket: 'site', Key: 'penalties/2026-11' };
const calls = (queueUrl: string): Readonly<Record<string, (to: Clients) => Promise<unknown>>> => ({
  GetItem: ({ dynamodb }) =>
    dynamodb.send(
      new GetItemCommand({ TableName: 'rows', Key: { pk: { S: 'CASE#1' }, sk: { S: '1' } } }),
    ),
  PutItem: ({ dynamodb }) =>
    dynamodb.send(new PutItemCommand({ TableName: 'rows', Item: item('1') })),
  Query: ({ dynamodb }) =>
    dynamodb.send(
      new QueryCommand({
        TableName: 'rows',
        KeyConditionExpression: '#p = :partition',
        ExpressionAttributeNames: { '#p': 'pk' },
        ExpressionAttributeValues: { ':partition': { S: 'CASE#1' } },
      }),
    ),
  'TransactWriteItems of 20': ({ dynamodb }) =>
    dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: Array.from({ length: 20 }, (_, index) => ({
          Put: { TableName: 'rows', Item: item(`${index}`) },
        })),
      }),
    ),
  SendMessage: ({ sqs }) =>
    sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'OUT#1' })),
  PutObject: ({ s3 }) => s3.send(new PutObjectCommand({ ...page, Body: 'x'.repeat(20_000) })),
  GetObject: async ({ s3 }) =>
    (await s3.send(new GetObjectCommand(page))).Body?.transformToString(),
});

/** @returns the lines to print, and the calls that became too slow */
export async function benchPermissionProxy(): Promise<{
  readonly lines: readonly string[];
  readonly failures: readonly string[];
}> {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-proxy-'));
  const engines = await startEngines(folder);
  let proxy: PermissionProxy | undefined;
  try {
    const queue = { name: 'work', arn: '', url: `${engines.sqs}/000000000000/work`, fifo: false };
    await createTables(engines.dynamodb, [table]);
    await createQueues(engines.sqs, [{ ...queue, attributes: {} }]);
    await createBuckets(engines.s3, ['site']);
    proxy = await startPermissionProxy({
      functions: [{ name: 'fn', label: 'fn' }],
      tables: [table],
      engines: { ...engines, monitoring: engines.sqs, cloudfront: engines.sqs },
      policies: () => role,
      onDenied: (_, sentence) => {
        throw new Error(sentence);
      },
    });
    return await compare(clientsOf(engines), clientsThrough(proxy), calls(queue.url));
  } finally {
    await proxy?.stop();
    await engines.stop();
    rmSync(folder, { recursive: true });
  }
}

async function compare(
  straight: Clients,
  through: Clients,
  of: ReturnType<typeof calls>,
): Promise<{ lines: readonly string[]; failures: readonly string[] }> {
  const lines = [
    `permission proxy: median of ${ROUNDS} calls each, at most ${MOST_MILLISECONDS} ms more`,
  ];
  const failures: string[] = [];
  for (const [name, call] of Object.entries(of)) {
    const without: number[] = [];
    const within: number[] = [];
    for (let round = -WARM_UPS; round < ROUNDS; round++) {
      // Who goes first changes, so that neither always finds the engine warm.
      const turns = round % 2 === 0 ? [straight, through] : [through, straight];
      for (const clients of turns) {
        const begun = performance.now();
        await call(clients);
        const took = performance.now() - begun;
        if (round >= 0) (clients === through ? within : without).push(took);
      }
    }
    const more = median(within) - median(without);
    if (more > MOST_MILLISECONDS) failures.push(name);
    const milliseconds = (value: number) => `${value.toFixed(2).padStart(5)} ms`;
    lines.push(
      `  ${name.padEnd(24)}  ${milliseconds(median(without))} without  ${milliseconds(median(within))} with  ${milliseconds(more)} more`,
    );
  }
  return { lines, failures };
}

const region = { region: 'us-east-1' };

function clientsOf({ dynamodb, sqs, s3 }: Engines): Clients {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return {
    dynamodb: new DynamoDBClient({ ...region, credentials, endpoint: dynamodb }),
    sqs: new SQSClient({ ...region, credentials, endpoint: sqs, useQueueUrlAsEndpoint: false }),
    s3: new S3Client({ ...region, credentials, endpoint: s3, forcePathStyle: true }),
  };
}

function clientsThrough(proxy: PermissionProxy): Clients {
  const { id, secret } = proxy.keyOf('fn');
  const common = {
    ...region,
    endpoint: proxy.url,
    credentials: { accessKeyId: id, secretAccessKey: secret },
  };
  return {
    dynamodb: new DynamoDBClient(common),
    sqs: new SQSClient({ ...common, useQueueUrlAsEndpoint: false }),
    s3: new S3Client({ ...common, forcePathStyle: true }),
  };
}
