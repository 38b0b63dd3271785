/** The dashboard: the service level first, then what waits, then the machinery. */
import {
  GraphWidget,
  MathExpression,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { figure, type Watch, type Watched } from './watch.ts';

const WIDTH = 24;

export function dashboardRows(watch: readonly Watch[], { service }: Watched): IWidget[][] {
  const named = (start: string) => watch.filter(({ name }) => name.startsWith(start));
  const graph = (title: string, shown: readonly Watch[], width: number) =>
    new GraphWidget({ title, width, left: shown.map(({ metric }) => metric) });
  return [
    [
      new TextWidget({
        width: WIDTH,
        height: 2,
        markdown:
          'Every referral is applied, or has exactly one row that is open, stuck or parked. What to do on each alarm: cdk/DEPLOYMENT.md.',
      }),
    ],
    [
      new SingleValueWidget({
        title: 'The relay now',
        width: WIDTH,
        metrics: [
          figure('OldestOpenRowSeconds'),
          figure('OpenRows'),
          figure('StuckRows'),
          figure('ParkedRows'),
          figure('DeadRows'),
          figure('PublisherLagSeconds'),
          figure('OverduePublications'),
        ],
      }),
    ],
    [
      new GraphWidget({
        title: 'On its way',
        width: WIDTH / 2,
        left: [figure('OldestOpenRowSeconds'), figure('PublisherLagSeconds')],
        right: [figure('OpenRows')],
      }),
      graph('Dead letters', [...named('dead-rows'), ...named('unnoted')], WIDTH / 2),
    ],
    [
      graph('Functions: errors and throttles', named('function-'), WIDTH / 2),
      new GraphWidget({
        title: 'Errors by function',
        width: WIDTH / 2,
        left: [
          new MathExpression({
            expression:
              'SEARCH(\'{AWS/Lambda,FunctionName} MetricName="Errors" FunctionName="Mingcha"\', \'Sum\', 300)',
            label: '',
            usingMetrics: {},
            period: Duration.minutes(5),
          }),
        ],
      }),
    ],
    [
      new GraphWidget({
        title: 'API: calls and errors',
        width: WIDTH / 2,
        left: [service.api.metricCount()],
        right: [service.api.metricServerError(), service.api.metricClientError()],
      }),
      new GraphWidget({
        title: 'API: time to answer',
        width: WIDTH / 2,
        left: [
          service.api.metricLatency({ statistic: 'p50' }),
          service.api.metricLatency({ statistic: 'p99' }),
        ],
      }),
    ],
  ];
}
