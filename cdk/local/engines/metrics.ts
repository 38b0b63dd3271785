/** Metrics as far as the system asks for them: what functions log in embedded metric format and how their invocations end. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LogFile } from '../log-file.ts';

const KEPT_MILLISECONDS = 3_600_000; // nobody asks for more than the last hour

interface Point {
  readonly at: number;
  readonly value: number;
}

export interface MetricStore {
  record(namespace: string, name: string, value: number): void;
  /** Points of the last hour, oldest first. */
  points(namespace: string, name: string): readonly Point[];
}

export function createMetricStore(now: () => number = Date.now): MetricStore {
  const series = new Map<string, Point[]>();
  return {
    record(namespace, name, value) {
      const key = `${namespace} ${name}`;
      const kept = (series.get(key) ?? []).filter(({ at }) => at > now() - KEPT_MILLISECONDS);
      series.set(key, [...kept, { at: now(), value }]);
    },
    points: (namespace, name) =>
      (series.get(`${namespace} ${name}`) ?? []).filter(({ at }) => at > now() - KEPT_MILLISECONDS),
  };
}

/** A function's log whose lines in embedded metric format are data points as well. */
export function meteredLog(log: LogFile, store: MetricStore): LogFile {
  let rest = '';
  return {
    write(text) {
      log.write(text);
      const lines = (rest + Buffer.from(text).toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.includes('"_aws"')) recordLine(line, store);
    },
    close: () => log.close(),
  };
}

interface EmbeddedMetrics {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
}

function recordLine(line: string, store: MetricStore): void {
  try {
    const { _aws, ...values } = JSON.parse(line) as EmbeddedMetrics & Record<string, unknown>; // CloudWatch's format
    for (const { Namespace, Metrics } of _aws.CloudWatchMetrics)
      for (const { Name } of Metrics) store.record(Namespace, Name, Number(values[Name]));
  } catch {
    // Like CloudWatch: a line that is not of the format is a log line and nothing else.
  }
}

export interface MetricEngine {
  readonly url: string;
  stop(): Promise<void>;
}

interface Question {
  readonly MetricDataQueries: readonly {
    readonly Id: string;
    readonly MetricStat: {
      readonly Metric: { readonly Namespace: string; readonly MetricName: string };
      readonly Stat: string;
    };
  }[];
}

/** Answers CloudWatch's `GetMetricData` for the last hour, the statistics `Sum` and `Maximum` (of the latest point). */
export async function startMetricEngine(store: MetricStore): Promise<MetricEngine> {
  const server = createServer((request, response) => {
    void answer(request, store).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(request: IncomingMessage, store: MetricStore) {
  const target = String(request.headers['x-amz-target'] ?? '');
  if (!target.endsWith('.GetMetricData'))
    return { status: 400, body: { __type: 'UnknownOperationException', message: target } };
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a request yields buffers
  const { MetricDataQueries } = JSON.parse(Buffer.concat(chunks).toString()) as Question; // the SDK's own shape
  const MetricDataResults = MetricDataQueries.map(({ Id, MetricStat: { Metric, Stat } }) => {
    const points = store.points(Metric.Namespace, Metric.MetricName);
    const last = points.at(-1);
    const sum = points.reduce((total, { value }) => total + value, 0);
    return {
      Id,
      Label: Metric.MetricName,
      StatusCode: 'Complete',
      Timestamps: last ? [Math.floor(last.at / 1000)] : [],
      Values: last ? [Stat === 'Sum' ? sum : last.value] : [],
    };
  });
  return { status: 200, body: { MetricDataResults, Messages: [] } };
}
