/** How long filing takes, and how long until each addressee has the case, on a started idle system. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DemoClient } from '../../cdk/local/demo/client.ts';
import { aComplaintBody, type Filed } from '../support/complaints.ts';
import { newDataDir, removeDataDir, startSystem } from '../support/system.ts';
import { quantile } from './figures.ts';

const WARM_UPS = 5;
const FILINGS = 60;
const ASK_AGAIN_AFTER_MS = 10;
const REST_MS = 50;
/** Led by MARKET, with HEALTH and MEDINS cooperating: three referrals. */
const CATEGORY = 'PRICE';

/** @returns the lines to print */
export async function benchFiling(): Promise<readonly string[]> {
  const dataDir = newDataDir();
  const started = performance.now();
  const system = await startSystem(dataDir);
  const startMs = performance.now() - started;
  const client = new DemoClient(system.base, system.credentials, 1);
  const filing: number[] = [];
  const arrival: number[] = [];
  try {
    for (let index = 0; index < WARM_UPS + FILINGS; index++) {
      const { filedMs, arrivedMs } = await fileAndFollow(client);
      if (index < WARM_UPS) continue;
      filing.push(filedMs);
      arrival.push(...arrivedMs);
      await pause(REST_MS);
    }
  } finally {
    await system.stop();
    removeDataDir(dataDir);
  }
  return [
    `start until ready     ${startMs.toFixed(0)} ms, empty data`,
    `filing                ${figures(filing)} (${filing.length} filings)`,
    `filing → worklist     ${figures(arrival)} (${arrival.length} referrals)`,
  ];
}

async function fileAndFollow(
  client: DemoClient,
): Promise<{ filedMs: number; arrivedMs: readonly number[] }> {
  const since = performance.now();
  const answer = await client.post('/api/complaints', {
    body: aComplaintBody({ categories: [CATEGORY] }),
    key: randomUUID(),
  });
  const filedMs = performance.now() - since;
  if (answer.status !== 201) throw new Error(`filing: ${answer.status} ${answer.text}`);
  const { caseNumber, items } = answer.json as Filed; // the contract of a 201
  const addressees = items.flatMap(({ lead, cooperating }) => [lead, ...cooperating]);
  const arrivedMs = await Promise.all(
    addressees.map(async (department) => {
      for (;;) {
        const entries = await client.worklist(department, 'open');
        if (entries.some((entry) => entry.caseNumber === caseNumber))
          return performance.now() - since;
        if (performance.now() - since > 60_000) throw new Error(`${department} never got it`);
        await pause(ASK_AGAIN_AFTER_MS);
      }
    }),
  );
  return { filedMs, arrivedMs };
}

function figures(milliseconds: readonly number[]): string {
  const at = (share: number) => quantile(milliseconds, share).toFixed(0).padStart(5);
  return `p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms`;
}
