/** Runs the demonstration in the background of a first start. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenDistrict } from '../../shared/districts/chosen.ts';
import { startNode, type Child } from './child.ts';
import type { Host } from './host.ts';
import { openLog } from './log-file.ts';
import type { Progress } from './progress.ts';

const DEMO = fileURLToPath(new URL('demo.ts', import.meta.url));
const LEAVE_WITH_HOST = new URL('leave-with-host.mjs', import.meta.url).href;

/** @returns the demonstration's process; undefined where there is no demonstration */
export function startDemo(
  { origin, credentialsPath, dataDir }: Host,
  progress: Progress,
): Child | undefined {
  if (!existsSync(DEMO)) return undefined;
  const logPath = join(dataDir, 'logs', 'demo.log');
  const begun = performance.now();
  progress.say(`A demonstration fills the empty system in the background (${logPath}).`);
  const child = startNode(
    ['--no-warnings', '--import', LEAVE_WITH_HOST, DEMO, origin, credentialsPath],
    { PATH: process.env['PATH'] ?? '', DISTRICT: chosenDistrict.choice },
    openLog(logPath),
  );
  void child.exited.then((how) => {
    progress.finish('demonstration', performance.now() - begun, how === 'exit 0' ? '' : how);
  });
  return child;
}
