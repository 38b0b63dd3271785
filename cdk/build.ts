/** Builds what is deployed and hosted: window, functions, templates. A step whose input has not changed is skipped. */
import './known-district.ts';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withBuildLock } from './build-lock.ts';
import {
  buildFunctions,
  buildWindow,
  functionsOutput,
  isAssembly,
  root,
  synthesise,
  windowOutput,
} from './build-steps.ts';
import { chosenDistrict } from '../shared/districts/chosen.ts';
import { contentKey } from './content-key.ts';
import { readPlace, regions, type Place } from './place.ts';

export type Step = 'window' | 'functions' | 'synth';

/** `waiting`: another process is building and this one waits for it. */
export type StepState = 'unchanged' | 'started' | 'finished' | 'waiting';

/** @param milliseconds - how long it took, with `finished` */
export type Report = (step: Step, state: StepState, milliseconds?: number) => void;

export interface BuildOptions {
  /** Folder of the templates, replaced as a whole when they change; from the root of the repository. */
  readonly outdir: string;
  readonly report: Report;
  /** The last step to do; each needs those before it. */
  readonly upTo?: Step;
  /** Of the templates; one machine, unless given. */
  readonly place?: Place;
}

export interface Build {
  /** Absolute. */
  readonly outdir: string;
  /** Identifies window and functions. */
  readonly release: string;
}

/** @throws Error with a message for people when a step fails; templates built before stay as they were. */
export async function prepare({
  outdir,
  report,
  upTo = 'synth',
  place = readPlace({}),
}: BuildOptions): Promise<Build> {
  const target = resolve(root, outdir);
  const { release, tasks } = plan(target, place);
  const needed = tasks.slice(0, tasks.findIndex(({ step }) => step === upTo) + 1);

  if (needed.every(isFresh)) {
    for (const { step } of needed) report(step, 'unchanged');
  } else {
    await withBuildLock(
      join(stamps, 'lock'),
      () => report(upTo, 'waiting'),
      async () => {
        for (const task of needed) await renew(task, report);
      },
    );
  }
  return { outdir: target, release };
}

/** The steps that `prepare` would do now, for templates of this machine. */
export function staleSteps(outdir: string): readonly Step[] {
  const { tasks } = plan(resolve(root, outdir), readPlace({}));
  return tasks.filter((task) => !isFresh(task)).map(({ step }) => step);
}

interface Task {
  readonly step: Step;
  readonly key: string;
  readonly stamp: string;
  readonly isThere: () => boolean;
  readonly make: () => Promise<void>;
}

const stamps = join(root, '.build/stamps');
const always = [
  'package-lock.json',
  'cdk/build.ts',
  'cdk/build-steps.ts',
  'cdk/build-credentials.ts',
];

function plan(outdir: string, place: Place): { release: string; tasks: readonly Task[] } {
  const window = contentKey(root, {
    paths: ['web', 'shared', ...always],
    without: ['web/.svelte-kit', 'web/build', 'web/node_modules', 'web/src/lib/paraglide'],
    also: [process.version, chosenDistrict.choice],
  });
  const functions = contentKey(root, { paths: ['functions', 'shared'], also: [window] });
  const synth = contentKey(root, {
    paths: ['cdk'],
    without: ['cdk/local'],
    also: [functions, JSON.stringify(place)],
  });
  const release = functions.slice(0, 12);
  // Each output folder has templates of its own, and so a stamp of its own.
  const folder = createHash('sha256').update(outdir).digest('hex').slice(0, 12);
  return {
    release,
    tasks: [
      {
        step: 'window',
        key: window,
        stamp: join(stamps, 'window'),
        isThere: () => existsSync(join(windowOutput, 'renderer.js')),
        make: buildWindow,
      },
      {
        step: 'functions',
        key: functions,
        stamp: join(stamps, 'functions'),
        isThere: () => existsSync(functionsOutput),
        make: buildFunctions,
      },
      {
        step: 'synth',
        key: synth,
        stamp: join(stamps, `synth-${folder}`),
        isThere: () => isAssembly(outdir),
        make: () => synthesise(outdir, release, place),
      },
    ],
  };
}

const isFresh = ({ key, stamp, isThere }: Task): boolean =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === key && isThere();

async function renew(task: Task, report: Report): Promise<void> {
  if (isFresh(task)) {
    report(task.step, 'unchanged');
    return;
  }
  report(task.step, 'started');
  const began = performance.now();
  // Without the stamp a build that dies half-way is never taken for a finished one.
  rmSync(task.stamp, { force: true });
  await task.make();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(task.stamp, task.key);
  report(task.step, 'finished', performance.now() - began);
}

/** Each district has templates of its own; those of the demonstration stand where they always did. */
export const outputFolder = (region = ''): string =>
  ['cdk.out', chosenDistrict.choice, region]
    .filter((part) => part !== '' && part !== 'demo')
    .join('.');

const usage = `node cdk/build.ts [window|functions|synth|all] [--region …] [--stage …] [--outdir …]

  window     the public site's pages and their renderer   → web/build
  functions  and one bundle for each Lambda               → .build/functions
  synth      and the CloudFormation templates (= all)     → --outdir

  --region   where they will be deployed: ${regions.join(', ')};
             REGION in the environment says the same; without it they are for one machine
  DISTRICT   in the environment says for which district: demo (unless given), beibei, dadukou
  --stage    production (unless given) keeps and protects all data; demo can be deleted; or STAGE
  --outdir   cdk.out unless given, with a district and a region cdk.out.<district>.<region>

Each step does those above it first, and nothing when its input has not changed.`;

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      outdir: { type: 'string' },
      region: { type: 'string', default: process.env['REGION'] ?? '' },
      stage: { type: 'string', default: process.env['STAGE'] ?? '' },
    },
  });
  const [asked = 'all', ...more] = positionals;
  const upTo = lastStep(asked);
  if (values.help || !upTo || more.length > 0) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const place = readPlace(values);
  const { outdir, release } = await prepare({
    outdir: values.outdir ?? outputFolder(place.region),
    report: print,
    upTo,
    place,
  });
  console.log(`release ${release}${upTo === 'synth' ? ` in ${relative('', outdir)}` : ''}`);
  return 0;
}

const lastStep = (asked: string): Step | undefined =>
  asked === 'all'
    ? 'synth'
    : asked === 'window' || asked === 'functions' || asked === 'synth'
      ? asked
      : undefined;

const print: Report = (step, state, milliseconds) => {
  const duration = milliseconds === undefined ? '' : ` in ${(milliseconds / 1_000).toFixed(1)} s`;
  console.log(`${step.padEnd(10)} ${state}${duration}`);
};

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(`The build failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
