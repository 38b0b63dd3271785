/** What can be read in from a file, with the columns of each. */
import type { DepartmentCode } from '../departments/directory.ts';
import { decisionKey, plainNumber } from '../penalties/decision-number.ts';
import { err, type Result } from '../result.ts';
import type { DateOnly } from '../time.ts';
import { hasLostDigits } from './cell.ts';
import type { Column, Fault, ImportCells } from './column.ts';
import { inspectionColumns, parseInspection, type InspectionToImport } from './inspection-row.ts';
import {
  institutionColumns,
  parseInstitution,
  type InstitutionToImport,
} from './institution-row.ts';
import { parsePenalty, penaltyColumns, type PenaltyToImport } from './penalty-row.ts';

export const importKinds = ['penalties', 'inspections', 'institutions'] as const;
export type ImportKind = (typeof importKinds)[number];

export const columnsOf: Readonly<Record<ImportKind, readonly Column[]>> = {
  penalties: penaltyColumns,
  inspections: inspectionColumns,
  institutions: institutionColumns,
};

export type ToImport =
  | { readonly kind: 'penalties'; readonly value: PenaltyToImport }
  | { readonly kind: 'inspections'; readonly value: InspectionToImport }
  | { readonly kind: 'institutions'; readonly value: InstitutionToImport };

/** @param today - in Asia/Shanghai */
export function parseRow(
  kind: ImportKind,
  cells: ImportCells,
  department: DepartmentCode,
  today: DateOnly,
): Result<ToImport, readonly Fault[]> {
  const lost = Object.entries(cells).flatMap(([field, text]): Fault[] => {
    if (!columnsOf[kind].some(({ code }) => code === field))
      return [{ field, code: 'UNKNOWN_COLUMN' }];
    return hasLostDigits(text) ? [{ field, code: 'DIGITS_LOST' }] : [];
  });
  if (lost.length > 0) return err(lost);
  const read = parsers[kind](cells, department, today);
  return read.ok ? { ok: true, value: { kind, value: read.value } as ToImport } : read; // each parser gives the value of its kind
}

const parsers = {
  penalties: parsePenalty,
  inspections: parseInspection,
  institutions: parseInstitution,
} as const;

/** What makes two rows the same thing: a number and who gave it (domain C.1), or an institution itself. */
export function naturalKey({ kind, value }: ToImport, department: DepartmentCode): string {
  switch (kind) {
    case 'penalties':
      return decisionKey(department, value.decisionNumber);
    case 'inspections': {
      const { number, institution, report } = value;
      const own = `${report.inspectedOn}#${report.kind}#${institution.id}`;
      return `CHECK#${department}#${number === undefined ? own : plainNumber(number)}`;
    }
    case 'institutions':
      return `INST#${value.id}`;
  }
}

/** How a report calls a row. */
export const labelOf = (kind: ImportKind, cells: ImportCells): string =>
  (kind === 'penalties'
    ? cells['CF_WSH']
    : kind === 'inspections'
      ? (cells['JC_BH'] ?? cells['JC_DXMC'])
      : cells['JG_MC']
  )?.slice(0, 100) ?? '';
