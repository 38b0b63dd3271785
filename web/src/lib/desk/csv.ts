/**
 * A table as a file that spreadsheets open: UTF-8 with its mark, and no cell that they would take for a formula. Functions write
 * theirs with `csv-stringify`, which would be ten times the size of this in a browser.
 */
export type Cell = string | number | undefined;

const MARK = '\uFEFF';

export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  MARK + rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
