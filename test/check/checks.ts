/** The checks of `npm test` before its tests: the command of each, and which of them need the build. */

export interface Check {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** Relative to the top of the repository. */
  readonly folder?: string;
  /** Reads what the build writes (generated messages, types of routes, the renderer). */
  readonly needsBuild?: true;
  /** Left out of `npm run check`, which answers in seconds. */
  readonly slow?: true;
  /** Runs tests: shows its progress, and counts for as many as it ran (`reporter.ts`). */
  readonly counts?: true;
}

/** A step whose input has not changed takes no time. */
export const BUILD: Check = { name: 'build', command: ['node', 'cdk/build.ts'] };

/** All that the fast checks need of it. */
export const BUILD_OF_WINDOW: Check = {
  name: 'window',
  command: ['node', 'cdk/build.ts', 'window'],
};

/** Of one worker each, since two checks run at a time; the longest begins first. */
const tests = (name: string, ...projects: readonly string[]): Check => ({
  name,
  command: [
    ...(['vitest', 'run', '--config', 'test/vitest.config.ts'] as const),
    ...projects.flatMap((project) => ['--project', project]),
  ],
  needsBuild: true,
  slow: true,
  counts: true,
});

export const checks: readonly Check[] = [
  tests('browser', 'e2e'),
  tests('whole system', 'flow'),
  tests('engines', 'engine'),
  tests('rules and window', 'core', 'handlers', 'web'),
  tests('templates', 'cdk'),
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of shared', command: ['tsc', '-p', 'shared'] },
  { name: 'lint', command: ['oxlint'], needsBuild: true },
  {
    name: 'arrows',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      'shared',
      'functions',
      'cdk',
      'web',
      'test',
    ],
    needsBuild: true,
  },
  { name: 'dead code', command: ['knip', '--no-progress'], needsBuild: true },
  {
    name: 'types of the window',
    command: ['svelte-check', '--fail-on-warnings', '--output', 'human'],
    folder: 'web',
    needsBuild: true,
    slow: true,
  },
];
