/** Size and start-up time of every function's bundle, as ratios to a bundle with the DynamoDB client alone, in one interleaved run. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundling, functionsOutput } from '../../cdk/build-steps.ts';
import { prepare } from '../../cdk/build.ts';
import { lambdas } from '../../functions/catalogue.ts';
import { median } from './figures.ts';

/** What a citizen waits for. */
const CITIZENS_PATH = new Set([
  'submit-complaint',
  'track-complaint',
  'write-message',
  'list-disclosures',
  'read-disclosure',
  'render-page',
]);
const MOST_RATIO = 1.15;
const MOST_KILOBYTES = 120;
const STARTS_ON_THE_PATH = 21;
const STARTS_ELSEWHERE = 7;

const BASELINE = 'DynamoDB client alone';
const CHILD = join(import.meta.dirname, 'init-time.mjs');
const run = promisify(execFile);

interface Bundle {
  readonly name: string;
  readonly file: string;
  readonly starts: number[];
}

/** @returns the lines to print, and the bundles on the citizen's path that are too large or too slow */
export async function benchBundles(): Promise<{
  readonly lines: readonly string[];
  readonly failures: readonly string[];
}> {
  await prepare({ outdir: 'cdk.out', report: () => undefined, upTo: 'functions' });
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-bundle-'));
  try {
    await build({
      entryPoints: [{ in: join(import.meta.dirname, 'sdk-only.ts'), out: 'index' }],
      outdir: folder,
      ...bundling,
    });
    const baseline = bundle(BASELINE, join(folder, 'index.mjs'));
    const bundles = lambdas.map(({ name }) =>
      bundle(name, join(functionsOutput, name, 'index.mjs')),
    );
    await measure([baseline, ...bundles]);
    return judge(baseline, bundles);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bundle = (name: string, file: string): Bundle => ({ name, file, starts: [] });

/** Round by round, so that whatever else the machine does falls on all of them. */
async function measure(bundles: readonly Bundle[]): Promise<void> {
  for (const { file } of bundles) await start(file); // once into the file cache
  for (let round = 0; round < STARTS_ON_THE_PATH; round++) {
    for (const { name, file, starts } of bundles) {
      const isShort = round >= STARTS_ELSEWHERE && name !== BASELINE && !CITIZENS_PATH.has(name);
      if (!isShort) starts.push(await start(file));
    }
  }
}

async function start(file: string): Promise<number> {
  const { stdout } = await run(process.execPath, ['--no-warnings', CHILD, file], {
    env: { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' },
  });
  return Number(stdout);
}

function judge(baseline: Bundle, bundles: readonly Bundle[]) {
  const own = median(baseline.starts);
  const failures: string[] = [];
  const line = ({ name, file, starts }: Bundle, mark: string): string => {
    const kilobytes = gzipSync(readFileSync(file)).length / 1000;
    const ratio =
      median(starts.slice(0, starts.length)) / median(baseline.starts.slice(0, starts.length));
    if (mark === '*' && (ratio > MOST_RATIO || kilobytes > MOST_KILOBYTES)) failures.push(name);
    const columns = [
      `${mark} ${name.padEnd(24)}`,
      `${kilobytes.toFixed(1).padStart(6)} KB gz`,
      `${median(starts).toFixed(1).padStart(6)} ms`,
      `× ${ratio.toFixed(2)}`,
      `(${starts.length})`,
    ];
    return columns.join('  ');
  };
  const lines = bundles.map((one) => line(one, CITIZENS_PATH.has(one.name) ? '*' : ' '));
  return {
    failures,
    lines: [
      `bundles: start of a fresh process against ${BASELINE} (${own.toFixed(1)} ms); * on the citizen’s path: × ${MOST_RATIO} and ${MOST_KILOBYTES} KB at most`,
      line(baseline, ' '),
      ...lines,
    ],
  };
}
