/** Runs functions in processes: started on the first event, at most twelve alive, at most two for one function. */
import { join } from 'node:path';
import { createMetricStore, meteredLog, type MetricStore } from '../engines/metrics.ts';
import { openLog, type LogFile } from '../log-file.ts';
import type { FunctionPlan } from '../template/plan-functions.ts';
import { FunctionError, startFunctionProcess, type FunctionProcess } from './function-process.ts';

export interface FunctionPool {
  /** Lambda's synchronous invocation. @throws FunctionError when the handler fails, times out or its process ends. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Called after every event that a function has handled, when it may have written something. */
  onHandled(listener: () => void): void;
  /** A line in a function's log that the function does not write itself. */
  note(name: string, sentence: string): void;
  readonly alive: number;
  stop(): Promise<void>;
}

const LAMBDA = 'AWS/Lambda';
const MOST_ALIVE = 12;
const MOST_PER_FUNCTION = 2;
const SPARES = 2;
const SPARE_AFTER_MILLISECONDS = 150;
const WARM_ADVANTAGE_MILLISECONDS = 250;

interface Waiting {
  readonly event: unknown;
  readonly since: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Room {
  readonly process: FunctionProcess;
  readonly owner: FunctionState;
  busy: boolean;
  loaded: boolean;
  usedAt: number;
}

interface FunctionState {
  readonly plan: FunctionPlan;
  readonly waiting: Waiting[];
  readonly log: LogFile;
}

/** @param surroundings - what every function finds besides its own variables: region, keys, endpoints */
export function createPool(
  plans: readonly FunctionPlan[],
  surroundings: (plan: FunctionPlan) => Readonly<Record<string, string>>,
  dataDir: string,
  metrics: MetricStore = createMetricStore(),
): FunctionPool {
  const states = new Map<string, FunctionState>(
    plans.map((plan) => [
      plan.name,
      {
        plan,
        waiting: [],
        log: meteredLog(openLog(join(dataDir, 'logs', `${plan.label}.log`)), metrics),
      },
    ]),
  );
  const rooms = new Set<Room>();
  const listeners: (() => void)[] = [];
  const compileCache = join(dataDir, 'compile-cache');
  let stopped = false;
  /** Booted processes without a function: a first event does not wait for Node to start. */
  const spares: FunctionProcess[] = [];
  let spareTimer: NodeJS.Timeout | undefined;

  /** Boots them when the functions that have just taken one are at work, so as not to slow those down. */
  const keepSpares = () => {
    clearTimeout(spareTimer);
    spareTimer = setTimeout(() => {
      while (!stopped && spares.length < SPARES) spares.push(startFunctionProcess(compileCache));
    }, SPARE_AFTER_MILLISECONDS);
  };

  /** Gives waiting events to idle processes and starts new ones, as far as the limits allow; who waits longest comes first. */
  function pump(): void {
    const waiting = [...states.values()].filter((state) => state.waiting.length > 0);
    for (const state of waiting.sort((a, b) => turn(a) - turn(b))) {
      while (state.waiting.length > 0 && !stopped) {
        const room = idleRoomOf(state) ?? openRoom(state);
        if (!room) break;
        const next = state.waiting.shift();
        if (next) void run(room, next);
      }
    }
  }

  /** A function that has a warm process keeps it a little before it must give way to one that has none. */
  function turn(state: FunctionState): number {
    const since = state.waiting[0]?.since ?? Infinity;
    return idleRoomOf(state) ? since - WARM_ADVANTAGE_MILLISECONDS : since;
  }

  function idleRoomOf(state: FunctionState): Room | undefined {
    return [...rooms].find((room) => room.owner === state && !room.busy);
  }

  function openRoom(state: FunctionState): Room | undefined {
    const own = [...rooms].filter((room) => room.owner === state).length;
    const most = Math.min(MOST_PER_FUNCTION, state.plan.reservedConcurrency ?? MOST_PER_FUNCTION);
    if (own >= most) return undefined;
    if (rooms.size >= MOST_ALIVE) {
      const idle = [...rooms].filter((room) => !room.busy).sort((a, b) => a.usedAt - b.usedAt)[0];
      if (!idle) return undefined;
      close(idle);
    }
    const spare = spares.shift();
    const booted = spare?.alive ? spare : startFunctionProcess(compileCache);
    keepSpares();
    const room = { process: booted, owner: state, busy: false, loaded: false, usedAt: 0 };
    rooms.add(room);
    return room;
  }

  function close(room: Room): void {
    rooms.delete(room);
    void room.process.stop();
  }

  async function run(room: Room, { event, resolve, reject }: Waiting): Promise<void> {
    const { plan, log } = room.owner;
    room.busy = true;
    metrics.record(LAMBDA, 'Invocations', 1);
    metrics.record(LAMBDA, 'Errors', 0);
    metrics.record(LAMBDA, 'Throttles', 0); // an event waits here where Lambda would refuse it
    try {
      if (!room.loaded) {
        await room.process.load(plan, { ...surroundings(plan), ...plan.environment }, log);
        room.loaded = true;
      }
      resolve(await room.process.handle(plan, event));
    } catch (cause) {
      metrics.record(LAMBDA, 'Errors', 1);
      const error = cause instanceof Error ? cause : new FunctionError(String(cause));
      log.write(`${new Date().toISOString()} ${plan.name}: ${error.message}\n`);
      if (!room.loaded || !room.process.alive) close(room);
      reject(error);
    } finally {
      room.busy = false;
      room.usedAt = performance.now();
      if (!room.process.alive) close(room);
      for (const listener of listeners) listener();
      pump();
    }
  }

  keepSpares();
  return {
    invoke(name, event) {
      const state = states.get(name);
      if (!state) return Promise.reject(new FunctionError(`There is no function ${name}`));
      if (stopped) return Promise.reject(new FunctionError('The host is stopping'));
      return new Promise((resolve, reject) => {
        state.waiting.push({ event, since: performance.now(), resolve, reject });
        pump();
      });
    },
    onHandled(listener) {
      listeners.push(listener);
    },
    note(name, sentence) {
      states.get(name)?.log.write(`${new Date().toISOString()} ${sentence}\n`);
    },
    get alive() {
      return rooms.size;
    },
    async stop() {
      stopped = true;
      clearTimeout(spareTimer);
      for (const { waiting } of states.values()) {
        for (const { reject } of waiting.splice(0))
          reject(new FunctionError('The host is stopping'));
      }
      const processes = [...[...rooms].map((room) => room.process), ...spares];
      await Promise.all(processes.map((process_) => process_.stop()));
      for (const { log } of states.values()) log.close();
    },
  };
}
