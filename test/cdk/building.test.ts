/** What the templates promise beside the functions: no message is lost, both clouds can raise them, the site is strict. */
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { queuedDepartments, tables } from '../../functions/catalogue.ts';
import { renderedPaths } from '../../shared/disclosure/pages.ts';
import { raise, type Assembly } from './assembly.ts';
import { builtFunctions, FunctionProperties } from './built-functions.ts';

let building: Assembly;
beforeAll(() => {
  building = raise();
}, 60_000);

describe('the tables', () => {
  const keys = v.pipe(
    v.array(v.object({ AttributeName: v.string() })),
    v.transform((schema) => schema.map(({ AttributeName }) => AttributeName)),
  );
  const Table = v.object({
    KeySchema: keys,
    GlobalSecondaryIndexes: v.optional(
      v.array(
        v.object({
          IndexName: v.string(),
          KeySchema: keys,
          Projection: v.object({ ProjectionType: v.literal('ALL') }),
        }),
      ),
      [],
    ),
    TimeToLiveSpecification: v.optional(
      v.object({ AttributeName: v.string(), Enabled: v.literal(true) }),
    ),
    StreamSpecification: v.optional(v.object({ StreamViewType: v.literal('NEW_IMAGE') })),
    Replicas: v.tuple([
      v.object({
        PointInTimeRecoverySpecification: v.object({ PointInTimeRecoveryEnabled: v.literal(true) }),
      }),
    ]),
  });

  it('are those of the catalogue, each restorable to any moment, indexes with all attributes', () => {
    const found = building.all('AWS::DynamoDB::GlobalTable', Table).map(({ id, properties }) => ({
      id,
      keys: properties.KeySchema,
      indexes: properties.GlobalSecondaryIndexes.map((index) => [
        index.IndexName,
        ...index.KeySchema,
      ]),
      expires: properties.TimeToLiveSpecification?.AttributeName,
      streams: properties.StreamSpecification !== undefined,
    }));
    const expected = Object.entries(tables).map(([id, { indexes, expires, stream = false }]) => ({
      id,
      keys: ['pk', 'sk'],
      indexes: Object.entries(indexes).map(([name, attributes]) => [name, ...attributes]),
      expires,
      streams: stream,
    }));
    expect(found).toEqual(expected);
  });

  it.each(['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret'])(
    'and all else that cannot be made again outlive their stack: %s',
    (type) => {
      const fates = building.all(type, v.unknown()).map(({ deletion }) => deletion);
      expect(new Set(fates)).toEqual(new Set(['Retain']));
    },
  );
});

