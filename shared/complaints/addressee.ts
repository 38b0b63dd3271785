/** Where mail goes that is addressed to a body of the matrix: to itself, or to the coordinator who holds it. */
import type { DepartmentCode } from '../departments/directory.ts';
import { chosenDistrict } from '../districts/chosen.ts';
import type { DistrictConfiguration } from '../districts/configuration.ts';
import type { Addressee } from './categories.ts';

/** OUTSIDE_DIRECTORY: no district's directory has it · NOT_IN_THIS_DISTRICT: this district's plan does not name it. */
export type ParkedBecause = 'OUTSIDE_DIRECTORY' | 'NOT_IN_THIS_DISTRICT';

/** Why the coordinator holds what is addressed to a body; undefined when the body gets it itself. */
export function parkedBecause(
  addressee: Addressee,
  { departments }: Pick<DistrictConfiguration, 'departments'> = chosenDistrict,
): ParkedBecause | undefined {
  if (addressee === 'FIRE*' || addressee === 'TOWNS') return 'OUTSIDE_DIRECTORY';
  return departments.includes(addressee) ? undefined : 'NOT_IN_THIS_DISTRICT';
}

/** Where an addressee's mail goes: what no department of the directory can take is held by the coordinator. */
export const heldBy = (
  addressee: Addressee,
  district: Pick<DistrictConfiguration, 'departments' | 'coordinator'> = chosenDistrict,
): DepartmentCode =>
  addressee === 'FIRE*' || addressee === 'TOWNS' || parkedBecause(addressee, district)
    ? district.coordinator
    : addressee;
