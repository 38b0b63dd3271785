/** The test projects, one to a folder: what runs together, what runs alone, and how long anything may take. */
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param order - projects of a later number start when the earlier ones have ended */
function project(
  name: string,
  order: number,
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return {
    root,
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      sequence: { groupOrder: order },
      expect: { requireAssertions: true },
      ...test,
    },
  };
}

/** A whole system is started for these, and they run one file after the other, alone on the machine. */
const system = {
  globalSetup: ['./test/support/started-system.ts'],
  fileParallelism: false,
  testTimeout: 90_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  root,
  test: {
    reporters: ['default', './test/check/reporter.ts'],
    silent: 'passed-only',
    pool: 'forks',
    maxWorkers: Number(process.env['TEST_WORKERS'] ?? 2),
    projects: [
      // These leave nothing behind in the process, so their files share one.
      project('core', 0, { isolate: false }),
      project('handlers', 0, { isolate: false }),
      project('web', 0, { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('cdk', 0, { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('engine', 1, {
        exclude: ['test/engine/flow/**'],
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project('flow', 2, { include: ['test/engine/flow/**/*.test.ts'], ...system }),
      project('e2e', 3, {
        ...system,
        globalSetup: [...system.globalSetup, './test/support/unpack-browser.ts'],
      }),
    ],
  },
});
