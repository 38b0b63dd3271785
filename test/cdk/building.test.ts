/** What the templates promise beside the functions: no data and no message is lost, the site is strict. */
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { queuedDepartments } from '../../functions/catalogue.ts';
import { tables } from '../../functions/table-definitions.ts';
import {
  DESK_PATH,
  DISPLAY_PATH,
  LOOKS_PATH,
  MISSING_PREFIX,
  renderedPaths,
} from '../../shared/disclosure/pages.ts';
import { district } from '../../shared/district.ts';
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
    ).toEqual([...new Set(deadLetters)].sort());
    expect(new Set(queues().map(({ properties }) => properties.MessageRetentionPeriod))).toEqual(
      new Set([14 * 24 * 3_600]),
    );
  });

  it('that a queue gave up is noted, wherever it was given up', () => {
    const Mapping = v.object({ EventSourceArn: v.unknown(), FunctionName: v.unknown() });
    const noted = building
      .all('AWS::Lambda::EventSourceMapping', Mapping)
      .filter(({ properties }) => building.inWords(properties.FunctionName) === 'notedeadletter')
      .map(({ properties }) => building.inWords(properties.EventSourceArn).replace(/\.Arn$/, ''));
    const deadLetters = queues().filter(({ properties }) => !properties.RedrivePolicy);
    const rowless = 'invalidationsdead'; // what a distribution is to forget has no row: an alarm alone tells of it
    expect([...noted, rowless].sort()).toEqual(deadLetters.map(({ id }) => id).sort());
  });

  it('for a department, or its own system, finds the queue under the name that the sender makes', () => {
    expect(
      working()
        .flatMap(({ properties }) => properties.QueueName ?? [])
        .sort(),
    ).toEqual(
      queuedDepartments
        .flatMap((code) => [`mingcha-referral-${code}`, `mingcha-webhook-${code}`])
        .sort(),
    );
    const environment = builtFunctions(building).get('dispatch-outbox')?.environment;
    expect(environment?.['REFERRAL_QUEUE_URL_PREFIX']).toBe(
      'part 0 of HEALTHreferrals split at HEALTH',
    );
    expect(environment?.['WEBHOOK_QUEUE_URL_PREFIX']).toBe(
      'part 0 of HEALTHwebhooks split at HEALTH',
    );
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

  it('of one department never takes the room of the others', () => {
    const Mapping = v.object({
      EventSourceArn: v.unknown(),
      ScalingConfig: v.optional(v.object({ MaximumConcurrency: v.number() })),
    });
    const atOnce = new Map(
      building
        .all('AWS::Lambda::EventSourceMapping', Mapping)
        .map(({ properties }) => [
          building.inWords(properties.EventSourceArn),
          properties.ScalingConfig?.MaximumConcurrency,
        ]),
    );
    for (const code of queuedDepartments) {
      expect(atOnce.get(`${code}referrals.Arn`)).toBe(2);
      expect(atOnce.get(`${code}webhooks.Arn`)).toBe(2);
    }
  });

  it('from the clock reaches the publisher in the order of its queue, each with a body of its own', () => {
    const Rule = v.object({
      ScheduleExpression: v.string(),
      Targets: v.array(
        v.object({
          Arn: v.unknown(),
          InputTransformer: v.optional(
            v.object({ InputPathsMap: v.unknown(), InputTemplate: v.string() }),
          ),
          SqsParameters: v.optional(v.object({ MessageGroupId: v.string() })),
        }),
      ),
    });
    const rules = building.all('AWS::Events::Rule', Rule).map(({ properties }) => ({
      every: properties.ScheduleExpression,
      targets: properties.Targets.map(({ Arn, ...target }) => ({
        ...target,
        to: building.inWords(Arn),
      })),
    }));
    expect(rules).toContainEqual({
      every: 'rate(5 minutes)',
      targets: [
        {
          to: 'disclosure.Arn',
          InputTransformer: {
            InputPathsMap: { id: '$.id' },
            InputTemplate: '{"kind":"refresh","id":<id>}',
          },
          SqsParameters: { MessageGroupId: district.code },
        },
      ],
    });
    expect(rules).toContainEqual({
      every: 'rate(1 minute)',
      targets: [{ to: 'sweepoutbox.Arn' }],
    });
  });
});

describe('the site', () => {
  const Distribution = v.object({
    DistributionConfig: v.object({
      CacheBehaviors: v.array(
        v.object({ PathPattern: v.unknown(), ViewerProtocolPolicy: v.string() }),
      ),
      CustomErrorResponses: v.array(
        v.strictObject({ ErrorCode: v.number(), ErrorCachingMinTTL: v.literal(0) }),
      ),
      DefaultCacheBehavior: v.object({ TargetOriginId: v.string() }),
      Origins: v.array(v.object({ Id: v.string(), OriginPath: v.optional(v.string()) })),
      OriginGroups: v.object({
        Items: v.tuple([
          v.object({
            Id: v.string(),
            FailoverCriteria: v.object({ StatusCodes: v.object({ Items: v.array(v.number()) }) }),
            Members: v.object({ Items: v.array(v.object({ OriginId: v.string() })) }),
          }),
        ]),
      }),
    }),
  });

  it('takes calls and rendered pages to the API in both languages, everything else to the buckets', () => {
    const [distribution] = building.all('AWS::CloudFront::Distribution', Distribution);
    expect(
      distribution?.properties.DistributionConfig.CacheBehaviors.map(({ PathPattern }) =>
        typeof PathPattern === 'string' ? PathPattern : JSON.stringify(PathPattern),
      ),
    ).toEqual([
      '/api/*',
      expect.stringMatching(/"\/",.*Attachments.*,"\*"/), // signed requests go to the store
      `${DISPLAY_PATH}.css`,
      `${LOOKS_PATH}/*`,
      ...renderedPaths.flatMap((path) => {
        const pattern = path === DESK_PATH ? `${path}*` : path;
        return [pattern, `/en${pattern}`];
      }),
    ]);
  });

  it('asks the renderer for what the bucket lacks, and puts no page before the answers of the API', () => {
    const [distribution] = building.all('AWS::CloudFront::Distribution', Distribution);
    const config = distribution?.properties.DistributionConfig;
    const group = config?.OriginGroups.Items[0];
    expect(config?.DefaultCacheBehavior.TargetOriginId).toBe(group?.Id);
    expect(group?.FailoverCriteria.StatusCodes.Items).toEqual([403, 404]);
    expect(group?.Members.Items.map(({ OriginId }) => OriginId)).toEqual(['pages', 'missing']);
    expect(config?.Origins.map(({ Id, OriginPath }) => [Id, OriginPath])).toEqual([
      ['pages', undefined],
      ['service', undefined],
      ['missing', MISSING_PREFIX],
      ['store', undefined],
    ]);
    // Kept by nobody: what one caller may not see, another may.
    expect(config?.CustomErrorResponses.map(({ ErrorCode }) => ErrorCode)).toEqual(
      expect.arrayContaining([403, 404, 500]),
    );
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
