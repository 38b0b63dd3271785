/** The departments of this district, and who coordinates them. */
import { chosenDistrict } from '../districts/chosen.ts';
import type { DistrictConfiguration } from '../districts/configuration.ts';
import {
  everyDepartment,
  fullNameIn,
  type Department,
  type DepartmentCode,
} from './every-department.ts';

export type { DepartmentCode } from './every-department.ts';

interface DirectoryEntry extends Department {
  readonly code: DepartmentCode;
}

/** The directory of a district, in the order of the codes. */
export const directoryOf = ({
  departments: codes,
  naming,
}: Pick<DistrictConfiguration, 'departments' | 'naming'>): readonly DirectoryEntry[] =>
  everyDepartment
    .filter(({ code }) => codes.includes(code))
    .map((department) => ({ ...department, fullName: fullNameIn(naming, department.fullName) }));

export const departments: readonly DirectoryEntry[] = directoryOf(chosenDistrict);

export const departmentCodes: readonly DepartmentCode[] = departments.map(({ code }) => code);

/** Leads the coordination mechanism (Beibei plan 二（二）) and holds what no other department of the directory can. */
export const COORDINATOR: DepartmentCode = chosenDistrict.coordinator;

export const isDepartment = (code: string): code is DepartmentCode =>
  departmentCodes.some((known) => known === code);

/** Official full name in this district, also of a department that its plan does not name. */
export function departmentName(code: DepartmentCode): string {
  const found = everyDepartment.find((department) => department.code === code);
  return found ? fullNameIn(chosenDistrict.naming, found.fullName) : code;
}
