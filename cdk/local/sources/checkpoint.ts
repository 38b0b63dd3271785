/** The place in a stream, kept in a file: a crash between handling and writing repeats records, at least once. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Checkpoint {
  /** The sequence number after which to read on; undefined at the beginning. */
  read(): string | undefined;
  write(after: string): void;
  forget(): void;
}

export function openCheckpoint(dataDir: string, id: string): Checkpoint {
  const folder = join(dataDir, 'checkpoints');
  const path = join(folder, id);
  mkdirSync(folder, { recursive: true });
  const write = (after: string) => {
    writeFileSync(`${path}.new`, after);
    renameSync(`${path}.new`, path);
  };
  return {
    read: () => (existsSync(path) ? readFileSync(path, 'utf8') || undefined : undefined),
    write,
    forget: () => write(''),
  };
}
