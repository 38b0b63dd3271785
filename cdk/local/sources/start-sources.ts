/** Starts everything that calls functions besides HTTP, and stops it together. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Engines } from '../engines/start-engines.ts';
import { sweepExpired } from '../engines/ttl-sweep.ts';
import type { FunctionPool } from '../functions/pool.ts';
import type { Plan } from '../template/plan.ts';
import { runQueueSource } from './queue-source.ts';
import { startSchedules } from './schedules.ts';
import { startStreamSource } from './stream-source.ts';

export interface SourceSurroundings {
  readonly plan: Plan;
  readonly engines: Engines;
  /** The engine's ARN of a stream by the template's. */
  readonly streams: ReadonlyMap<string, string>;
  readonly pool: FunctionPool;
  readonly dataDir: string;
  /** Hears of what went wrong and will be tried again. */
  readonly complain: (sentence: string) => void;
}

const STOP_LIMIT_MILLISECONDS = 2000;
const SWEEP_EVERY_MILLISECONDS = 600_000;

export function startSources({
  plan,
  engines,
  streams,
  pool,
  dataDir,
  complain,
}: SourceSurroundings) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running: Promise<void>[] = plan.queueSources.map((source) =>
    runQueueSource(source, engines.sqs, pool, signal, complain),
  );
  for (const source of plan.streamSources) {
    const engineArn = streams.get(source.streamArn);
    if (engineArn === undefined) throw new Error(`${source.id}: ${source.tableName} has no stream`);
    const { dynamodb: endpoint, sqs } = engines;
    const surroundings = { endpoint, engineArn, sqs, dataDir, pool, signal, complain };
    const reader = startStreamSource(source, surroundings);
    pool.onHandled(() => reader.wake());
    running.push(reader.finished);
  }
  startSchedules(plan.schedules, engines.sqs, pool, signal, complain);

  const sweep = setInterval(() => {
    const nowSeconds = Math.floor(Date.now() / 1000);
    // What a failed sweep leaves, the next one finds; readers check the time themselves.
    sweepExpired(engines.dynamodb, plan.tables, nowSeconds, signal).catch((error: unknown) =>
      complain(`sweep of expired rows: ${String(error)}`),
    );
  }, SWEEP_EVERY_MILLISECONDS);
  signal.addEventListener('abort', () => clearInterval(sweep));

  return {
    /** Takes nothing new and gives what is in hand a moment to finish. */
    async stop(): Promise<void> {
      stopping.abort();
      const limit = new AbortController();
      await Promise.race([
        Promise.all(running).then(() => limit.abort()),
        pause(STOP_LIMIT_MILLISECONDS, undefined, { signal: limit.signal }).catch(() => undefined),
      ]);
    },
  };
}
