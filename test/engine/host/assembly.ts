/** A small assembly written by hand: a table with a stream, queues, a bucket, functions, an API and a distribution. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Properties = Readonly<Record<string, unknown>>;
export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Properties;
}
export type Resources = Readonly<Record<string, TemplateResource>>;

const ref = (name: string) => ({ Ref: name });
const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
const apiHost = {
  'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }] }],
};

/** Every function is this bundle; `ROLE` says which. It tells the test what it does by posting to `REPORT_TO`. */
const BUNDLE = `
const tell = (what) => fetch(process.env.REPORT_TO, { method: 'POST', body: JSON.stringify(what) });
const roles = {
  echo: async (event) => ({ statusCode: 200, headers: { 'X-Seen': 'yes' }, cookies: ['a=1', 'b=2'], body: JSON.stringify({ event, environment: process.env }) }),
  missing: async ({ rawPath, requestContext }) => ({ statusCode: 404, headers: { 'content-type': 'text/html' }, body: requestContext.http.method + ' ' + rawPath }),
  crash: async () => process.exit(3),
  sleep: () => new Promise(() => {}),
  consume: async ({ Records }) => {
    await tell({ role: 'consume', bodies: Records.map((record) => record.body) });
    return { batchItemFailures: Records.filter((record) => record.body.startsWith('bad')).map((record) => ({ itemIdentifier: record.messageId })) };
  },
  order: async ({ Records }) => { await tell({ role: 'order', bodies: Records.map((record) => record.body) }); },
  stream: async ({ Records }) => {
    const keys = Records.map((record) => record.dynamodb.Keys.pk.S);
    await tell({ role: 'stream', keys });
    if (keys.includes('OUT#poison')) throw new Error('poison');
  },
};
export const handler = (event) => roles[process.env.ROLE](event);
`;

/** @param reportTo - address of the test that the functions report to */
export function smallBuilding(reportTo: string): Resources {
  const fn = (role: string): TemplateResource => ({
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'assets', S3Key: 'bundle.zip' },
      Description: role,
      Environment: { Variables: { ROLE: role, REPORT_TO: reportTo } },
      Handler: 'index.handler',
      Role: arnOf('Worker'),
      Runtime: 'nodejs24.x',
      Timeout: role === 'sleep' ? 1 : 10,
    },
  });
  const route = (key: string, target: string, properties: Properties = {}): TemplateResource => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: ref('Api'),
      AuthorizationType: 'NONE',
      RouteKey: key,
      Target: { 'Fn::Join': ['', ['integrations/', ref(`${target}Integration`)]] },
      ...properties,
    },
  });
  const integration = (target: string): TemplateResource => ({
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: ref('Api'),
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arnOf(target),
      PayloadFormatVersion: '2.0',
    },
  });
  return {
    rows: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        AttributeDefinitions: ['pk', 'sk'].map((name) => ({
          AttributeName: name,
          AttributeType: 'S',
        })),
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        Replicas: [{ Region: ref('AWS::Region') }],
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      },
    },
    dead: { Type: 'AWS::SQS::Queue', Properties: {} },
    work: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        QueueName: 'work',
        VisibilityTimeout: 1,
        RedrivePolicy: { deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 2 },
      },
    },
    ordered: {
      Type: 'AWS::SQS::Queue',
      Properties: { FifoQueue: true, ContentBasedDeduplication: true },
    },
    site: { Type: 'AWS::S3::Bucket', Properties: {} },
    Worker: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
    WorkerPolicy: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyName: 'WorkerPolicy',
        Roles: [ref('Worker')],
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
              Resource: [arnOf('work'), arnOf('ordered')],
            },
            {
              Effect: 'Allow',
              Action: [
                'dynamodb:DescribeStream',
                'dynamodb:GetRecords',
                'dynamodb:GetShardIterator',
                'dynamodb:ListStreams',
              ],
              Resource: { 'Fn::GetAtt': ['rows', 'StreamArn'] },
            },
          ],
        },
      },
    },
    echo: fn('echo'),
    missing: fn('missing'),
    crash: fn('crash'),
    sleep: fn('sleep'),
    consume: fn('consume'),
    order: fn('order'),
    stream: fn('stream'),
    consumeSource: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        BatchSize: 10,
        EventSourceArn: arnOf('work'),
        FunctionName: ref('consume'),
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
    orderSource: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { BatchSize: 1, EventSourceArn: arnOf('ordered'), FunctionName: ref('order') },
    },
    streamSource: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        BatchSize: 10,
        BisectBatchOnFunctionError: true,
        EventSourceArn: { 'Fn::GetAtt': ['rows', 'StreamArn'] },
        FilterCriteria: {
          Filters: [
            {
              Pattern:
                '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"OUT#"}]}}}}',
            },
          ],
        },
        FunctionName: ref('stream'),
        MaximumRetryAttempts: 1,
        StartingPosition: 'TRIM_HORIZON',
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Api', ProtocolType: 'HTTP' } },
    staff: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        ApiId: ref('Api'),
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: { Audience: [ref('Audience')], Issuer: ref('Issuer') },
        Name: 'staff',
      },
    },
    echoIntegration: integration('echo'),
    missingIntegration: integration('missing'),
    crashIntegration: integration('crash'),
    sleepIntegration: integration('sleep'),
    postEcho: route('POST /api/echo/{name}', 'echo'),
    getStaff: route('GET /api/staff', 'echo', {
      AuthorizationType: 'JWT',
      AuthorizerId: ref('staff'),
    }),
    getMissing: route('GET /not-found/{path+}', 'missing'),
    getCrash: route('GET /api/crash', 'crash'),
    getSleep: route('GET /api/sleep', 'sleep'),
    Distribution: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          CacheBehaviors: [
            {
              AllowedMethods: ['GET', 'HEAD', 'POST'],
              PathPattern: '/api/*',
              TargetOriginId: 'api',
            },
          ],
          CustomErrorResponses: [{ ErrorCachingMinTTL: 0, ErrorCode: 404 }],
          DefaultCacheBehavior: { Compress: true, TargetOriginId: 'bucket-or-missing' },
          DefaultRootObject: 'index.html',
          Enabled: true,
          Origins: [
            {
              DomainName: { 'Fn::GetAtt': ['site', 'RegionalDomainName'] },
              Id: 'bucket',
              S3OriginConfig: {},
            },
            { CustomOriginConfig: {}, DomainName: apiHost, Id: 'api' },
            {
              CustomOriginConfig: {},
              DomainName: apiHost,
              Id: 'missing',
              OriginPath: '/not-found',
            },
          ],
          OriginGroups: {
            Quantity: 1,
            Items: [
              {
                Id: 'bucket-or-missing',
                Members: { Quantity: 2, Items: [{ OriginId: 'bucket' }, { OriginId: 'missing' }] },
                FailoverCriteria: { StatusCodes: { Quantity: 2, Items: [403, 404] } },
              },
            ],
          },
        },
      },
    },
  };
}

/** Writes the assembly of one stack. @returns its folder */
export function writeAssembly(folder: string, resources: Resources): string {
  const asset = join(folder, 'asset.bundle');
  mkdirSync(asset, { recursive: true });
  writeFileSync(join(asset, 'index.mjs'), BUNDLE);
  const json = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  json('manifest.json', {
    artifacts: {
      Small: {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'Small.template.json' },
      },
    },
  });
  json('Small.assets.json', { files: { bundle: { source: { path: 'asset.bundle' } } } });
  json('Small.template.json', {
    Parameters: { Audience: { Type: 'String' }, Issuer: { Type: 'String' } },
    Resources: resources,
  });
  return folder;
}
