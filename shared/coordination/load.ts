/** How much lies at each department, for those who see to it that nothing is left lying: what is asked, and who may. */
import { deadline } from '../clocks/clocks.ts';
import { COORDINATOR, departmentCodes, type DepartmentCode } from '../departments/directory.ts';
import type { DateOnly } from '../time.ts';

/** The open work of a department, counted in items. */
export interface DepartmentLoad {
  readonly department: DepartmentCode;
  readonly open: number;
  readonly overdue: number;
  /** Due today or within three working days; what is overdue is counted there. */
  readonly dueWithin3: number;
  readonly unassigned: number;
  readonly oldestDueOn?: DateOnly;
}

/** The last day of “within three working days”. */
export const soonUntil = (today: DateOnly): DateOnly =>
  deadline({ length: 3, unit: 'workingDays', rollsToWorkingDay: false }, today).dueOn;

/** Whose load somebody sees: the coordinator's people all (Beibei plan 二（二）), a supervisor his own; else nobody's. */
export function departmentsOverseen(officer: {
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}): readonly DepartmentCode[] {
  const { department, roles } = officer;
  if (!roles.includes('supervisor') && !roles.includes('coordinator')) return [];
  if (department === COORDINATOR) return departmentCodes;
  return roles.includes('supervisor') ? [department] : [];
}
