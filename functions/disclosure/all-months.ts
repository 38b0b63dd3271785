/** The months that have public records. */
import { recordKinds } from '../../shared/disclosure/record.ts';
import { monthsOf, type MonthRow } from '../aws/disclosure-store.ts';
import type { Tables } from '../ports.ts';

/** Newest month first; months whose records were all taken back are left out. */
export async function allMonths(tables: Pick<Tables, 'query'>): Promise<readonly MonthRow[]> {
  const rows = await Promise.all(recordKinds.map((kind) => monthsOf(tables, kind)));
  return rows
    .flat()
    .filter(({ figures }) => figures.count > 0)
    .sort((a, b) => (a.figures.month < b.figures.month ? 1 : -1));
}
