/** Is what was built last what would be built now? */
import type { Step } from '../../build.ts';
import { good, note, type Finding } from './finding.ts';

const ABOUT = 'build';

/** @param stale - steps whose input differs from what they were made of, or that were never done */
export function lookAtBuild(stale: readonly Step[], isRunning: boolean): Finding {
  if (stale.length === 0)
    return good(ABOUT, 'window, functions and templates are of these sources');
  const says = `older than the sources: ${stale.join(', ')}`;
  return isRunning
    ? note(ABOUT, `${says}; the running system shows the old ones`, 'stop it, and npm start again')
    : note(ABOUT, says, 'nothing: the next npm start builds it (npm run build does so now)');
}
