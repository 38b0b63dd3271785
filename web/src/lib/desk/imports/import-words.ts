/** Imports in words: kinds, states, faults of rows and of whole files. */
import type { Fault } from '../../../../../shared/imports/column.ts';
import type { RowReport } from '../../../../../shared/imports/import.ts';
import { columnsOf, type ImportKind } from '../../../../../shared/imports/kinds.ts';
import type { SheetRefusal } from '../../../../../shared/imports/table.ts';
import type { Problem } from '#lib/api.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { problemText } from '#lib/desk/problem-words.ts';
import type { ImportInList } from './import-answers.ts';

const kinds: Readonly<Record<ImportKind, { name: () => string; hint: () => string }>> = {
  penalties: { name: m.imports_kind_penalties, hint: m.imports_kind_penalties_hint },
  inspections: { name: m.imports_kind_inspections, hint: m.imports_kind_inspections_hint },
  institutions: { name: m.imports_kind_institutions, hint: m.imports_kind_institutions_hint },
};
export const kindName = (kind: ImportKind): string => kinds[kind].name();
export const kindHint = (kind: ImportKind): string => kinds[kind].hint();

const faults: Readonly<Record<Fault['code'], () => string>> = {
  REQUIRED: m.imports_fault_REQUIRED,
  TOO_LONG: m.imports_fault_TOO_LONG,
  TOO_MANY: m.imports_fault_TOO_MANY,
  NOT_A_DATE: m.imports_fault_NOT_A_DATE,
  IN_FUTURE: m.imports_fault_IN_FUTURE,
  NOT_A_SUM: m.imports_fault_NOT_A_SUM,
  UNKNOWN_KIND: m.imports_fault_UNKNOWN_KIND,
  INVALID: m.imports_fault_INVALID,
  CONTROL_CHARACTER: m.imports_fault_CONTROL_CHARACTER,
  UNKNOWN_COLUMN: m.imports_fault_UNKNOWN_COLUMN,
  DIGITS_LOST: m.imports_fault_DIGITS_LOST,
  PERSON_HAS_NO_CREDIT_CODE: m.imports_fault_PERSON_HAS_NO_CREDIT_CODE,
  FINE_AND_KIND_TOGETHER: m.imports_fault_FINE_AND_KIND_TOGETHER,
  CONFISCATION_AND_KIND_TOGETHER: m.imports_fault_CONFISCATION_AND_KIND_TOGETHER,
  NOT_YOUR_AUTHORITY: m.imports_fault_NOT_YOUR_AUTHORITY,
  TWO_INSPECTORS: m.imports_fault_TWO_INSPECTORS,
  REPEATED: m.imports_fault_REPEATED,
  NOT_AN_ITEM: m.imports_fault_NOT_AN_ITEM,
  CONTRADICTS_ITEMS: m.imports_fault_CONTRADICTS_ITEMS,
  UNKNOWN_STREET: m.imports_fault_UNKNOWN_STREET,
};

/** Official names of columns are Chinese in both languages. */
const columnName = (kind: ImportKind, field: string): string =>
  columnsOf[kind].find(({ code }) => code === field)?.name ?? field;

/** What was found of a row, one sentence each. */
export function foundOf(kind: ImportKind, { state, errors, sameAs }: RowReport): readonly string[] {
  if (state === 'duplicate')
    return [
      sameAs === undefined ? m.imports_known_already() : m.imports_same_as_row({ row: sameAs }),
    ];
  return errors.map(({ field, code }) =>
    m.imports_found_fault({ column: columnName(kind, field), fault: faults[code]() }),
  );
}

const rowStates: Readonly<Record<RowReport['state'], () => string>> = {
  ok: m.imports_state_ok,
  duplicate: m.imports_state_duplicate,
  error: m.imports_state_error,
};
export const rowStateName = (state: RowReport['state']): string => rowStates[state]();

const refusals: Readonly<Record<SheetRefusal['code'], () => string>> = {
  EMPTY: m.imports_refused_EMPTY,
  NO_HEADINGS: m.imports_refused_NO_HEADINGS,
  COLUMNS: m.imports_refused_COLUMNS,
  TOO_MANY_ROWS: m.imports_refused_TOO_MANY_ROWS,
  UNREADABLE: m.imports_refused_UNREADABLE,
};

/** Why a whole file is refused, one sentence each. */
export function refusalTexts(refusal: SheetRefusal): readonly string[] {
  const { code, unknown = [], missing = [], repeated = [] } = refusal;
  const joined = (names: readonly string[]): { names: string } => ({ names: names.join('、') });
  return [
    refusals[code](),
    ...(unknown.length > 0 ? [m.imports_unknown_columns(joined(unknown))] : []),
    ...(missing.length > 0 ? [m.imports_missing_columns(joined(missing))] : []),
    ...(repeated.length > 0 ? [m.imports_repeated_columns(joined(repeated))] : []),
  ];
}

export function stateText({ state, imported = 0 }: ImportInList): string {
  if (state === 'applied') return m.imports_history_applied({ count: imported });
  return {
    staged: m.imports_history_staged,
    applying: m.imports_history_applying,
    discarded: m.imports_history_discarded,
    over: m.imports_history_over,
  }[state]();
}

const problems: Readonly<Record<string, () => string>> = {
  ROWS_MISSING: m.imports_problem_ROWS_MISSING,
  ROWS_IN_ERROR: m.imports_problem_ROWS_IN_ERROR,
  IMPORT_OVER: m.imports_problem_IMPORT_OVER,
};
export const importProblemText = (problem: Problem): string =>
  problems[problem.code]?.() ?? problemText(problem);
