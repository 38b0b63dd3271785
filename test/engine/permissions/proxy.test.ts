/** The proxy tells functions apart by their keys, passes on what a role allows, and says no as each service does. */
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Statement } from '../../../cdk/local/permissions/policy.ts';
import {
  startPermissionProxy,
  type AccessKey,
  type PermissionProxy,
} from '../../../cdk/local/permissions/proxy.ts';

const allow = (action: string, resource: string): Statement => ({
  effect: 'Allow',
  actions: [action],
  resources: [resource],
  conditions: [],
});
const everything: readonly Statement[] = [
  allow('dynamodb:GetItem', 'arn:aws:dynamodb:*:table/rows'),
  allow('sqs:SendMessage', 'arn:aws:sqs:*:work'),
  allow('s3:*', '*'),
];
const table = {
  name: 'rows',
  logicalId: 'rows',
  streamArn: undefined,
  keyNames: ['pk'],
  expires: undefined,
  definition: { KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }] },
};

/** Answers every call with 200 and `{}`, and any object with 404. */
let engine: Server;
let arrived: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let proxy: PermissionProxy;
let denied: (readonly [string, string])[] = [];

beforeAll(async () => {
  engine = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      arrived.push({ headers: request.headers, body });
      const absent = request.method === 'GET';
      response.writeHead(absent ? 404 : 200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(absent ? '<Error><Code>NoSuchKey</Code></Error>' : '{}');
    });
  }).listen(0, '127.0.0.1');
  await once(engine, 'listening');
  const { port } = engine.address() as AddressInfo; // a TCP server that listens has one
  const url = `http://127.0.0.1:${port}`;
  proxy = await startPermissionProxy({
    functions: [
      { name: 'able', label: 'able' },
      { name: 'other', label: 'the other' },
    ],
    tables: [table],
    engines: { dynamodb: url, sqs: url, s3: url, monitoring: url, cloudfront: url },
    policies: (name) => (name === 'able' ? everything : []),
    onDenied: (name, sentence) => denied.push([name, sentence]),
  });
});

afterEach(() => {
  arrived = [];
  denied = [];
});

afterAll(async () => {
  await proxy.stop();
  engine.closeAllConnections();
  engine.close();
});

const configured = ({ id, secret }: AccessKey) => ({
  endpoint: proxy.url,
  region: 'us-east-1',
  credentials: { accessKeyId: id, secretAccessKey: secret },
  maxAttempts: 1,
});
const read = (key: AccessKey) =>
  new DynamoDBClient(configured(key)).send(
    new GetItemCommand({ TableName: 'rows', Key: { pk: { S: 'CASE#500104-1' } } }),
  );
const send = (key: AccessKey) =>
  new SQSClient({ ...configured(key), useQueueUrlAsEndpoint: false, md5: false }).send(
    new SendMessageCommand({ QueueUrl: 'http://queues/000000000000/work', MessageBody: '明' }),
  );
const bucket = (key: AccessKey) => new S3Client({ ...configured(key), forcePathStyle: true });
const page = { Bucket: 'site', Key: 'a' };

it('gives each function a key of its own, and a stranger none', () => {
  expect(proxy.keyOf('able').id).not.toBe(proxy.keyOf('other').id);
  expect(proxy.keyOf('able').secret).not.toBe(proxy.keyOf('other').secret);
  expect(() => proxy.keyOf('stranger')).toThrow('stranger');
});

it('passes on what the role allows, under the key of the host', async () => {
  await read(proxy.keyOf('able'));
  await send(proxy.keyOf('able'));
  expect(arrived).toHaveLength(2);
  expect(arrived[0]?.headers.authorization).toMatch(/Credential=local\//);
  expect(arrived[1]?.body).toContain('明');
  expect(denied).toEqual([]);
});

it('says no as each service does, and the call never arrives', async () => {
  const key = proxy.keyOf('other');
  await expect(read(key)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(send(key)).rejects.toThrow('sqs:SendMessage');
  await expect(
    bucket(key).send(new PutObjectCommand({ ...page, Body: 'x' })),
  ).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
  expect(arrived).toEqual([]);
});

it('names the function, the missing action and the resource, and of a key only its kind', async () => {
  await expect(read(proxy.keyOf('other'))).rejects.toThrow('dynamodb:GetItem');
  expect(denied).toEqual([
    [
      'other',
      'denied: the other may not dynamodb:GetItem on arn:aws:dynamodb:us-east-1:000000000000:table/rows (leading key CASE#…)',
    ],
  ]);
});

it('knows nobody by a key that it did not give', async () => {
  const stranger = { id: 'AKIAAAAAAAAAAAAAAAAA', secret: proxy.keyOf('able').secret };
  await expect(read(stranger)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect(denied[0]?.[1]).toContain('an unknown access key');
  expect(arrived).toEqual([]);
});

it('denies a service that no engine stands for, and a call without a signature', async () => {
  const authorization = `AWS4-HMAC-SHA256 Credential=${proxy.keyOf('able').id}/20260101/us-east-1/kms/aws4_request`;
  for (const headers of [{ authorization }, {}]) {
    const answer = await fetch(proxy.url, { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(403);
  }
  expect(arrived).toEqual([]);
});

it('tells an absent object from a forbidden one only to who may list', async () => {
  const get = () => bucket(proxy.keyOf('able')).send(new GetObjectCommand(page));
  await expect(get()).rejects.toMatchObject({ name: 'NoSuchKey' });
  proxy.replacePolicies(() => [allow('s3:GetObject', '*')]);
  await expect(get()).rejects.toMatchObject({ name: 'AccessDenied' });
  proxy.replacePolicies((name) => (name === 'able' ? everything : []));
});

it('tells those who listen of every need, allowed or not', async () => {
  const heard: string[] = [];
  const stop = proxy.watch(({ functionName, need, allowed }) =>
    heard.push(`${functionName} ${need.action} ${allowed}`),
  );
  await read(proxy.keyOf('able'));
  await expect(read(proxy.keyOf('other'))).rejects.toThrow();
  stop();
  await read(proxy.keyOf('able'));
  expect(heard).toEqual(['able dynamodb:GetItem true', 'other dynamodb:GetItem false']);
});
