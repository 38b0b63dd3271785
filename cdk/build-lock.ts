/** One build at a time in this checkout. The lock is a SQLite lock: the system releases it however its holder ends. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MILLISECONDS = 100;

/** @param onWait - called once if another build is under way */
export async function withBuildLock<T>(
  file: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(file);
  try {
    for (let waited = false; !take(lock); waited = true) {
      if (!waited) onWait();
      await pause(LOOK_AGAIN_MILLISECONDS);
    }
    return await work();
  } finally {
    lock.close();
  }
}

/** SQLITE_BUSY: another process, or another call in this one, holds it. */
const BUSY = 5;

function take(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return false;
    throw error;
  }
}
