/** Progress lines of a start: one for each finished part, and on a terminal what is being done now. */
const WIDTH = 26;

export interface Progress {
  begin(what: string): void;
  finish(what: string, milliseconds: number, note?: string): void;
  /** A line of its own. */
  say(line: string): void;
}

export function createProgress(output: NodeJS.WriteStream): Progress {
  const terminal = output.isTTY;
  const clear = terminal ? '\r\u001b[K' : '';
  const tick = terminal ? '\u001b[32m✓\u001b[0m' : '-';
  return {
    begin(what) {
      if (terminal) output.write(`${clear}  ${what} …`);
      else output.write(`  ${what} …\n`);
    },
    finish(what, milliseconds, note = '') {
      output.write(`${clear}${tick} ${what.padEnd(WIDTH)} ${duration(milliseconds)} ${note}\n`);
    },
    say(line) {
      output.write(`${clear}${line}\n`);
    },
  };
}

export const duration = (milliseconds: number): string =>
  milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`.padStart(7)
    : `${(milliseconds / 1000).toFixed(1)} s`.padStart(7);
