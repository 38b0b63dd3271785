/** The limits of the function pool: one event at a time in a process, two processes for a function, twelve in all. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool, type FunctionPool } from '../../../cdk/local/functions/pool.ts';

const BUNDLE = `
let atWork = 0;
export const handler = async ({ restMilliseconds = 0 }) => {
  atWork += 1;
  await new Promise((resolve) => setTimeout(resolve, restMilliseconds));
  const answer = { pid: process.pid, atWork };
  atWork -= 1;
  return answer;
};
`;
const FUNCTIONS = 14;

interface Answer {
  readonly pid: number;
  readonly atWork: number;
}

let folder: string;
let pool: FunctionPool;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-pool-'));
  const file = join(folder, 'bundle', 'index.mjs');
  mkdirSync(join(folder, 'bundle'));
  writeFileSync(file, BUNDLE);
  const plans = Array.from({ length: FUNCTIONS }, (_, index) => ({
    name: `fn${index}`,
    label: `fn${index}`,
    file,
    exportName: 'handler',
    environment: {},
    timeoutSeconds: 10,
    reservedConcurrency: index === 1 ? 1 : undefined,
  }));
  pool = createPool(plans, () => ({}), folder);
});

afterAll(async () => {
  await pool.stop();
  rmSync(folder, { recursive: true });
});

const invoke = async (name: string, event: object = {}) =>
  (await pool.invoke(name, event)) as Answer; // what the bundle above answers

it('gives a function two processes at most, and each of them one event at a time', async () => {
  const events = Array.from({ length: 6 }, () => invoke('fn0', { restMilliseconds: 20 }));
  const answers = await Promise.all(events);
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2);
  expect(answers.map(({ atWork }) => atWork)).toEqual([1, 1, 1, 1, 1, 1]);
});

it('gives a function no more processes than its template reserves', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => invoke('fn1', { restMilliseconds: 5 })));
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1);
});

it('keeps twelve processes, and the one that was idle longest makes room', async () => {
  const oldest = await invoke('fn2');
  const pids = new Map<string, number>();
  for (let index = 3; index < FUNCTIONS; index++) {
    pids.set(`fn${index}`, (await invoke(`fn${index}`)).pid);
  }
  await Promise.all([invoke('fn0'), invoke('fn1')]);
  expect(pool.alive).toBe(12);
  expect((await invoke('fn13')).pid).toBe(pids.get('fn13'));
  expect((await invoke('fn2')).pid).not.toBe(oldest.pid);
});

it('refuses what comes after its end', async () => {
  const short = createPool([], () => ({}), folder);
  await short.stop();
  await expect(short.invoke('fn0', {})).rejects.toThrow('no function fn0');
});
