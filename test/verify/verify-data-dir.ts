/** Verifies the site of a data folder, whether its system runs or not. */
import type { Settings } from '../../cdk/local/settings.ts';
import { instantOf } from '../../shared/time.ts';
import { openEngine } from '../load/engine.ts';
import { openSite } from '../load/site-bucket.ts';
import type { Fault } from './fault.ts';
import { verifySite, type Verified } from './verify-site.ts';

export async function verifyDataDir(
  settings: Settings,
  { told = () => undefined, render }: Pick<Verified, 'told' | 'render'> = {},
): Promise<readonly Fault[]> {
  const engine = await openEngine(settings);
  told(`Verifying ${engine.how}`);
  try {
    return await verifySite({
      ...{ tables: engine.tables, told, now: instantOf(Date.now()) },
      site: await openSite(engine.s3),
      ...(render && { render }),
    });
  } finally {
    await engine.stop();
  }
}