describe('a message', () => {
  const Queue = v.object({
    QueueName: v.optional(v.string()),
    FifoQueue: v.optional(v.boolean(), false),
    MessageRetentionPeriod: v.number(),
    VisibilityTimeout: v.optional(v.number()),
    RedrivePolicy: v.optional(
      v.object({ deadLetterTargetArn: v.unknown(), maxReceiveCount: v.number() }),
    ),
  });
  const queues = () => building.all('AWS::SQS::Queue', Queue);
  const working = () => queues().filter(({ properties }) => properties.RedrivePolicy);

  it('that cannot be handled ends in a dead-letter queue of the same kind, kept two weeks', () => {
    const byId = new Map(queues().map((queue) => [queue.id, queue.properties]));
    const deadLetters = working().map(({ properties }) => {
      const id = building
        .inWords(properties.RedrivePolicy?.deadLetterTargetArn)
        .replace(/\.Arn$/, '');
      expect(byId.get(id)?.FifoQueue).toBe(properties.FifoQueue);
      expect(properties.RedrivePolicy?.maxReceiveCount).toBe(5);
      return id;
    });
    expect(
      queues()
        .filter(({ properties }) => !properties.RedrivePolicy)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(deadLetters.sort());
    expect(new Set(queues().map(({ properties }) => properties.MessageRetentionPeriod))).toEqual(
      new Set([14 * 24 * 3_600]),
    );
  });

  it('for a department finds the queue under the name that the sender makes', () => {
    expect(
      working()
        .flatMap(({ properties }) => properties.QueueName ?? [])
        .sort(),
    ).toEqual(queuedDepartments.map((code) => `mingcha-referral-${code}`).sort());
    expect(
      builtFunctions(building).get('dispatch-outbox')?.environment['REFERRAL_QUEUE_URL_PREFIX'],
    ).toBe('part 0 of HEALTHreferrals split at HEALTH');
  });

  it('is not shown to a second consumer while the first may still be at work', () => {
    const Mapping = v.object({
      EventSourceArn: v.unknown(),
      FunctionName: v.unknown(),
      FunctionResponseTypes: v.tuple([v.literal('ReportBatchItemFailures')]),
    });
    const timeouts = new Map(
      building
        .all('AWS::Lambda::Function', FunctionProperties)
        .map(({ id, properties }) => [id, properties.Timeout]),
    );
    const sources = new Map(
      building
        .all('AWS::Lambda::EventSourceMapping', Mapping)
        .map(({ properties }) => [
          building.inWords(properties.EventSourceArn),
          timeouts.get(building.inWords(properties.FunctionName)) ?? Infinity,
        ]),
    );
    for (const { id, properties } of working()) {
      const times = properties.FifoQueue ? 2 : 6;
      expect(properties.VisibilityTimeout).toBe(times * (sources.get(`${id}.Arn`) ?? Infinity));
    }
  });

  it('from the clock reaches the publisher in the order of its queue', () => {
    const Rule = v.object({
      ScheduleExpression: v.string(),
      Targets: v.array(
        v.object({
          Arn: v.unknown(),
          Input: v.optional(v.string()),
          SqsParameters: v.optional(v.object({ MessageGroupId: v.string() })),
        }),
      ),
    });
    const rules = building.all('AWS::Events::Rule', Rule).map(({ properties }) => ({
      every: properties.ScheduleExpression,
      targets: properties.Targets.map(({ Arn, Input }) => [building.inWords(Arn), Input]),
    }));
    expect(rules).toContainEqual({
      every: 'rate(5 minutes)',
      targets: [['disclosure.Arn', '{"kind":"refresh"}']],
    });
    expect(rules).toContainEqual({
      every: 'rate(1 minute)',
      targets: [['sweepoutbox.Arn', undefined]],
    });
  });
});

describe('the templates', () => {
  it('name no partition, so that they hold in China and elsewhere', () => {
    for (const { name, text } of building.stacks)
      expect({ name, found: text.includes('arn:aws') }).toEqual({ name, found: false });
  });

  it('use nothing that one of the two clouds does not have', () => {
    const absent = [
      'AWS::Lambda::Url',
      'AWS::Cognito',
      'AWS::XRay',
      'LambdaFunctionAssociations',
      'TracingConfig',
      'Custom::',
    ];
    for (const { text } of building.stacks) {
      expect(absent.filter((word) => text.includes(word))).toEqual([]);
    }
  });

  it('stay below the number of resources a stack may hold', () => {
    expect(building.stacks.map(({ name }) => name)).toEqual([
      'MingchaData',
      'MingchaDepartments',
      'MingchaService',
      'MingchaSite',
    ]);
    expect(building.stacks.filter(({ size }) => size > 450)).toEqual([]);
  });
});

describe('the site', () => {
  const Distribution = v.object({
    DistributionConfig: v.object({
      CacheBehaviors: v.array(
        v.object({ PathPattern: v.string(), ViewerProtocolPolicy: v.string() }),
      ),
    }),
  });

  it('takes calls and rendered pages to the API in both languages, everything else to the bucket', () => {
    const [distribution] = building.all('AWS::CloudFront::Distribution', Distribution);
    expect(
      distribution?.properties.DistributionConfig.CacheBehaviors.map(
        ({ PathPattern }) => PathPattern,
      ),
    ).toEqual(['/api/*', ...renderedPaths.flatMap((path) => [`${path}*`, `/en${path}*`])]);
  });

  it('allows no script that is not a file of its own', () => {
    const Headers = v.object({
      ResponseHeadersPolicyConfig: v.object({
        SecurityHeadersConfig: v.object({
          ContentSecurityPolicy: v.object({ ContentSecurityPolicy: v.string() }),
        }),
      }),
    });
    const [policy] = building.all('AWS::CloudFront::ResponseHeadersPolicy', Headers);
    const csp =
      policy?.properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy
        .ContentSecurityPolicy;
    expect(csp).toMatch(/^default-src 'self';/);
    expect(csp).not.toContain('unsafe');
  });
});
