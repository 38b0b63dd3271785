/** One process that is, for its whole life, one Lambda environment: it loads one bundle and takes one event at a time. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startNode, type NodeChild } from '../child.ts';
import type { LogFile } from '../log-file.ts';
import type { FunctionPlan } from '../template/plan-functions.ts';

/** Lambda's own word for what went wrong: the handler threw, timed out, or its process ended. */
export class FunctionError extends Error {
  override name = 'FunctionError';
}

export interface FunctionProcess {
  readonly pid: number;
  /** Makes this process the environment of one function; its output goes to `log` from now on. */
  load(
    plan: FunctionPlan,
    environment: Readonly<Record<string, string>>,
    log: LogFile,
  ): Promise<void>;
  /** @throws FunctionError */
  handle(plan: FunctionPlan, event: unknown): Promise<unknown>;
  readonly alive: boolean;
  stop(): Promise<void>;
}

type Reply = { readonly loaded: true } | { readonly result: unknown } | { readonly failed: string };

const RUNTIME = fileURLToPath(new URL('runtime.mjs', import.meta.url));
const LOAD_LIMIT_MILLISECONDS = 30_000;

export function startFunctionProcess(compileCache: string): FunctionProcess {
  let log: LogFile | undefined;
  const output = { write: (text: string | Uint8Array) => log?.write(text), close: () => undefined };
  const child = startNode(
    ['--no-warnings', RUNTIME],
    { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: compileCache },
    output,
  );
  let alive = true;
  void child.exited.then(() => {
    alive = false;
  });
  return {
    pid: child.pid,
    get alive() {
      return alive;
    },
    async load(plan, environment, functionLog) {
      log = functionLog;
      const load = { file: plan.file, exportName: plan.exportName, environment };
      await ask(child, { load }, LOAD_LIMIT_MILLISECONDS);
    },
    async handle(plan, event) {
      const limit = plan.timeoutSeconds * 1000;
      const reply = await ask(
        child,
        {
          event,
          requestId: randomUUID(),
          functionName: plan.name,
          deadline: Date.now() + limit,
        },
        limit,
      );
      return 'result' in reply ? reply.result : undefined;
    },
    stop: () => child.stop(),
  };
}

/** Sends one message and waits for the one reply; a process that does not reply in time is killed. */
function ask(child: NodeChild, message: object, limitMilliseconds: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      finish();
      child.process.kill('SIGKILL');
      reject(new FunctionError(`Task timed out after ${limitMilliseconds / 1000} seconds`));
    }, limitMilliseconds);
    const onReply = (reply: Reply) => {
      finish();
      if ('failed' in reply) reject(new FunctionError(reply.failed));
      else resolve(reply);
    };
    const onExit = () => {
      finish();
      reject(new FunctionError('Runtime exited without providing a reason'));
    };
    const finish = () => {
      clearTimeout(timer);
      child.process.off('message', onReply);
      child.process.off('exit', onExit);
    };
    child.process.once('message', onReply);
    child.process.once('exit', onExit);
    if (child.process.connected) child.process.send(message);
    else onExit();
  });
}
