/** `npm test`: every check and every test, two at a time, closed by one line `N passed, N failed`. With `--fast`, the static checks only; with `--full`, every page in every state and the loss of every grant instead of a sample. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILD, BUILD_OF_WINDOW, checks, type Check } from './checks.ts';
import { closingLine, type Count } from './count.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const env = {
  ...process.env,
  ...(process.argv.includes('--full') && { EVERY_CASE: 'yes' }),
  PATH: `${join(top, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
};
const fast = process.argv.includes('--fast');
const began = performance.now();
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one check, prints one line about it, and all it said if it failed. */
async function run(check: Check): Promise<boolean> {
  const started = performance.now();
  const [program, ...args] = check.command;
  const child = spawn(program, args, { cwd: join(top, check.folder ?? '.'), env });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const held = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`));
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
  console.log(`${held ? '✓' : '✗'} ${check.name.padEnd(20)} ${seconds(started)}`);
  if (!held) console.log(Buffer.concat(said).toString().trimEnd());
  return held;
}

/** Two lanes: one builds and then takes what needs the build, the other begins with what does not. */
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
      if (await run(check)) passed++;
      else failed++;
      if (check === build) built = true;
      wake?.();
    }
  }
  await Promise.all([lane(), lane()]);
  return { passed, failed };
}

/** The tests show their own progress; what they counted comes back in a file. */
async function runTests(): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-tests-'));
  const file = join(folder, 'count.json');
  const child = spawn('vitest', ['run', '--config', 'test/vitest.config.ts'], {
    cwd: top,
    env: { ...env, TEST_COUNT_FILE: file },
    stdio: 'inherit',
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  try {
    const count: Count = JSON.parse(readFileSync(file, 'utf8')); // written by reporter.ts, its twin
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const checked = await runChecks();
const tested = fast ? { passed: 0, failed: 0 } : await runTests();
const total = {
  passed: checked.passed + tested.passed,
  failed: checked.failed + tested.failed,
};
console.log(`in ${seconds(began)}`);
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
