/** Every way in which a message can be lost from sight raises an alarm, and alarms reach a person. */
import * as v from 'valibot';
import { beforeAll, expect, it } from 'vitest';
import { URGENT_PARKED } from '../../shared/coordination/parked.ts';
import { figuresOf } from '../../shared/relay/figures.ts';
import { raise, type Assembly } from './assembly.ts';

const Alarm = v.object({
  AlarmName: v.string(),
  AlarmDescription: v.string(),
  AlarmActions: v.tuple([v.unknown()]),
  Namespace: v.optional(v.string()),
  MetricName: v.optional(v.string()),
  Dimensions: v.optional(v.array(v.unknown())),
  Threshold: v.number(),
  TreatMissingData: v.string(),
});

let building: Assembly;
let alarms: readonly v.InferOutput<typeof Alarm>[];
beforeAll(() => {
  building = raise();
  alarms = building.all('AWS::CloudWatch::Alarm', Alarm).map(({ properties }) => properties);
}, 60_000);

it('every dead-letter queue is watched: what could not be noted stays there', () => {
  const Dimension = v.object({ Name: v.literal('QueueName'), Value: v.unknown() });
  const watched = alarms
    .filter(({ Namespace }) => Namespace === 'AWS/SQS')
    .flatMap(({ Dimensions = [] }) => Dimensions)
    .map((dimension) => building.inWords(v.parse(Dimension, dimension).Value));
  const deadLetters = building
    .all('AWS::SQS::Queue', v.object({ RedrivePolicy: v.optional(v.unknown()) }))
    .filter(({ properties }) => properties.RedrivePolicy === undefined)
    .map(({ id }) => `${id}.QueueName`);
  expect(deadLetters).toHaveLength(8);
  expect(watched.sort()).toEqual(deadLetters.sort());
});

it('the figures watched are among those the sweeper and filing write, without a dimension', () => {
  const written = Object.keys(
    figuresOf([], { STUCK: [], PARKED: [], DEAD: [] }, '2026-11-02T00:00:00Z'),
  );
  const watched = alarms.filter(({ Namespace }) => Namespace === 'Mingcha');
  expect(watched.map(({ MetricName }) => String(MetricName)).sort()).toEqual([
    'DeadRows',
    'OldestOpenRowSeconds',
    'OverduePublications',
    'ParkedRows',
    'PublisherLagSeconds',
    'StuckRows',
    URGENT_PARKED,
  ]);
  for (const { MetricName, Dimensions } of watched) {
    if (MetricName !== URGENT_PARKED) expect(written).toContain(MetricName);
    expect(Dimensions).toBeUndefined();
  }
});

it('a sweeper that falls silent is an alarm, not good news', () => {
  const silent = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
  expect(silent.map(({ AlarmName }) => AlarmName)).toEqual(['mingcha-oldest-open-row']);
});

it('errors and throttles of functions and failures of the API are watched', () => {
  expect(alarms.map(({ Namespace, MetricName }) => `${Namespace} ${MetricName}`)).toEqual(
    expect.arrayContaining(['AWS/Lambda Errors', 'AWS/Lambda Throttles', 'AWS/ApiGateway 5xx']),
  );
});

it('every alarm says what it means and reaches the one topic, which its account’s alarms may write to', () => {
  for (const { AlarmActions, AlarmDescription } of alarms) {
    expect(building.inWords(AlarmActions[0])).toBe('Alarms');
    expect(AlarmDescription).not.toBe('');
  }
  const Policy = v.object({
    PolicyDocument: v.object({
      Statement: v.array(v.object({ Effect: v.string(), Principal: v.unknown() })),
    }),
  });
  const statements = building
    .all('AWS::SNS::TopicPolicy', Policy)
    .flatMap(({ properties }) => properties.PolicyDocument.Statement);
  expect(statements).toContainEqual({
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
  });
  expect(
    building
      .all('AWS::SNS::Subscription', v.object({ Endpoint: v.unknown() }))
      .map(({ properties }) => building.inWords(properties.Endpoint)),
  ).toEqual(['AlarmEndpoint']);
});

it('the dashboard shows every figure', () => {
  const [dashboard] = building.all(
    'AWS::CloudWatch::Dashboard',
    v.object({ DashboardBody: v.unknown() }),
  );
  const body = building.inWords(dashboard?.properties.DashboardBody);
  for (const name of [
    'OldestOpenRowSeconds',
    'OpenRows',
    'StuckRows',
    'ParkedRows',
    'PublisherLagSeconds',
    'OverduePublications',
  ]) {
    expect(body).toContain(`"${name}"`);
  }
});
