/** The figures of operations on one machine: from log lines and invocations to what CloudWatch's own client reads. */
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createMetricStore,
  meteredLog,
  startMetricEngine,
  type MetricEngine,
} from '../../../cdk/local/engines/metrics.ts';
import { CloudWatchMetrics } from '../../../functions/aws/metrics.ts';

let engine: MetricEngine | undefined;

afterEach(() => engine?.stop());

const silent = { write: () => undefined, close: () => undefined };

const line = (values: Record<string, number>) =>
  `${JSON.stringify({
    _aws: {
      Timestamp: 1,
      CloudWatchMetrics: [
        {
          Namespace: 'Mingcha',
          Dimensions: [[]],
          Metrics: Object.keys(values).map((Name) => ({ Name, Unit: 'Count' })),
        },
      ],
    },
    ...values,
  })}\n`;

describe('the metrics of one machine', () => {
  it('come from log lines in embedded metric format, however they are cut into pieces', () => {
    const store = createMetricStore();
    const log = meteredLog(silent, store);
    const text = line({ OpenRows: 3 }) + 'not a metric\n' + line({ OpenRows: 5 });
    for (const piece of text.match(/[^]{1,7}/g) ?? []) log.write(piece);
    expect(store.points('Mingcha', 'OpenRows').map(({ value }) => value)).toEqual([3, 5]);
  });

  it('are forgotten after the hour that anybody asks for', () => {
    let now = 0;
    const store = createMetricStore(() => now);
    store.record('Mingcha', 'OpenRows', 3);
    now = 3_600_001;
    expect(store.points('Mingcha', 'OpenRows')).toEqual([]);
  });

  it('are read by the client of the cloud: the latest as it stood, the hour as a sum, nothing as nothing', async () => {
    const store = createMetricStore();
    for (const value of [4, 2]) store.record('Mingcha', 'OpenRows', value);
    for (const value of [1, 0, 1]) store.record('AWS/Lambda', 'Errors', value);
    engine = await startMetricEngine(store);
    const client = new CloudWatchClient({
      endpoint: engine.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const latest = await new CloudWatchMetrics(client).latest(
      [
        { namespace: 'Mingcha', name: 'OpenRows', of: 'now' },
        { namespace: 'AWS/Lambda', name: 'Errors', of: 'hour' },
        { namespace: 'Mingcha', name: 'StuckRows', of: 'now' },
      ],
      new Date().toISOString(),
    );
    expect(latest).toEqual([2, 2, undefined]);
  });
});
