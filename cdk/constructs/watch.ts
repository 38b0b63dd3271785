/** What is watched: each figure, the value above which it is an alarm, and what the person who is woken should read first. */
import { Metric, Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { URGENT_PARKED } from '../../shared/coordination/parked.ts';
import type { figuresOf } from '../../shared/relay/figures.ts';
import type { DepartmentsStack } from '../departments-stack.ts';
import type { ServiceStack } from '../service-stack.ts';
import type { WebhooksStack } from '../webhooks-stack.ts';

export interface Watched {
  readonly departments: DepartmentsStack;
  readonly webhooks: WebhooksStack;
  readonly service: ServiceStack;
}

export interface Watch {
  /** Unique; the alarm is `mingcha-<name>`. */
  readonly name: string;
  readonly meaning: string;
  readonly metric: IMetric;
  readonly above: number;
  /** Periods of a minute, all of which must be above. */
  readonly minutes: number;
  /** The figure comes each minute or something is broken. */
  readonly absenceIsBad?: true;
}

const MINUTE = Duration.minutes(1);

export function watchOf({ departments, webhooks, service }: Watched): readonly Watch[] {
  return [
    {
      name: 'oldest-open-row',
      meaning:
        'A message has been on its way for more than fifteen minutes, or the sweeper is silent: see the relay at the desk.',
      metric: figure('OldestOpenRowSeconds'),
      above: 15 * 60,
      minutes: 3,
      absenceIsBad: true,
    },
    {
      name: 'stuck-rows',
      meaning:
        'Messages were sent in vain too often: mend the receiver, then redrive them at the desk.',
      metric: figure('StuckRows'),
      above: 0,
      minutes: 1,
    },
    {
      name: 'parked-rows',
      meaning: 'Messages that cannot be applied: each says why at the desk.',
      metric: figure('ParkedRows'),
      above: 0,
      minutes: 1,
    },
    {
      name: 'dead-rows',
      meaning:
        'A queue gave up messages after five attempts; the sweeper sends them again, the desk says which.',
      metric: figure('DeadRows'),
      above: 0,
      minutes: 1,
    },
    {
      name: 'publisher-lag',
      meaning: 'A decision waits for its publication longer than fifteen minutes.',
      metric: figure('PublisherLagSeconds'),
      above: 15 * 60,
      minutes: 3,
    },
    {
      name: 'overdue-publications',
      meaning: 'A decision is not public although its legal last day has passed.',
      metric: figure('OverduePublications'),
      above: 0,
      minutes: 1,
    },
    {
      name: 'urgent-parked',
      meaning:
        'An urgent matter lies at the coordinator for a body without a queue here (fire rescue, a street, a department the plan does not name): call that body now; the worklist says which.',
      metric: new Metric({
        namespace: 'Mingcha',
        metricName: URGENT_PARKED,
        period: MINUTE,
        statistic: Stats.SUM,
      }),
      above: 0,
      minutes: 1,
    },
    {
      name: 'function-errors',
      meaning: 'A function failed: its log names the code.',
      metric: functions('Errors'),
      above: 0,
      minutes: 3,
    },
    {
      name: 'function-throttles',
      meaning: 'The account has no room for more calls at once.',
      metric: functions('Throttles'),
      above: 0,
      minutes: 3,
    },
    {
      name: 'api-server-errors',
      meaning: 'Callers get 5xx: the access log names the routes.',
      metric: service.api.metricServerError({ period: MINUTE, statistic: Stats.SUM }),
      above: 0,
      minutes: 3,
    },
    deadLetters('referrals', departments.queues.deadLetters),
    deadLetters('webhooks', webhooks.queues.deadLetters),
    deadLetters('disclosure', service.deadPublications),
    deadLetters('statistics', service.deadStatistics),
    deadLetters('notices', service.deadNotices),
    deadLetters('channels', service.deadChannels),
    deadLetters('imports', service.deadImports),
    deadLetters('invalidations', service.deadInvalidations),
  ];
}

/** What the sweeper writes each minute. */
export const figure = (metricName: keyof ReturnType<typeof figuresOf>): Metric =>
  new Metric({ namespace: 'Mingcha', metricName, period: MINUTE, statistic: Stats.MAXIMUM });

/** Of all functions of the account, which is Mingcha's alone: a sum by name would need an alarm for each ten of them. */
const functions = (metricName: 'Errors' | 'Throttles'): Metric =>
  new Metric({ namespace: 'AWS/Lambda', metricName, period: MINUTE, statistic: Stats.SUM });

/** A dead letter is noted on its row and gone; one that stays could not even be noted. */
const deadLetters = (kind: string, queue: IQueue): Watch => ({
  name: `unnoted-dead-letters-${kind}`,
  meaning: 'A queue gave up a message that names no row, or the note failed: read it in the queue.',
  metric: queue.metricApproximateNumberOfMessagesVisible({
    period: MINUTE,
    statistic: Stats.MAXIMUM,
  }),
  above: 0,
  minutes: 10,
});
