/** Size and start-up time of every function's bundle, as ratios to a bundle with the DynamoDB client alone, in one interleaved run. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
  'list-institutions',
  'render-page',
]);
const MOST_RATIO = 1.15;
const MOST_KILOBYTES = 120;
const GROUPS = [
  {
    title: `on the citizen’s path: at most × ${MOST_RATIO} and ${MOST_KILOBYTES} KB; 31 starts each`,
    holds: true,
    rounds: 31,
    isGate: true,
  },
  { title: 'elsewhere; 7 starts each', holds: false, rounds: 7, isGate: false },
];

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
    const lines = [`bundles: start of a fresh process, as a ratio to ${BASELINE}`];
    const failures: string[] = [];
    for (const { title, holds, rounds, isGate } of GROUPS) {
      const baseline = bundle(BASELINE, join(folder, 'index.mjs'));
      const bundles = lambdas
        .filter(({ name }) => CITIZENS_PATH.has(name) === holds)
        .map(({ name }) => bundle(name, join(functionsOutput, name, 'index.mjs')));
      await measure([baseline, ...bundles], rounds);
      const figures = [baseline, ...bundles].map((one) => figuresOf(one, baseline));
      lines.push(title, ...figures.map(({ line }) => line));
      if (isGate) failures.push(...figures.filter(isOver).map(({ name }) => name));
    }
    return { lines, failures };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bundle = (name: string, file: string): Bundle => ({ name, file, starts: [] });

/**
 * Round by round, each time beginning with another one, so that whatever else the machine does falls on all of them
 * alike; a start is compared with the baseline's of its own round.
 */
async function measure(bundles: readonly Bundle[], rounds: number): Promise<void> {
  for (const { file } of bundles) await start(file); // once into the file cache
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < bundles.length; turn++) {
      const next = bundles[(round + turn) % bundles.length];
      next?.starts.push(await start(next.file));
    }
  }
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);

async function start(file: string): Promise<number> {
  const { stdout } = await run(process.execPath, ['--no-warnings', CHILD, file], {
    env: { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' },
  });
  return Number(stdout);
}

function figuresOf({ name, file, starts }: Bundle, baseline: Bundle) {
  const atStart = importedBy(file);
  const kilobytes = kilobytesOf(atStart);
  const later = kilobytesOf(codeBeside(file).filter((part) => !atStart.includes(part)));
  const ratio = median(starts.map((own, round) => own / (baseline.starts[round] ?? NaN)));
  const columns = [
    `  ${name.padEnd(24)}`,
    `${kilobytes.toFixed(1).padStart(6)} KB gz`,
    `${median(starts).toFixed(1).padStart(6)} ms`,
    `× ${ratio.toFixed(2)}`,
    ...(later > 0 ? [`and ${later.toFixed(0)} KB when something asks for them`] : []),
  ];
  return { name, kilobytes, ratio, line: columns.join('  ') };
}

const codeBeside = (file: string): readonly string[] =>
  readdirSync(dirname(file))
    .filter((part) => part.endsWith('.mjs'))
    .map((part) => join(dirname(file), part));

const IMPORTED = /(?:\bfrom|\bimport)\s*"(\.[^"]+\.mjs)"/g;

/** The file and all that it imports before it can answer. */
function importedBy(file: string, known: readonly string[] = []): readonly string[] {
  if (known.includes(file)) return known;
  const imports = [...readFileSync(file, 'utf8').matchAll(IMPORTED)];
  return imports.reduce<readonly string[]>(
    (all, [, path = '']) => importedBy(join(dirname(file), path), all),
    [...known, file],
  );
}

const kilobytesOf = (files: readonly string[]): number =>
  sum(files.map((file) => gzipSync(readFileSync(file)).length)) / 1000;

const isOver = ({ ratio, kilobytes }: { readonly ratio: number; readonly kilobytes: number }) =>
  ratio > MOST_RATIO || kilobytes > MOST_KILOBYTES;
