/** What a call asks for is read from the call as the services read it: item by item, index by index. */
import { describe, expect, it } from 'vitest';
import { dynamodbNeeds } from '../../../cdk/local/permissions/dynamodb-needs.ts';
import { s3Needs } from '../../../cdk/local/permissions/s3-needs.ts';
import { sqsNeeds } from '../../../cdk/local/permissions/sqs-needs.ts';

const T = 'arn:aws:dynamodb:us-east-1:000000000000:table/T';
const partitionKeyOf = (_table: string, index?: string) => (index ? 'listKey' : 'pk');
const dynamodb = (operation: string, input: object) =>
  dynamodbNeeds(operation, { ...input }, partitionKeyOf);
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: '-' } });

describe('DynamoDB', () => {
  it.each([
    ['GetItem', { Key: key('A') }],
    ['PutItem', { Item: { ...key('A'), more: { N: '1' } } }],
    ['UpdateItem', { Key: key('A') }],
    ['DeleteItem', { Key: key('A') }],
  ])('%s needs its action on the table with the key of its item', (operation, input) => {
    const expected = { action: `dynamodb:${operation}`, resource: T, leadingKeys: ['A'] };
    expect(dynamodb(operation, { TableName: 'T', ...input })).toEqual([expected]);
  });

  it.each([
    ['#p = :partition AND begins_with(#s, :start)', { '#p': 'pk', '#s': 'sk' }],
    ['#s <= :other AND #p=:partition', { '#p': 'pk', '#s': 'sk' }],
    ['sk = :other AND pk = :partition', {}],
    ['(pk = :partition) AND (sk BETWEEN :other AND :start)', {}],
  ])('a query’s leading key is found in %s', (expression, names) => {
    const needs = dynamodb('Query', {
      TableName: 'T',
      KeyConditionExpression: expression,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':partition': { S: 'A' }, ':other': { S: 'B' } },
    });
    expect(needs).toEqual([{ action: 'dynamodb:Query', resource: T, leadingKeys: ['A'] }]);
  });

  it('a query of an index needs the index, and its own partition key leads', () => {
    const needs = dynamodb('Query', {
      TableName: 'T',
      IndexName: 'byDue',
      KeyConditionExpression: '#p = :p',
      ExpressionAttributeNames: { '#p': 'listKey' },
      ExpressionAttributeValues: { ':p': { S: 'DEPT#HEALTH#open' } },
    });
    expect(needs).toEqual([
      {
        action: 'dynamodb:Query',
        resource: `${T}/index/byDue`,
        leadingKeys: ['DEPT#HEALTH#open'],
      },
    ]);
  });

  it('a scan names no key', () => {
    expect(dynamodb('Scan', { TableName: 'T' })).toEqual([
      { action: 'dynamodb:Scan', resource: T },
    ]);
  });

  it('a transaction needs the action of each item', () => {
    const at = (pk: string) => ({ TableName: 'T', Key: key(pk) });
    const needs = dynamodb('TransactWriteItems', {
      TransactItems: [
        { Put: { TableName: 'T', Item: key('A') } },
        { Update: at('B') },
        { Delete: at('C') },
        { ConditionCheck: at('D') },
      ],
    });
    expect(needs).toEqual([
      { action: 'dynamodb:PutItem', resource: T, leadingKeys: ['A'] },
      { action: 'dynamodb:UpdateItem', resource: T, leadingKeys: ['B'] },
      { action: 'dynamodb:DeleteItem', resource: T, leadingKeys: ['C'] },
      { action: 'dynamodb:ConditionCheckItem', resource: T, leadingKeys: ['D'] },
    ]);
    expect(dynamodb('TransactGetItems', { TransactItems: [{ Get: at('A') }] })).toEqual([
      { action: 'dynamodb:GetItem', resource: T, leadingKeys: ['A'] },
    ]);
  });

  it('a batch is an action of its own, with all its keys', () => {
    const put = { PutRequest: { Item: key('A') } };
    const gone = { DeleteRequest: { Key: key('B') } };
    expect(dynamodb('BatchWriteItem', { RequestItems: { T: [put, gone] } })).toEqual([
      { action: 'dynamodb:BatchWriteItem', resource: T, leadingKeys: ['A', 'B'] },
    ]);
    expect(dynamodb('BatchGetItem', { RequestItems: { T: { Keys: [key('A')] } } })).toEqual([
      { action: 'dynamodb:BatchGetItem', resource: T, leadingKeys: ['A'] },
    ]);
  });

  it.each([
    ['ExecuteStatement', { Statement: 'SELECT * FROM T' }],
    ['GetItem', { TableName: 'T', Key: {} }],
    ['Query', { TableName: 'T', KeyConditionExpression: 'sk = :v' }],
    ['TransactWriteItems', { TransactItems: [{ Replace: { TableName: 'T', Key: key('A') } }] }],
    ['BatchGetItem', { RequestItems: { T: { Keys: [{}] } } }],
  ])('what cannot be read is not known, and so denied: %s', (operation, input) => {
    expect(dynamodb(operation, input)).toBeUndefined();
  });
});

