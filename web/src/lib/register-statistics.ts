/** What the statistics page shows, summed from the figures of each month. */
import type { DepartmentCode } from '../../../shared/departments/directory.ts';
import { departments } from '../../../shared/departments/directory.ts';
import type { MonthFigures } from '../../../shared/disclosure/figures.ts';
import {
  recordKinds,
  type CreditClass,
  type RecordKind,
} from '../../../shared/disclosure/record.ts';
import { penaltyKindCodes, type PenaltyKind } from '../../../shared/penalties/kinds.ts';
import { monthOf, plusMonths } from '../../../shared/time.ts';

/** [design] As long as the longest publication lasts (36号令), so that no public penalty falls out of the charts. */
const MONTHS_SHOWN = 36;

export interface Counted<Code> {
  readonly code: Code;
  readonly count: number;
}

export interface RegisterStatistics {
  /** Oldest first, without gaps, at most 36. */
  readonly months: readonly string[];
  readonly records: Readonly<Record<RecordKind, readonly number[]>>;
  readonly fineFen: readonly number[];
  /** Penalties that became public in time, of a hundred; undefined in a month without penalties. */
  readonly inTime: readonly (number | undefined)[];
  readonly late: readonly number[];
  readonly penaltyKinds: readonly Counted<PenaltyKind>[];
  readonly departments: readonly Counted<DepartmentCode>[];
  readonly creditClasses: readonly Counted<CreditClass>[];
  readonly totals: Readonly<Record<RecordKind | Summed, number>>;
}

type Summed = 'problems' | 'fineFen' | 'late' | 'withdrawn';

const creditClasses = ['MINOR', 'GENERAL', 'SERIOUS'] as const satisfies readonly CreditClass[];

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export function registerStatistics(all: readonly MonthFigures[]): RegisterStatistics {
  const months = monthsWithoutGaps(all);
  const shown = all.filter(({ month }) => months.includes(month));
  const of = (kind: RecordKind, month: string) =>
    shown.find((figures) => figures.kind === kind && figures.month === month);
  const penalties = months.map((month) => of('penalty', month));
  const count = (kind: RecordKind) => months.map((month) => of(kind, month)?.count ?? 0);
  const total = (name: Summed) => sum(shown.map((figures) => figures[name]));
  const [penalty, inspection] = recordKinds.map(count);
  const records = { penalty: penalty ?? [], inspection: inspection ?? [] };
  return {
    months,
    records,
    fineFen: penalties.map((figures) => figures?.fineFen ?? 0),
    inTime: penalties.map((figures) =>
      figures && figures.count > 0
        ? (100 * (figures.count - figures.late)) / figures.count
        : undefined,
    ),
    late: penalties.map((figures) => figures?.late ?? 0),
    penaltyKinds: counted(penaltyKindCodes, shown, 'kinds'),
    departments: counted(
      departments.map(({ code }) => code),
      shown,
      'departments',
    ).toSorted((a, b) => b.count - a.count),
    creditClasses: counted(creditClasses, shown, 'creditClasses'),
    totals: {
      ...{ penalty: sum(records.penalty), inspection: sum(records.inspection) },
      ...{ problems: total('problems'), fineFen: total('fineFen') },
      ...{ late: total('late'), withdrawn: total('withdrawn') },
    },
  };
}

type CountedBy = 'kinds' | 'departments' | 'creditClasses';

const counted = <Code extends keyof MonthFigures[Name], Name extends CountedBy>(
  codes: readonly Code[],
  months: readonly MonthFigures[],
  name: Name,
): readonly Counted<Code>[] =>
  codes
    .map((code) => ({
      code,
      count: sum(months.map((figures) => Number(figures[name][code] ?? 0))),
    }))
    .filter(({ count }) => count > 0);

function monthsWithoutGaps(all: readonly MonthFigures[]): readonly string[] {
  const known = all.map(({ month }) => month).toSorted();
  const last = known.at(-1);
  if (!last) return [];
  const earliest = monthOf(plusMonths(`${last}-01`, 1 - MONTHS_SHOWN));
  const first = known.find((month) => month >= earliest) ?? last;
  const months: string[] = [];
  for (let month = first; month <= last; month = monthOf(plusMonths(`${month}-01`, 1)))
    months.push(month);
  return months;
}
