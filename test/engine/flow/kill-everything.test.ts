/** One bounded run of the fault that `npm run faults` repeats. */
import { expect, it } from 'vitest';
import { killEverythingWhileFiling } from '../../faults/kill-everything.ts';
import { newDataDir, removeDataDir } from '../../support/system.ts';

it('brings every acknowledged complaint to every addressee exactly once after kill -9 of everything', async () => {
  const dataDir = newDataDir();
  const outcome = await killEverythingWhileFiling({
    dataDir,
    complaints: 60,
    killAfter: [15, 40],
    report: () => undefined,
  });
  expect(outcome).toMatchObject({ acknowledged: 60, missing: [], twice: [], uninvited: [] });
  removeDataDir(dataDir);
}, 400_000);
