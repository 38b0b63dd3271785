/** Unpacks the test browser once before the tests of a run: two first starts at the same time would trip over each other. */
import { browserProgram } from './browser.ts';

export async function setup(): Promise<void> {
  await browserProgram();
}
