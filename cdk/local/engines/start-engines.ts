/** Starts the engines on 127.0.0.1: dynoxide for tables (or the endpoint that is given), fauxqs for queues and buckets. */
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startGuarded, startNode, type Child } from '../child.ts';
import { openLog } from '../log-file.ts';

export interface Engines {
  readonly dynamodb: string;
  readonly sqs: string;
  readonly s3: string;
  readonly pids: readonly number[];
  /** Resolves with a sentence when one of them ends unasked. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

const START_LIMIT_MILLISECONDS = 20_000;
const FAUXQS = fileURLToPath(new URL('fauxqs-process.mjs', import.meta.url));

interface Started {
  readonly name: string;
  readonly url: string;
  /** Undefined for an engine that somebody else runs. */
  readonly child?: Child;
}

export async function startEngines(dataDir: string, dynamodbEndpoint?: string): Promise<Engines> {
  const [tables, queues] = await allOrNone(
    dynamodbEndpoint === undefined
      ? startDynoxide(dataDir)
      : Promise.resolve({ name: 'DynamoDB', url: dynamodbEndpoint }),
    startFauxqs(dataDir),
  );
  const own = [queues, tables].flatMap(({ name, child }) => (child ? [{ name, child }] : []));
  return {
    dynamodb: tables.url,
    sqs: queues.url,
    s3: queues.url,
    pids: own.map(({ child }) => child.pid),
    failed: Promise.race(
      own.map(({ name, child }) => child.exited.then((how) => `${name} ended: ${how}.`)),
    ),
    async stop() {
      await Promise.all(own.map(({ child }) => child.stop()));
    },
  };
}

/** When one does not start, the other is stopped again. */
async function allOrNone(
  first: Promise<Started>,
  second: Promise<Started>,
): Promise<readonly [Started, Started]> {
  try {
    return await Promise.all([first, second]);
  } catch (error) {
    for (const started of await Promise.allSettled([first, second])) {
      if (started.status === 'fulfilled') await started.value.child?.stop();
    }
    throw error;
  }
}

async function startDynoxide(dataDir: string): Promise<Started> {
  const program = fileURLToPath(
    new URL('../../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url),
  );
  if (!existsSync(program)) {
    throw new Error(
      'There is no dynoxide for this platform. Start any DynamoDB and name it: DYNAMODB_ENDPOINT=http://127.0.0.1:8000',
    );
  }
  mkdirSync(join(dataDir, 'dynoxide'), { recursive: true });
  const port = await freePort();
  const log = openLog(join(dataDir, 'logs', 'dynoxide.log'));
  const database = join(dataDir, 'dynoxide', 'tables.db');
  const child = startGuarded(
    [program, '--host', '127.0.0.1', '--port', String(port), '--db-path', database],
    log,
  );
  await Promise.race([
    accepts(port),
    child.exited.then((how) => {
      throw new Error(`dynoxide did not start (${how}); see ${join(dataDir, 'logs')}`);
    }),
  ]);
  return { name: 'The table engine (dynoxide)', url: `http://127.0.0.1:${port}`, child };
}

async function startFauxqs(dataDir: string): Promise<Started> {
  const folder = join(dataDir, 'fauxqs');
  mkdirSync(folder, { recursive: true });
  const log = openLog(join(dataDir, 'logs', 'fauxqs.log'));
  const child = startNode(
    ['--no-warnings', FAUXQS, folder],
    { PATH: process.env['PATH'] ?? '' },
    log,
  );
  const [ready] = await Promise.race([
    once(child.process, 'message') as Promise<[{ port: number }]>, // the only message fauxqs-process sends
    child.exited.then((how) => {
      throw new Error(`fauxqs did not start (${how}); see ${join(dataDir, 'logs')}`);
    }),
  ]);
  return {
    name: 'The queue engine (fauxqs)',
    url: `http://127.0.0.1:${ready.port}`,
    child,
  };
}

/** dynoxide announces no port of its own choice, so one is chosen for it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  server.close();
  await once(server, 'close');
  return port;
}

async function accepts(port: number): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MILLISECONDS;
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (cause) {
      if (Date.now() > deadline) throw new Error('dynoxide does not answer', { cause });
      await pause(5);
    } finally {
      socket.destroy();
    }
  }
}
