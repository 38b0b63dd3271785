/** One cell of a spreadsheet as text: what programs do to numbers, days and formulas on the way is undone here. */

/** A number as it stands in the file; never a float, for a code of eighteen digits would lose its last ones. */
export interface NumberCell {
  readonly digits: string;
}

/** What readers of spreadsheets give; a date is midnight UTC of its day. */
export type Cell = string | boolean | Date | NumberCell | null | undefined;

export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return withoutShield(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return numberText(cell.digits);
}

/** A spreadsheet keeps fifteen digits of a number: longer ones are told apart from what somebody wrote. */
const MOST_EXACT = 1e15;
const DECIMALS = 6; // 双公示 sums have six; the rest is what binary fractions leave behind

function numberText(digits: string): string {
  const value = Number(digits);
  if (!Number.isFinite(value)) return digits;
  return Math.abs(value) < MOST_EXACT
    ? String(Number(value.toFixed(DECIMALS)))
    : value.toExponential();
}

/** Has a program written a long code as a number (`1.25001E+17`)? Its last digits are gone. */
export const hasLostDigits = (text: string): boolean => /^\d(\.\d+)?e\+?\d+$/i.test(text);

/** Files of ours, and careful ones of others, put a ' before what a spreadsheet would run as a formula. */
const withoutShield = (text: string): string =>
  (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text).trim();

const SERIAL_OF_1970 = 25_569; // days since the last of 1899, as spreadsheets count
const DAY_MS = 86_400_000;

/** A day as people or spreadsheets write it, made fit for `parseDay`: without midnight, and not as a serial number. */
export function dayText(text: string): string {
  if (!/^[1-9]\d{4}$/.test(text)) return text.replace(/[ T]0{1,2}:00(:00(\.0+)?)?$/, '');
  return new Date((Number(text) - SERIAL_OF_1970) * DAY_MS).toISOString().slice(0, 10);
}
