/** The figures of some months, put together for reading: what is summed, what is divided, what is left out. */
import type { DepartmentCode } from '../../../../../shared/departments/directory.ts';
import type { Counts } from '../../../../../shared/statistics/contribution.ts';
import type { Statistics } from '../../../../../shared/statistics/statistics.ts';

export interface Kept {
  readonly inTime: number;
  readonly late: number;
  readonly noDeadline: number;
}

/** A department, or all of them together. */
export interface Line {
  readonly items: number;
  readonly open: number;
  readonly concluded: number;
  /** Refused, withdrawn, or registered and answered. */
  readonly otherwiseClosed: number;
  readonly accepted: Kept;
  readonly answered: Kept;
  /** Of others' items. */
  readonly cooperating: number;
  readonly returned: number;
  readonly escalated: number;
  readonly ratings: number;
  /** Of five; undefined where nobody rated. */
  readonly meanRating: number | undefined;
}

export interface Digest {
  readonly total: Line;
  /** Undefined for who sees only his department. */
  readonly cases: number | undefined;
  readonly months: readonly { readonly month: string; readonly items: number }[];
  readonly departments: readonly { readonly department: DepartmentCode; readonly line: Line }[];
  /** What many share, the most frequent first: `category` → `PRICE`, 12. */
  readonly byValue: (
    dimension: Dimension,
  ) => readonly { readonly code: string; readonly count: number }[];
}

export type Dimension = 'category' | 'status' | 'street' | 'track' | 'rated';

export function digest({ months }: Statistics): Digest {
  const byDepartment = Map.groupBy(
    months.flatMap(({ departments }) => departments),
    ({ department }) => department,
  );
  const all = summed(months.flatMap(({ departments }) => departments.map(({ counts }) => counts)));
  const district = months.filter(({ cases }) => cases !== undefined);
  return {
    total: lineOf(all),
    cases:
      district.length > 0 ? summed(district.map(({ cases = {} }) => cases))['cases'] : undefined,
    months: months.map(({ month, departments }) => ({
      month,
      items: lineOf(summed(departments.map(({ counts }) => counts))).items,
    })),
    departments: [...byDepartment]
      .map(([department, rows]) => ({
        department,
        line: lineOf(summed(rows.map(({ counts }) => counts))),
      }))
      .toSorted((a, b) => b.line.items - a.line.items || b.line.cooperating - a.line.cooperating),
    byValue: (dimension) =>
      Object.entries(all)
        .filter(([name]) => name.startsWith(`${dimension}.`))
        .map(([name, count]) => ({ code: name.slice(dimension.length + 1), count }))
        .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}

export function lineOf(counts: Counts): Line {
  const of = (name: string): number => counts[name] ?? 0;
  const scores = [1, 2, 3, 4, 5];
  const ratings = scores.reduce((sum, score) => sum + of(`rated.${score}`), 0);
  const points = scores.reduce((sum, score) => sum + score * of(`rated.${score}`), 0);
  return {
    items: of('items'),
    open: of('status.received') + of('status.accepted') + of('status.returned'),
    concluded: of('status.concluded'),
    otherwiseClosed: of('status.refused') + of('status.withdrawn') + of('status.registered'),
    accepted: keptIn('accepted', of),
    answered: keptIn('concluded', of),
    cooperating: of('cooperating'),
    returned: of('returned'),
    escalated: of('escalated'),
    ratings,
    meanRating: ratings > 0 ? points / ratings : undefined,
  };
}

const keptIn = (step: 'accepted' | 'concluded', of: (name: string) => number): Kept => ({
  inTime: of(`${step}.inTime`),
  late: of(`${step}.late`),
  noDeadline: of(`${step}.noDeadline`),
});

/** In whole percent of those that had a deadline; undefined where none had. */
export function percentInTime({ inTime, late }: Kept): number | undefined {
  return inTime + late > 0 ? Math.floor((100 * inTime) / (inTime + late)) : undefined;
}

function summed(some: readonly Counts[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const counts of some)
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}
