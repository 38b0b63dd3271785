/** Is there room for what will be written? */
import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { good, ill, note, type Finding } from './finding.ts';

const ABOUT = 'disk';
const GIGABYTE = 2 ** 30;
const LEAST = GIGABYTE / 4;
const COMFORTABLE = GIGABYTE;

/** @param free - bytes; looked up where the folder is or will be */
export function lookAtDisk(dataDir: string, free: number = freeBytes(dataDir)): Finding {
  const says = `${(free / GIGABYTE).toFixed(1)} GB free for ${dataDir}`;
  const mend = 'make room, or keep the data elsewhere: DATA_DIR=/another/folder npm start';
  if (free < LEAST) return ill(ABOUT, `only ${says}: a write may fail half-way`, mend);
  return free < COMFORTABLE ? note(ABOUT, `only ${says}`, mend) : good(ABOUT, says);
}

function freeBytes(folder: string): number {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const { bavail, bsize } = statfsSync(there);
  return bavail * bsize;
}
