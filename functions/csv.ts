/** CSV as spreadsheets open it: UTF-8 with a byte order mark, CRLF, and no cell that they would take for a formula. */
import { stringify } from 'csv-stringify/sync';

export const csvText = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
