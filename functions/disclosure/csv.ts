/** The open data as CSV, by its columns. */
import type { Column } from '../../shared/disclosure/csv-columns.ts';
import { csvText } from '../csv.ts';

export const csvOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  csvText([
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map((column) => column.of(row))),
  ]);
