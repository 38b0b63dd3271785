/** How fast the desk answers with twenty thousand open cases behind it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { DemoClient } from '../../cdk/local/demo/client.ts';
import type { DemoCredentials } from '../../cdk/local/identity/credentials.ts';
import { readSettings } from '../../cdk/local/settings.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { openEngine } from '../load/engine.ts';
import { fill } from '../load/fill.ts';
import { launchBrowser } from '../support/browser.ts';
import { signIn } from '../support/desk-visitor.ts';
import { newDataDir, removeDataDir, startSystem } from '../support/system.ts';
import { quantile } from './figures.ts';

const OPEN_CASES = 20_000;
const WARM_UPS = 5;
const CALLS = 100;
const WALKS = 20;
const LATER_PAGE = 10;
const MOST_P95_MS = 150;
/** It has the most to do: it coordinates, and cooperates in most matters. */
const BUSIEST = 'HEALTH';

interface Measured {
  readonly lines: readonly string[];
  readonly failures: readonly string[];
}

/** Of the system that runs on DATA_DIR as it is, when that is set; else of one started and filled for it. */
export async function benchDesk(): Promise<Measured> {
  if (process.env['DATA_DIR']) {
    const { dataDir, port } = readSettings(process.env);
    const text = readFileSync(join(dataDir, 'demo-credentials.json'), 'utf8');
    return measure(`http://localhost:${port}`, JSON.parse(text) as DemoCredentials); // written by the host
  }
  const dataDir = newDataDir();
  const system = await startSystem(dataDir);
  try {
    const engine = await openEngine({ dataDir, port: 0, demo: false });
    await fill(engine.tables, {
      ...{ cases: OPEN_CASES, seed: 1, until: dateInShanghai(new Date().toISOString()) },
      credentialsPath: join(dataDir, 'demo-credentials.json'),
    });
    await engine.stop();
    return await measure(system.base, system.credentials);
  } finally {
    await system.stop();
    removeDataDir(dataDir);
  }
}

async function measure(base: string, credentials: DemoCredentials): Promise<Measured> {
  const client = new DemoClient(base, credentials, 1);
  const token = await client.officer(BUSIEST, 'officer');
  const lines: string[] = [];
  const failures: string[] = [];
  const note = (what: string, milliseconds: readonly number[], limit = Infinity) => {
    const p95 = quantile(milliseconds, 0.95);
    const at = (share: number) => quantile(milliseconds, share).toFixed(0).padStart(5);
    lines.push(`${what.padEnd(34)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms`);
    if (p95 > limit) failures.push(`${what}, p95 ${p95.toFixed(0)} ms,`);
  };
  const get = async (path: string) => {
    const { status, json, text } = await client.get(path, token);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    return json;
  };
  const timed = async (what: string, pathOf: (call: number) => string) => {
    const milliseconds: number[] = [];
    for (let call = 0; call < WARM_UPS + CALLS; call++) {
      const begun = performance.now();
      await get(pathOf(call));
      if (call >= WARM_UPS) milliseconds.push(performance.now() - begun);
    }
    note(what, milliseconds, MOST_P95_MS);
  };
  const list = '/api/desk/worklist';
  const cases: string[] = [];
  let cursor = '';
  for (let page = 0; page < LATER_PAGE; page++) {
    const answer = (await get(`${list}?limit=100${cursor}`)) as {
      entries: { caseNumber: string }[];
      cursor?: string;
    }; // the contract of a 200
    cases.push(...answer.entries.map(({ caseNumber }) => caseNumber));
    if (answer.cursor) cursor = `&cursor=${answer.cursor}`;
  }
  await timed('queue, first page', () => list);
  await timed(
    `queue, page ${LATER_PAGE + 1} of a hundred each`,
    () => `${list}?limit=100${cursor}`,
  );
  for (const filter of ['overdue=true', 'assignee=none', 'urgency=P0', 'category=FOREIGN_INVEST'])
    await timed(`queue, ${filter}`, () => `${list}?${filter}`);
  await timed('queue, closed', () => `${list}?state=closed`);
  await timed('a case', (call) => `/api/desk/cases/${cases[call * 7] ?? cases[0]}`);
  for (const [what, milliseconds] of await inBrowser(base, credentials)) note(what, milliseconds);
  return { lines, failures };
}

/** From the click until the page is there, inside the desk; and back. Shown without a limit: the browser draws on the same processors. */
async function inBrowser(base: string, credentials: DemoCredentials) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ baseURL: base, locale: 'zh-CN' });
    await signIn(page, credentials, { department: BUSIEST, roles: ['officer'] });
    const toCase: number[] = [];
    const toQueue: number[] = [];
    for (let walk = 0; walk < WARM_UPS + WALKS; walk++) {
      const row = page.locator('.queue [data-row]').nth(walk);
      await row.waitFor();
      const there = await shownAfter(page, () => clicked(row), '.case-items');
      const back = await shownAfter(page, () => page.goBack(), '.queue [data-row]');
      if (walk < WARM_UPS) continue;
      toCase.push(there);
      toQueue.push(back);
    }
    return [
      ['a case, from the click until shown', toCase],
      ['back to the queue, until shown', toQueue],
    ] as const;
  } finally {
    await browser.close();
  }
}

/** Without what a robot does before it clicks: it waits until a row stands still and nothing covers it. */
const clicked = (row: Locator): Promise<void> => row.dispatchEvent('click');

async function shownAfter(
  page: Page,
  act: () => Promise<unknown>,
  selector: string,
): Promise<number> {
  const begun = performance.now();
  await act();
  await page.locator(selector).first().waitFor();
  return performance.now() - begun;
}
