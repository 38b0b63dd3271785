/** What is counted of the public records of a month, for the statistics page and the open data. */
import type { DepartmentCode } from '../departments/directory.ts';
import type { PenaltyKind } from '../penalties/kinds.ts';
import { type CreditClass, type PublicRecord, type RecordKind } from './record.ts';

/** A month that has records, `2026-11`, with their number, in all and by the department that published. */
export interface MonthCount {
  readonly kind: RecordKind;
  readonly month: string;
  readonly count: number;
  readonly departments: Readonly<Partial<Record<DepartmentCode, number>>>;
}

export interface MonthFigures extends MonthCount {
  /** A penalty of two kinds counts under both. */
  readonly kinds: Readonly<Partial<Record<PenaltyKind, number>>>;
  readonly creditClasses: Readonly<Partial<Record<CreditClass, number>>>;
  readonly fineFen: number;
  readonly confiscatedFen: number;
  /** Inspections that found a problem. */
  readonly problems: number;
  /** Penalties that became public after their seven working days. */
  readonly late: number;
  /** Records withdrawn, by the month they were published in. */
  readonly withdrawn: number;
}

/** @param withdrawn - how many records of the month are public no more */
export function monthFigures(
  kind: RecordKind,
  month: string,
  records: readonly PublicRecord[],
  withdrawn: number,
): MonthFigures {
  const penalties = records.filter((record) => record.kind === 'penalty');
  return {
    ...{ kind, month, withdrawn, count: records.length },
    departments: counted(records.map(({ department }) => department)),
    kinds: counted(penalties.flatMap(({ kinds }) => kinds)),
    creditClasses: counted(penalties.map(({ creditClass }) => creditClass)),
    fineFen: sum(penalties.map(({ fineFen = 0 }) => fineFen)),
    confiscatedFen: sum(penalties.map(({ confiscatedFen = 0 }) => confiscatedFen)),
    problems: records.filter(
      (record) => record.kind === 'inspection' && record.result === 'PROBLEM',
    ).length,
    late: penalties.filter(({ publishBy, publishedOn }) => publishBy && publishedOn > publishBy)
      .length,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function counted<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
