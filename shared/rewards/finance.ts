/** When the finance bureau decides with the department (同级财政), and what it may see. */
import type { DepartmentCode } from '../departments/directory.ts';
import type { RewardClaim } from './claim.ts';

/** Does the second approval wait for it? */
export const waitsForFinance = ({ status, assessment }: RewardClaim): boolean =>
  status === 'endorsed' && assessment?.award.jointWithFinance === true;

/** On whose desk the claim lies. */
export const heldBy = (claim: RewardClaim): DepartmentCode =>
  waitsForFinance(claim) ? 'FINANCE' : claim.department;

/** The department's own; and the finance bureau's while it waits for it and once it has decided. */
export const maySee = (claim: RewardClaim, department: DepartmentCode): boolean =>
  department === claim.department ||
  (department === 'FINANCE' &&
    (waitsForFinance(claim) || claim.secondApproval?.department === 'FINANCE'));
