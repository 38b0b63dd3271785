/** The statistics as they are asked for and answered: months, departments, figures; who sees whose; the recount. */
import * as v from 'valibot';
import type { DepartmentCode } from '../departments/directory.ts';
import type { Counts } from './contribution.ts';

export const MOST_MONTHS = 24;

const Month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'INVALID'));

/** Both months inclusive. */
export const StatisticsQuery = v.strictObject({ from: Month, to: Month });
export type StatisticsQuery = v.InferOutput<typeof StatisticsQuery>;

/** Every month from the first to the last. @returns undefined when they are in the wrong order or too many */
export function monthsOf({ from, to }: StatisticsQuery): readonly string[] | undefined {
  const months: string[] = [];
  for (let month = from; month <= to && months.length <= MOST_MONTHS; month = after(month))
    months.push(month);
  return months.length === 0 || months.length > MOST_MONTHS ? undefined : months;
}

function after(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Whose figures somebody sees: supervisors, coordinators and administrators the district's, everybody else his department's. */
export const seesDistrict = ({ roles }: { readonly roles: readonly string[] }): boolean =>
  ['supervisor', 'coordinator', 'administrator'].some((role) => roles.includes(role));

export interface MonthOfStatistics {
  readonly month: string;
  /** Of the whole district; absent for who sees only his department. */
  readonly cases?: Counts;
  /** Only those that have something to count. */
  readonly departments: readonly { readonly department: DepartmentCode; readonly counts: Counts }[];
}

export interface Statistics {
  /** A department's code when only its figures are shown. */
  readonly of: DepartmentCode | 'district';
  readonly months: readonly MonthOfStatistics[];
}

/**
 * One step of a recount: `cases` looks at a page of the month's cases and at what each was counted as, `totals` at whether
 * the counters are the sum of that. Both only say what they found unless `mend` is asked for.
 */
export const RecountRequest = v.strictObject({
  month: Month,
  part: v.picklist(['cases', 'totals'], 'INVALID'),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(300), v.regex(/^[\w-]+$/, 'INVALID'))),
  mend: v.optional(v.boolean(), false),
});
export type RecountRequest = v.InferOutput<typeof RecountRequest>;

/** A page of cases. */
export interface CasesRecounted {
  readonly looked: number;
  /** Not counted yet in their newest version: their message may still be on its way. */
  readonly behind: number;
  /** Counted as something they are not. */
  readonly wrong: number;
  readonly mended: number;
  readonly cursor?: string;
}

export interface CounterDifference {
  readonly row: string;
  readonly counter: string;
  readonly counted: number;
  readonly right: number;
}

export interface TotalsRecounted {
  /** Cases that the month's counters are made of. */
  readonly cases: number;
  /** False: cases were counted meanwhile, so the comparison says nothing and has to be made again. */
  readonly steady: boolean;
  readonly differences: readonly CounterDifference[];
  readonly mended: number;
}
