/** A data folder belongs to the district that filled it: its case numbers, queues and sealed identities are of no use to another. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DistrictConfiguration } from '../../shared/districts/configuration.ts';

type Choice = DistrictConfiguration['choice'];

const FILE = 'district';

/** @returns undefined for a folder that nobody has used */
export function districtOfFolder(dataDir: string): string | undefined {
  const path = join(dataDir, FILE);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  return existsSync(join(dataDir, 'secrets.json')) ? 'demo' : undefined; // from before districts could be chosen
}

/** @throws Error with a sentence for people when the folder is another district's */
export function claimFolder(dataDir: string, choice: Choice): void {
  const owner = districtOfFolder(dataDir);
  if (owner !== undefined && owner !== choice) throw new Error(belongsToAnother(dataDir, owner));
  writeFileSync(join(dataDir, FILE), `${choice}\n`);
}

export const belongsToAnother = (dataDir: string, owner: string): string =>
  `${dataDir} holds the data of the district “${owner}”. Start it with DISTRICT=${owner}, or choose another folder with DATA_DIR.`;
