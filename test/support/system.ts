/** Starts Mingcha as `npm start` does, in a folder and on a port of its own, and ends it, gently or with kill -9. */
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DemoCredentials } from '../../cdk/local/identity/credentials.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 110_000;
const STOPS_WITHIN_MS = 15_000;
const ASK_AGAIN_AFTER_MS = 50;

/** In the data folder: all that the system has written to its terminal. */
const TERMINAL_FILE = 'terminal.txt';

export interface RunningSystem {
  readonly base: string;
  readonly dataDir: string;
  readonly credentials: DemoCredentials;
  readonly pid: number;
  /** Ctrl-C; waits until it is gone. */
  readonly stop: () => Promise<void>;
  /** kill -9 of it and of every process it started. */
  readonly killEverything: () => Promise<void>;
}

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'mingcha-data-'));

/** A folder that a test has finished with. */
export const removeDataDir = (dataDir: string): void =>
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });

/** @throws with what it said, when it does not answer in time. */
export async function startSystem(dataDir: string): Promise<RunningSystem> {
  const port = await freePort();
  const child = spawn(process.execPath, ['cdk/local/start.ts'], {
    cwd: top,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      appendFileSync(join(dataDir, TERMINAL_FILE), chunk);
    });
  const base = `http://localhost:${port}`;
  try {
    await untilReady(child, base);
  } catch (error) {
    await killAll(child);
    throw new Error(`the system did not start: ${String(error)}\n${said}`);
  }
  const path = join(dataDir, 'demo-credentials.json');
  const credentials = JSON.parse(readFileSync(path, 'utf8')) as DemoCredentials; // written by the identity provider
  return {
    ...{ base, dataDir, credentials, pid: child.pid ?? NaN }, // it answered, so it has one
    stop: () => stop(child),
    killEverything: () => killAll(child),
  };
}

async function untilReady(child: ChildProcess, base: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const answer = await fetch(`${base}/`).catch(() => undefined);
    if (answer?.ok) return; // the first page stands behind the window's files, and those behind the API
    await pause(ASK_AGAIN_AFTER_MS);
  }
  throw new Error(`no answer within ${READY_WITHIN_MS} ms`);
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = exited(child);
  child.kill('SIGINT');
  const late = pause(STOPS_WITHIN_MS, 'late', { ref: false });
  if ((await Promise.race([gone, late])) === 'late') {
    await killAll(child);
    throw new Error(`the system did not stop within ${STOPS_WITHIN_MS} ms of Ctrl-C`);
  }
}

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

async function killAll(child: ChildProcess): Promise<void> {
  const gone = exited(child);
  const family = child.pid === undefined ? [] : [child.pid, ...descendantsOf(child.pid)];
  for (const pid of family) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it ended by itself in the meantime
    }
  }
  await gone;
}

/** Children, their children and so on; listed before anything is killed, because orphans lose their parent. */
export function descendantsOf(pid: number): readonly number[] {
  const children = Map.groupBy(processes(), ({ parent }) => parent);
  const below = (parent: number): number[] =>
    (children.get(parent) ?? []).flatMap((child) => [child.pid, ...below(child.pid)]);
  return below(pid);
}

function processes(): readonly { readonly pid: number; readonly parent: number }[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const afterName = stat.slice(stat.lastIndexOf(')') + 2); // a program's name may hold spaces
      return [{ pid: Number(name), parent: Number(afterName.split(' ')[1]) }];
    } catch {
      return []; // it ended while the list was read
    }
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
