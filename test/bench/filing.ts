/** How long filing takes, and how long until each addressee has the case, on an idle system: just started, and at work. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DemoClient } from '../../cdk/local/demo/client.ts';
import { categoryCodes } from '../../shared/complaints/categories.ts';
import { isDepartment } from '../../shared/departments/directory.ts';
import { aComplaintBody, type Filed } from '../support/complaints.ts';
import { newDataDir, removeDataDir, startSystem } from '../support/system.ts';
import { median, quantile } from './figures.ts';

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
  const cold: number[] = [];
  try {
    cold.push(...(await firstArrivals(client)));
    for (let index = 0; index < WARM_UPS + FILINGS; index++) {
      const { filedMs, arrivals } = await fileAndFollow(client, CATEGORY);
      if (index < WARM_UPS) continue;
      filing.push(filedMs);
      arrival.push(...arrivals.map(({ ms }) => ms));
      await pause(REST_MS);
    }
  } finally {
    await system.stop();
    removeDataDir(dataDir);
  }
  return [
    `start until ready     ${startMs.toFixed(0)} ms, empty data`,
    `filing                ${figures(filing)} (${filing.length} filings)`,
    `filing → worklist     ${figures(arrival)} (${arrival.length} referrals, consumers warm)`,
    `  the first of each   ${figures(cold)} (${cold.length} departments, consumers cold): × ${ratio(cold, arrival)}`,
  ];
}

/** The first case of each department on a system that was just started: its consumer has to start for it. */
async function firstArrivals(client: DemoClient): Promise<readonly number[]> {
  // Who asks is no part of the measure: tokens are fetched and the answering function runs before.
  for (const department of client.departments) await client.worklist(department, 'open');
  const first = new Map<string, number>();
  for (const category of categoryCodes) {
    const { arrivals } = await fileAndFollow(client, category);
    for (const { department, ms } of arrivals)
      if (!first.has(department)) first.set(department, ms);
    await pause(REST_MS);
  }
  return [...first.values()];
}

interface Followed {
  readonly filedMs: number;
  readonly arrivals: readonly { readonly department: string; readonly ms: number }[];
}

async function fileAndFollow(client: DemoClient, category: string): Promise<Followed> {
  const since = performance.now();
  const answer = await client.post('/api/complaints', {
    body: aComplaintBody({ categories: [category] }),
    key: randomUUID(),
  });
  const filedMs = performance.now() - since;
  if (answer.status !== 201) throw new Error(`filing: ${answer.status} ${answer.text}`);
  const filed = answer.json as Filed; // the contract of a 201
  const arrivals = await Promise.all(
    [filed, ...(filed.separate ?? [])].flatMap(({ caseNumber, items }) =>
      departmentsOf(items).map(async (department) => {
        for (;;) {
          const entries = await client.worklist(department, 'open');
          if (entries.some((entry) => entry.caseNumber === caseNumber))
            return { department, ms: performance.now() - since };
          if (performance.now() - since > 60_000) throw new Error(`${department} never got it`);
          await pause(ASK_AGAIN_AFTER_MS);
        }
      }),
    ),
  );
  return { filedMs, arrivals };
}

/** Bodies outside the directory have no worklist of their own. */
const departmentsOf = (items: Filed['items']): readonly string[] => [
  ...new Set(items.flatMap(({ lead, cooperating }) => [lead, ...cooperating]).filter(isDepartment)),
];

const ratio = (some: readonly number[], base: readonly number[]): string =>
  (median(some) / median(base)).toFixed(1);

function figures(milliseconds: readonly number[]): string {
  const at = (share: number) => quantile(milliseconds, share).toFixed(0).padStart(5);
  return `p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms`;
}
