/** The figures that alarms and the dashboard read, from CloudWatch. */
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { Figure, Metrics } from '../ports.ts';

export class CloudWatchMetrics implements Metrics {
  readonly #client: CloudWatchClient;

  constructor(client = new CloudWatchClient()) {
    this.#client = client;
  }

  async latest(figures: readonly Figure[], now: string): Promise<readonly (number | undefined)[]> {
    const { MetricDataResults = [] } = await this.#client.send(
      new GetMetricDataCommand({
        StartTime: new Date(Date.parse(now) - 3_600_000),
        EndTime: new Date(now),
        ScanBy: 'TimestampDescending',
        MetricDataQueries: figures.map(({ namespace, name, of }, position) => ({
          Id: `m${position}`,
          MetricStat: {
            Metric: { Namespace: namespace, MetricName: name },
            Period: of === 'hour' ? 3600 : 60,
            Stat: of === 'hour' ? 'Sum' : 'Maximum',
          },
        })),
      }),
    );
    return figures.map(
      (_, position) => MetricDataResults.find(({ Id }) => Id === `m${position}`)?.Values?.[0],
    );
  }
}
