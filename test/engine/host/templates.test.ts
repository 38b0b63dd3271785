/** The host reads every intrinsic the templates use, and stops at whatever it does not know, with the resource's name. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAssembly, type Json } from '../../../cdk/local/template/assembly.ts';
import { evaluateAssembly } from '../../../cdk/local/template/evaluation.ts';
import { evaluate, NO_VALUE, type Scope } from '../../../cdk/local/template/intrinsics.ts';
import { planOf } from '../../../cdk/local/template/plan.ts';
import { smallBuilding, writeAssembly, type Resources } from './assembly.ts';

const scope: Scope = {
  ref: (name) => (name === 'AWS::NoValue' ? NO_VALUE : `ref of ${name}`),
  attribute: (id, attribute) => `${attribute} of ${id}`,
  condition: (name) => name === 'yes',
  exported: (name) => `export ${name}`,
  secret: (id, key) => `secret ${id}${key === undefined ? '' : ` ${key}`}`,
};

describe('intrinsics', () => {
  it.each<[string, Json, Json]>([
    ['Ref', { Ref: 'Queue' }, 'ref of Queue'],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Arn of Queue'],
    ['Fn::GetAtt in its short form', { 'Fn::GetAtt': 'Queue.Arn' }, 'Arn of Queue'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }, 'a-ref of B'],
    ['Fn::Sub', { 'Fn::Sub': '${A}/${B.Arn}/${!C}' }, 'ref of A/Arn of B/${C}'],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${x}', { x: { Ref: 'A' } }] }, 'ref of A'],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['Fn::ImportValue', { 'Fn::ImportValue': 'Data:x' }, 'export Data:x'],
    ['Fn::If', { 'Fn::If': ['yes', 1, 2] }, 1],
    ['Fn::Equals', { 'Fn::Equals': ['a', { Ref: 'a' }] }, false],
    ['a property without value', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    [
      'a secret inside a Fn::Join',
      {
        'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Pepper' }, ':SecretString:::}}']],
      },
      'secret ref of Pepper',
    ],
  ])('evaluates %s', (_, value, expected) => {
    expect(evaluate(value, scope, 'test')).toEqual(expected);
  });

  it('stops at an intrinsic it does not know', () => {
    expect(() => evaluate({ a: { 'Fn::Cidr': [] } }, scope, 'Data/Net')).toThrow(
      'Data/Net.a: the host does not know the intrinsic Fn::Cidr',
    );
  });

  it('stops at a dynamic reference it does not know', () => {
    expect(() => evaluate('{{resolve:ssm:x}}', scope, 'Data/Net')).toThrow('{{resolve:ssm:x}}');
  });
});

describe('an assembly', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mingcha-assembly-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const planWith = (change: (resources: Resources) => Resources) => {
    const stacks = readAssembly(writeAssembly(folder, change(smallBuilding('http://localhost'))));
    return planOf(
      evaluateAssembly(stacks, {
        origin: 'http://localhost:8080',
        sqs: 'http://127.0.0.1:1',
        parameters: { Issuer: 'http://localhost:8080/oidc', Audience: 'urn:test' },
        secret: () => 'secret',
      }),
    );
  };
  const withProperties = (name: string, properties: Readonly<Record<string, unknown>>) =>
    planWith((resources) => {
      const { Type, Properties } = resources[name] ?? { Type: '', Properties: {} };
      return { ...resources, [name]: { Type, Properties: { ...Properties, ...properties } } };
    });

  it('becomes tables, queues, functions, sources and routes', () => {
    const plan = planWith((resources) => resources);
    expect(plan.tables.map(({ name, expires }) => [name, expires])).toEqual([
      ['Small-rows', 'expiresAt'],
    ]);
    expect(plan.queues.map(({ name }) => name)).toEqual([
      'Small-dead',
      'work',
      'Small-ordered.fifo',
    ]);
    expect(plan.queueSources.map(({ queueUrl }) => queueUrl)).toEqual([
      'http://127.0.0.1:1/000000000000/work',
      'http://127.0.0.1:1/000000000000/Small-ordered.fifo',
    ]);
    expect(plan.routes.map(({ method, path }) => `${method} ${path}`)).toContain('GET /api/staff');
  });

  it('stops the host at a resource type it does not know', () => {
    const network = { Type: 'AWS::EC2::VPC', Properties: {} };
    expect(() => planWith((resources) => ({ ...resources, network }))).toThrow(
      'Small/network: the host on this machine does not know the resource type AWS::EC2::VPC',
    );
  });

  it('fills the text of a tick with fields of its event', () => {
    const tick = (path: string) =>
      planWith((resources) => ({
        ...resources,
        tick: {
          Type: 'AWS::Events::Rule',
          Properties: {
            ScheduleExpression: 'rate(5 minutes)',
            Targets: [
              {
                Arn: { 'Fn::GetAtt': ['ordered', 'Arn'] },
                InputTransformer: { InputPathsMap: { id: path }, InputTemplate: '{"id":<id>}' },
                SqsParameters: { MessageGroupId: 'one' },
              },
            ],
          },
        },
      })).schedules[0]?.input;
    expect(tick('$.id')?.({ id: 'a"b' })).toBe(JSON.stringify({ id: 'a"b' }));
    expect(() => tick('$.detail.id')).toThrow('Small/tick: the host knows $.<field>');
  });

  it('stops the host at an error page, which would replace the answers of the API', () => {
    const page = { ErrorCode: 404, ResponsePagePath: '/404' };
    expect(() =>
      withProperties('Distribution', { DistributionConfig: { CustomErrorResponses: [page] } }),
    ).toThrow('the property DistributionConfig.CustomErrorResponses.ResponsePagePath');
  });

  it('stops the host at a property it does not know, however deep', () => {
    expect(() => withProperties('work', { Tags: [] })).toThrow('Small/work: the host on this');
    expect(() =>
      withProperties('rows', { Replicas: [{ Region: 'a', KinesisStream: {} }] }),
    ).toThrow('the property Replicas.KinesisStream');
  });

  it('stops the host at a value it cannot do', () => {
    expect(() => withProperties('echo', { Runtime: 'python3.13' })).toThrow(
      'Small/echo: the host can do Runtime = nodejs24.x, not "python3.13"',
    );
  });

  it('stops the host at an attribute it does not know', () => {
    const FunctionName = { 'Fn::GetAtt': ['echo', 'SnapStartResponse'] };
    expect(() => withProperties('consumeSource', { FunctionName })).toThrow(
      'Small/echo: the host does not know Fn::GetAtt SnapStartResponse',
    );
  });

  it('stops the host at a stream filter it does not know', () => {
    const FilterCriteria = { Filters: [{ Pattern: '{"eventName":[{"numeric":["=",1]}]}' }] };
    expect(() => withProperties('streamSource', { FilterCriteria })).toThrow(
      'Small/streamSource filter.eventName: the host does not know the filter operator numeric',
    );
  });
});
