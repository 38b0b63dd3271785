/** What is left when the host is killed: no process, every message, and the place in the stream. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { call } from '../../../cdk/local/engines/engine-call.ts';
import { smallBuilding, writeAssembly } from './assembly.ts';
import { allGone, familyOf, isAlive } from './processes.ts';
import { keysOf, listenForReports, type Reports } from './reports.ts';

const RUN_HOST = fileURLToPath(new URL('run-host.ts', import.meta.url));
const START = fileURLToPath(new URL('../../../cdk/local/start.ts', import.meta.url));
const RESET = fileURLToPath(new URL('../../../cdk/local/reset.ts', import.meta.url));

interface Started {
  readonly process: ChildProcess;
  readonly endpoints: { readonly dynamodb: string };
  readonly table: string;
}

let folder: string;
let dataDir: string;
let assembly: string;
let reports: Reports;
let running: ChildProcess[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-survival-'));
  dataDir = join(folder, 'data');
  reports = await listenForReports();
  assembly = writeAssembly(join(folder, 'assembly'), smallBuilding(reports.address));
  running = [];
});

afterEach(async () => {
  for (const child of running) {
    if (child.pid !== undefined && isAlive(child.pid)) {
      const family = familyOf(child.pid);
      child.kill('SIGKILL');
      await allGone(family);
    }
  }
  await reports.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<Started> {
  const child = fork(RUN_HOST, [assembly, dataDir], { execArgv: ['--no-warnings'] });
  running.push(child);
  const [ready] = (await once(child, 'message')) as [Omit<Started, 'process'>]; // the only message run-host sends
  return { process: child, ...ready };
}

const putRow = ({ endpoints, table }: Started, pk: string) =>
  call(endpoints.dynamodb, 'dynamodb', 'PutItem', {
    TableName: table,
    Item: { pk: { S: pk }, sk: { S: '-' } },
  });

async function run(script: string, environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--no-warnings', script], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output };
}

it('leaves no process behind when it is killed', async () => {
  const host = await start();
  reports.holdBack(({ role }) => role === 'stream');
  await putRow(host, 'OUT#busy');
  await reports.until((all) => keysOf(all).includes('OUT#busy'));
  const family = familyOf(host.process.pid ?? -1);
  // Host, watchdog, dynoxide, fauxqs, identity provider, the busy function.
  expect(family.length).toBeGreaterThanOrEqual(6);
  host.process.kill('SIGKILL');
  await allGone(family);
  expect(family.filter(isAlive)).toEqual([]);
});

it('goes on in the stream where it was killed: what was handled is not repeated, what was not is', async () => {
  const first = await start();
  await putRow(first, 'OUT#handled');
  await reports.until((all) => keysOf(all).includes('OUT#handled'));
  reports.holdBack(({ keys }) => keys?.includes('OUT#unfinished') === true);
  await putRow(first, 'OUT#unfinished');
  await reports.until((all) => keysOf(all).includes('OUT#unfinished'));
  const family = familyOf(first.process.pid ?? -1);
  first.process.kill('SIGKILL');
  await allGone(family);

  reports.holdBack(undefined);
  const second = await start();
  await putRow(second, 'OUT#later');
  await reports.until((all) => keysOf(all).includes('OUT#later'));
  expect(keysOf(reports.all)).toEqual([
    'OUT#handled',
    'OUT#unfinished',
    'OUT#unfinished',
    'OUT#later',
  ]);
});

it('says which variable chooses another port when the port is taken, and starts nothing', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo; // a TCP server that listens has one
  const { code, output } = await run(START, { PORT: String(port), DATA_DIR: dataDir });
  other.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} is taken`);
  expect(output).toContain('PORT=');
  expect(output.trim().split('\n')).toHaveLength(1);
});

it('refuses a second host and a reset on the same data folder', async () => {
  await start();
  const second = await run(START, { PORT: '0', DATA_DIR: dataDir });
  expect([second.code, second.output]).toEqual([
    1,
    expect.stringContaining(`Another host is running on ${dataDir}`),
  ]);
  const reset = await run(RESET, { DATA_DIR: dataDir });
  expect([reset.code, reset.output]).toEqual([1, expect.stringContaining('stop it first')]);
});
