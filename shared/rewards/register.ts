/** Who may open the register of rewards: the departments whose schemes pay, the finance bureau, and there two roles. */
import type { DepartmentCode } from '../departments/directory.ts';
import { schemeCodes, schemes } from './schemes.ts';

export const registerRoles: readonly string[] = ['officer', 'approver'];

export const mayOpenRegister = (officer: {
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}): boolean =>
  officer.roles.some((role) => registerRoles.includes(role)) && paysRewards(officer.department);

/** Or decides about them. */
export const paysRewards = (department: DepartmentCode): boolean =>
  department === 'FINANCE' || schemeCodes.some((code) => schemes[code].department === department);
