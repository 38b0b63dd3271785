/** CSV as spreadsheets open it: UTF-8 with a byte order mark, CRLF, and no cell that they would take for a formula. */
import { stringify } from 'csv-stringify/sync';
import type { Column } from '../../shared/disclosure/csv-columns.ts';

export const csvOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  stringify(
    [
      columns.map(({ name }) => name),
      ...rows.map((row) => columns.map((column) => column.of(row))),
    ],
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
