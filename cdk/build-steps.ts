/** What each step of the build does: the window with Vite, all functions with one esbuild call, the templates with CDK. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { lambdas } from '../functions/catalogue.ts';
import { chosenDistrict } from '../shared/districts/chosen.ts';
import { environmentCredentials } from './build-credentials.ts';
import type { Place } from './place.ts';

export const root = resolve(import.meta.dirname, '..');
export const windowOutput = join(root, 'web/build');
export const functionsOutput = join(root, '.build/functions');

/** SvelteKit's `web/` → `web/build/renderer.js` (a server module) and `web/build/client/**` (static files). */
export async function buildWindow(): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  // Vite takes a NODE_ENV it finds, and a test run sets one.
  await run('vite build', [vite, 'build'], {
    cwd: join(root, 'web'),
    env: { NODE_ENV: 'production', VITEST: undefined },
  });
  for (const part of ['renderer.js', 'client']) {
    if (!existsSync(join(windowOutput, part))) {
      throw new Error(`vite build left no web/build/${part}`);
    }
  }
}

/** How a bundle is made; the bench makes the one that it compares with in the same way. */
export const bundling = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // A bundle is for one district; nothing that runs in the cloud reads the choice again.
  define: { 'process.env.DISTRICT': JSON.stringify(chosenDistrict.choice) },
  // Otherwise the SDK's CommonJS files are taken, and those call `require` at start.
  mainFields: ['module', 'main'],
  plugins: [environmentCredentials],
  legalComments: 'none',
  logLevel: 'silent',
} satisfies BuildOptions;

/** Every entry of the catalogue → `.build/functions/<name>/index.mjs`, and beside it what an entry defers. */
export async function buildFunctions(): Promise<void> {
  const sourceOf = ({ room, name }: (typeof lambdas)[number]) => `functions/${room}/${name}.ts`;
  const absent = lambdas.map(sourceOf).filter((file) => !existsSync(join(root, file)));
  if (absent.length > 0) {
    throw new Error(`the catalogue names files that are not there: ${absent.join(', ')}`);
  }

  const fresh = freshBeside(functionsOutput);
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: lambdas
      .filter(({ defers }) => !defers)
      .map((lambda) => ({ in: sourceOf(lambda), out: `${lambda.name}/index` })),
    outdir: fresh,
    ...bundling,
  });
  for (const lambda of lambdas.filter(({ defers }) => defers)) {
    await build({
      absWorkingDir: root,
      entryPoints: [{ in: sourceOf(lambda), out: 'index' }],
      outdir: join(fresh, lambda.name),
      splitting: true,
      ...bundling,
    });
  }
  for (const { name, carries } of lambdas) {
    if (carries) {
      cpSync(join(root, carries), join(fresh, name, basename(carries)), { recursive: true });
    }
  }
  replace(functionsOutput, fresh);
}

/**
 * The CDK app → templates and assets in `outdir`, which is replaced as a whole. cdk-nag always runs; CDK's own look at every
 * property takes five seconds of six and is for what is deployed.
 */
export async function synthesise(outdir: string, release: string, place: Place): Promise<void> {
  if (existsSync(outdir) && readdirSync(outdir).length > 0 && !isAssembly(outdir)) {
    throw new Error(`${outdir} holds something else than templates; choose another folder`);
  }
  const fresh = freshBeside(outdir);
  await run('cdk/app.ts', [join(root, 'cdk/app.ts')], {
    cwd: root,
    env: {
      CDK_OUTDIR: fresh,
      RELEASE: release,
      REGION: place.region,
      STAGE: place.stage,
      ...(!place.region && { CDK_VALIDATION: 'false' }),
    },
  });
  replace(outdir, fresh);
}

export const isAssembly = (folder: string): boolean => existsSync(join(folder, 'manifest.json'));

/** Output is built beside the old one and then put in its place: a reader finds one or the other, each whole. */
function freshBeside(output: string): string {
  const fresh = `${output}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  return fresh;
}

function replace(old: string, fresh: string): void {
  const gone = `${old}.old`;
  rmSync(gone, { recursive: true, force: true });
  if (existsSync(old)) renameSync(old, gone);
  renameSync(fresh, old);
  rmSync(gone, { recursive: true, force: true });
}

/** Runs a program on this Node; what it says is kept for the case that it fails. */
function run(
  name: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    child.once('error', fail);
    child.once('close', (code, signal) => {
      if (code === 0) done();
      else fail(new Error(`${name} ended with ${signal ?? code}\n${said.trimEnd()}`));
    });
  });
}
