/** `npm test`: every check and every test, two processes at a time, closed by one line `N passed, N failed`. With `--fast`, the static checks only; with `--full`, every page in every state and the loss of every grant instead of a sample. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { BUILD, BUILD_OF_WINDOW, checks, type Check } from './checks.ts';
import { closingLine, type Count } from './count.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const env = {
  ...process.env,
  TEST_WORKERS: '1',
  ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
  ...(process.argv.includes('--full') && { EVERY_CASE: 'yes' }),
  PATH: `${join(top, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
};
const fast = process.argv.includes('--fast');
const began = performance.now();
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one check and prints one line about it, and all it said if it failed; one that counts is heard while it runs. */
async function run(check: Check): Promise<Count> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-check-'));
  const countFile = join(folder, 'count.json');
  const [program, ...args] = check.command;
  const child = spawn(program, args, {
    cwd: join(top, check.folder ?? '.'),
    env: { ...env, ...(check.counts && { TEST_COUNT_FILE: countFile }) },
  });
  const said: string[] = [];
  const hear = (line: string) => (check.counts ? console.log(line) : said.push(line));
  createInterface(child.stdout).on('line', hear);
  createInterface(child.stderr).on('line', hear);
  const held = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      said.push(error.message);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
  const count = check.counts ? countedIn(countFile, held) : { passed: +held, failed: +!held };
  rmSync(folder, { recursive: true, force: true });
  console.log(`${count.failed === 0 ? '✓' : '✗'} ${check.name.padEnd(20)} ${seconds(started)}`);
  if (count.failed > 0) console.log(said.join('\n').trimEnd());
  return count;
}

function countedIn(file: string, held: boolean): Count {
  try {
    const count: Count = JSON.parse(readFileSync(file, 'utf8')); // written by reporter.ts, its twin
    return !held && count.failed === 0 ? { ...count, failed: 1 } : count;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Two lanes: one builds and then takes what needs the build, the other begins with what does not. A failed build ends it. */
async function runChecks(): Promise<Count> {
  const build = fast ? BUILD_OF_WINDOW : BUILD;
  const waiting = [build, ...checks.filter((check) => !(fast && check.slow))];
  let built = false;
  let passed = 0;
  let failed = 0;
  let wake: (() => void) | undefined;
  const take = (): Check | undefined => {
    const index = waiting.findIndex((check) => built || !check.needsBuild);
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  };
  async function lane(): Promise<void> {
    while (waiting.length > 0) {
      const check = take();
      if (!check) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const count = await run(check);
      passed += count.passed;
      failed += count.failed;
      if (check === build) built = true;
      if (check === build && count.failed > 0) waiting.length = 0;
      wake?.();
    }
  }
  await Promise.all([lane(), lane()]);
  return { passed, failed };
}

const total = await runChecks();
console.log(`in ${seconds(began)}`);
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
