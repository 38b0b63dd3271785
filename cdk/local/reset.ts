/** `npm run reset`: removes the data folder, after a question on a terminal. */
import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { join } from 'node:path';
import { lockDataDir } from './lock.ts';
import { readSettings } from './settings.ts';

const HELP = `Removes everything that Mingcha keeps on this machine (DATA_DIR, .data unless set).

  npm run reset             asks first on a terminal
  npm run reset -- --yes    does not ask
`;

if (process.argv.includes('--help')) process.stdout.write(HELP);
else process.exitCode = await reset();

async function reset(): Promise<number> {
  const { dataDir } = readSettings(process.env);
  if (!existsSync(dataDir)) {
    process.stdout.write(`There is no ${dataDir}; nothing to remove.\n`);
    return 0;
  }
  if (!existsSync(join(dataDir, 'host.lock'))) {
    process.stderr.write(`${dataDir} was not made by Mingcha; remove it yourself.\n`);
    return 1;
  }
  const release = lockDataDir(dataDir);
  if (!release) {
    process.stderr.write(`A host is running on ${dataDir}; stop it first (Ctrl-C).\n`);
    return 1;
  }
  if (!process.argv.includes('--yes') && process.stdin.isTTY && !(await confirmed(dataDir))) {
    release();
    process.stdout.write('Nothing was removed.\n');
    return 1;
  }
  release();
  rmSync(dataDir, { recursive: true, force: true });
  process.stdout.write(`${dataDir} is gone.\n`);
  return 0;
}

async function confirmed(dataDir: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Remove ${dataDir} and all that is in it? (yes/no) `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
