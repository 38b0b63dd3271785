/** The open data as CSV, by its columns. */
import type { Column } from '../../shared/disclosure/csv-columns.ts';
import { csvText } from '../csv.ts';

export const csvOf = <Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  origin: string,
): string =>
  csvText([
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ of, isPath }) => (isPath ? origin + of(row) : of(row)))),
  ]);
