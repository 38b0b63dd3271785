/** Reads the cells of one row and gathers every fault, so that whoever mends a file mends each row once. */
import { parseDay } from '../channels/values.ts';
import type { DateOnly } from '../time.ts';
import { dayText } from './cell.ts';
import type { Column, Fault, FaultCode, ImportCells } from './column.ts';

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** @returns the readers of this row, and the faults that they have met so far */
export function reading(columns: readonly Column[], cells: ImportCells, today: DateOnly) {
  const faults: Fault[] = [];
  const fault = (field: string, code: FaultCode): undefined => {
    faults.push({ field, code });
  };
  for (const { code, required, maxLength } of columns) {
    const text = cells[code] ?? '';
    if (text === '' && required) fault(code, 'REQUIRED');
    if ([...text].length > maxLength) fault(code, 'TOO_LONG');
    if (CONTROL.test(text)) fault(code, 'CONTROL_CHARACTER');
  }
  const text = (field: string): string | undefined => cells[field] || undefined;
  return {
    faults: faults as readonly Fault[],
    fault,
    text,
    /** A day that is not still to come. */
    pastDay(field: string): DateOnly | undefined {
      const given = text(field);
      if (given === undefined) return undefined;
      const day = parseDay(dayText(given));
      if (!day.ok) return fault(field, 'NOT_A_DATE');
      return day.value > today ? fault(field, 'IN_FUTURE') : day.value;
    },
    /** One of the names, or its code. */
    choice<Code extends string>(
      field: string,
      names: Readonly<Record<Code, string>>,
    ): Code | undefined {
      const given = text(field);
      if (given === undefined) return undefined;
      const found = Object.entries<string>(names).find((pair) => pair.includes(given));
      return found ? (found[0] as Code) : fault(field, 'INVALID'); // the keys of the record are its codes
    },
    /** Several in one cell. */
    list: (field: string): readonly string[] =>
      (text(field) ?? '')
        .split(/[;；\n]/)
        .map((part) => part.trim())
        .filter(Boolean),
    matching(field: string, form: RegExp): string | undefined {
      const given = text(field);
      return given === undefined || form.test(given) ? given : fault(field, 'INVALID');
    },
  };
}

/** GB 32100-2015: capitals and digits without I, O, S, V, Z; a wrong check character is no fault (domain C.3). */
export const CREDIT_CODE = /^[0-9A-HJ-NP-RTUWXY]{18}$/;
