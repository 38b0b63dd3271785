/** A log file that cannot grow without bound: when it is full it becomes `<name>.1` and a new one begins. It is made with its first line. */
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const LIMIT_BYTES = 2_000_000;

export interface LogFile {
  write(text: string | Uint8Array): void;
  close(): void;
}

export function openLog(path: string, limitBytes = LIMIT_BYTES): LogFile {
  let file: number | undefined;
  let size = 0;
  const open = () => {
    mkdirSync(dirname(path), { recursive: true });
    const opened = openSync(path, 'a', 0o600);
    size = fstatSync(opened).size;
    return opened;
  };
  return {
    write(text) {
      file ??= open();
      if (size > limitBytes) {
        closeSync(file);
        if (existsSync(path)) renameSync(path, `${path}.1`);
        file = open();
      }
      size += typeof text === 'string' ? writeSync(file, text) : writeSync(file, text);
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}