describe('SQS', () => {
  const queue = { QueueUrl: 'http://127.0.0.1:1/000000000000/mingcha-referral-HEALTH' };
  const resource = 'arn:aws:sqs:us-east-1:000000000000:mingcha-referral-HEALTH';

  it.each([
    ['SendMessage', 'SendMessage'],
    ['SendMessageBatch', 'SendMessage'],
    ['DeleteMessageBatch', 'DeleteMessage'],
    ['ChangeMessageVisibilityBatch', 'ChangeMessageVisibility'],
    ['ReceiveMessage', 'ReceiveMessage'],
    ['GetQueueAttributes', 'GetQueueAttributes'],
  ])('%s needs sqs:%s on the queue that its address names', (operation, action) => {
    expect(sqsNeeds(operation, queue)).toEqual([{ action: `sqs:${action}`, resource }]);
  });

  it('knows no other operation, and none without a queue', () => {
    expect(sqsNeeds('CreateQueue', queue)).toBeUndefined();
    expect(sqsNeeds('SendMessage', {})).toBeUndefined();
  });
});

describe('S3', () => {
  const s3 = (method: string, url: string, headers = {}, body = '') =>
    s3Needs({ method, url, headers, body: Buffer.from(body) });
  const object = 'arn:aws:s3:::site/penalties/2026-11';

  it.each([
    ['GET', '?x-id=GetObject', 's3:GetObject'],
    ['HEAD', '', 's3:GetObject'],
    ['PUT', '?x-id=PutObject', 's3:PutObject'],
    ['PUT', '?partNumber=1&uploadId=2', 's3:PutObject'],
    ['POST', '?uploads', 's3:PutObject'],
    ['DELETE', '?x-id=DeleteObject', 's3:DeleteObject'],
    ['DELETE', '?uploadId=2', 's3:AbortMultipartUpload'],
  ])('%s %s of an object needs %s', (method, query, action) => {
    expect(s3(method, `/site/penalties/2026-11${query}`)).toEqual([{ action, resource: object }]);
  });

  it('lists with a permission on the bucket itself', () => {
    const expected = [{ action: 's3:ListBucket', resource: 'arn:aws:s3:::site' }];
    expect(s3('GET', '/site?list-type=2&prefix=penalties%2F')).toEqual(expected);
    expect(s3('HEAD', '/site/')).toEqual(expected);
  });

  it('reads encoded names, copies from what may be read, and deletes many one by one', () => {
    expect(s3('GET', '/site/a%20b%2Fc')?.[0]?.resource).toBe('arn:aws:s3:::site/a b/c');
    expect(s3('GET', '/site/../other/a')?.[0]?.resource).toBe('arn:aws:s3:::site/../other/a');
    const copy = s3('PUT', '/site/b', { 'x-amz-copy-source': '/other/a%20' });
    expect(copy?.map(({ action, resource }) => `${action} ${resource}`)).toEqual([
      's3:PutObject arn:aws:s3:::site/b',
      's3:GetObject arn:aws:s3:::other/a ',
    ]);
    const many = s3('POST', '/site?delete', {}, '<Delete><Key>a&amp;b</Key><Key>c</Key></Delete>');
    expect(many?.map(({ resource }) => resource)).toEqual([
      'arn:aws:s3:::site/a&b',
      'arn:aws:s3:::site/c',
    ]);
  });

  it.each([
    ['PUT', '/site'],
    ['DELETE', '/site'],
    ['GET', '/site?policy'],
    ['GET', '/site/a?acl'],
    ['GET', '/'],
  ])('knows nothing else: %s %s', (method, url) => {
    expect(s3(method, url)).toBeUndefined();
  });
});
