/** The district this process or bundle is for. DISTRICT chooses: Node reads it at the start, the build writes it into bundles. */
import { beibei } from './beibei.ts';
import type { DistrictConfiguration } from './configuration.ts';
import { dadukou } from './dadukou.ts';
import { demo } from './demo.ts';

/** All that shared/ knows of Node: `process.env.DISTRICT` is replaced by its value in every bundle. */
declare const process: { readonly env: { readonly DISTRICT?: string } };

// Compared in the open, so that a bundle drops the other districts.
export const chosenDistrict: DistrictConfiguration =
  process.env.DISTRICT === 'beibei'
    ? beibei
    : process.env.DISTRICT === 'dadukou'
      ? dadukou
      : (process.env.DISTRICT || 'demo') === 'demo'
        ? demo
        : unknown(process.env.DISTRICT);

function unknown(given = ''): never {
  throw new Error(`DISTRICT must be demo, beibei or dadukou, not “${given}”.`);
}
