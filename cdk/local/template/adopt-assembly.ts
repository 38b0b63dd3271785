/** Gives a host an assembly of its own. */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Copies it: a build for another purpose may replace the folder while this host runs. @returns the copy */
export function adoptAssembly(outdir: string, dataDir: string): string {
  if (!existsSync(join(outdir, 'manifest.json'))) {
    throw new Error(`${outdir} holds no synthesised assembly (there is no manifest.json).`);
  }
  const own = join(dataDir, 'assembly');
  rmSync(own, { recursive: true, force: true });
  cpSync(outdir, own, { recursive: true });
  return own;
}
