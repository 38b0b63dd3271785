/** Which district this is: what its site calls itself, who answers for it, and its streets. */
import { chosenDistrict } from './districts/chosen.ts';
import type { AreaWithStreets, DistrictSite } from './districts/configuration.ts';
import { districtOfStreet, type Area } from './districts/municipality.ts';

export const district: DistrictSite = chosenDistrict.site;

export const areas: readonly AreaWithStreets[] = chosenDistrict.areas;

export const streets: readonly Area[] = areas.flatMap((area) => area.streets);

export const isStreet = (code: string): boolean => streets.some((street) => street.code === code);

/** The district of the municipality that is competent for a place, when it is not this one. */
export function competentElsewhere(code: string | undefined): string | undefined {
  if (!code || areas.some((area) => code.startsWith(area.code))) return undefined;
  return districtOfStreet(code)?.name;
}
