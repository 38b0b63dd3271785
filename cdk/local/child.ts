/** Child processes that cannot outlive the host: Node children leave with their IPC channel, native ones with their watchdog. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { LogFile } from './log-file.ts';

export interface Child {
  readonly pid: number;
  /** Resolves with a description of the end: `exit 1`, `SIGKILL`. */
  readonly exited: Promise<string>;
  /** Asks it to leave, insists after a second. */
  stop(): Promise<void>;
}

export interface NodeChild extends Child {
  readonly process: ChildProcess;
}

/** Starts a Node program with an IPC channel; it must leave on `disconnect` and ignore Ctrl-C, which the terminal sends to all. */
export function startNode(
  arguments_: readonly string[],
  environment: Readonly<Record<string, string>>,
  log: LogFile,
): NodeChild {
  const child = spawn(process.execPath, arguments_, {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return {
    ...supervise(child, log, () => {
      if (child.connected) child.disconnect();
    }),
    process: child,
  };
}

/**
 * A shell that starts the program and kills it when its standard input, a pipe from the host, ends: a killed host
 * leaves no engine behind that the next start would talk to.
 */
const WATCHDOG = `exec 3<&0
"$@" 3<&- </dev/null &
program=$!
{ cat <&3 >/dev/null; kill -TERM $program; sleep 1; kill -KILL $program; } >/dev/null 2>&1 &
exec 3<&-
wait $program`;

/** Starts a native program under a watchdog, out of reach of the terminal's Ctrl-C. */
export function startGuarded(command: readonly string[], log: LogFile): Child {
  const watchdog = spawn('/bin/sh', ['-c', WATCHDOG, 'watchdog', ...command], {
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  return supervise(watchdog, log, () => watchdog.stdin.end());
}

function supervise(child: ChildProcess, log: LogFile, leave: () => void): Child {
  child.stdout?.on('data', (chunk: Buffer) => log.write(chunk));
  child.stderr?.on('data', (chunk: Buffer) => log.write(chunk));
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  return {
    pid: child.pid ?? -1,
    exited,
    async stop() {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      leave();
      const insist = setTimeout(() => child.kill('SIGKILL'), 1500);
      await gone;
      clearTimeout(insist);
    },
  };
}
