/** Counts the tests of a run and closes it with the line `N passed, N failed`, which scripts read. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';
import { closingLine, type Count } from './count.ts';

export default class ClosingLine implements Reporter {
  /** A file that cannot be collected and an error outside of any test count as a failure each. */
  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      if (module.errors().length > 0) failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
      }
    }
    if (failed === 0 && reason !== 'passed') failed = 1;
    const count: Count = { passed, failed };
    const file = process.env['TEST_COUNT_FILE'];
    if (file) writeFileSync(file, JSON.stringify(count));
    else process.on('exit', () => process.stdout.write(`${closingLine(count)}\n`));
  }
}
