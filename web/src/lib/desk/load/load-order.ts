/** The departments with open work, those that are most behind first. */
import type { DepartmentLoad } from '../../../../../shared/coordination/load.ts';

export interface OrderedLoad {
  readonly busy: readonly DepartmentLoad[];
  /** How many have nothing open. */
  readonly idle: number;
  readonly open: number;
  readonly overdue: number;
  readonly dueWithin3: number;
  readonly unassigned: number;
}

export function orderedLoad(departments: readonly DepartmentLoad[]): OrderedLoad {
  const busy = departments
    .filter(({ open }) => open > 0)
    .toSorted((a, b) => b.overdue - a.overdue || b.dueWithin3 - a.dueWithin3 || b.open - a.open);
  const sum = (of: (load: DepartmentLoad) => number) =>
    departments.reduce((total, load) => total + of(load), 0);
  return {
    busy,
    idle: departments.length - busy.length,
    open: sum((load) => load.open),
    overdue: sum((load) => load.overdue),
    dueWithin3: sum((load) => load.dueWithin3),
    unassigned: sum((load) => load.unassigned),
  };
}
