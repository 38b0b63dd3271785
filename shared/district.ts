/** Which district this is: what its site calls itself, who answers for it, and its streets. */
import { chosenDistrict } from './districts/chosen.ts';
import type { AreaWithStreets, DistrictSite } from './districts/configuration.ts';
import type { Area } from './districts/municipality.ts';

export const district: DistrictSite = chosenDistrict.site;

export const areas: readonly AreaWithStreets[] = chosenDistrict.areas;

export const streets: readonly Area[] = areas.flatMap((area) => area.streets);

export const isStreet = (code: string): boolean => streets.some((street) => street.code === code);
