/** A log file that cannot grow without bound: when it is full it becomes `<name>.1` and a new one begins. */
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
  mkdirSync(dirname(path), { recursive: true });
  let file: number | undefined = openSync(path, 'a', 0o600);
  let size = fstatSync(file).size;
  return {
    write(text) {
      if (file === undefined) return;
      if (size > limitBytes) {
        closeSync(file);
        if (existsSync(path)) renameSync(path, `${path}.1`);
        file = openSync(path, 'a', 0o600);
        size = 0;
      }
      size += typeof text === 'string' ? writeSync(file, text) : writeSync(file, text);
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}
