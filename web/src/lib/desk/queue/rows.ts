/** The rows of the queue as they stand on the screen: they are renewed where they are and never jump. */
import { isOpen } from '../../../../../shared/complaints/case-file.ts';
import type { WorklistEntry } from '../../../../../shared/departments/worklist.ts';

/** An entry of `GET /api/desk/worklist`. */
export interface Entry extends Omit<WorklistEntry, 'department' | 'version' | 'state'> {
  readonly overdue: boolean;
  /** Negative: overdue by that many. */
  readonly workingDaysLeft: number;
}

export interface Row {
  readonly entry: Entry;
  /** It no longer answers the filters, or is done; it keeps its place until the list is loaded anew. */
  readonly isGone: boolean;
}

export const keyOf = ({ caseNumber, itemNumber }: Pick<Entry, 'caseNumber' | 'itemNumber'>) =>
  `${caseNumber}.${itemNumber}`;

export const rowsOf = (entries: readonly Entry[]): readonly Row[] =>
  entries.map((entry) => ({ entry, isGone: false }));

export interface Renewed {
  readonly rows: readonly Row[];
  /** Entries that are not on the screen yet. */
  readonly newCount: number;
}

/**
 * The rows with what the queue says now.
 * @param isWhole - nothing comes after `latest`; otherwise nothing is known of rows due later than its last
 */
export function renewedRows(
  rows: readonly Row[],
  latest: readonly Entry[],
  isWhole: boolean,
): Renewed {
  const byKey = new Map(latest.map((entry) => [keyOf(entry), entry]));
  const reach = latest.at(-1)?.dueOn ?? '';
  const shown = new Set(rows.map(({ entry }) => keyOf(entry)));
  return {
    rows: rows.map((row) => {
      const entry = byKey.get(keyOf(row.entry));
      if (entry) return { entry, isGone: false };
      return { ...row, isGone: row.isGone || isWhole || row.entry.dueOn < reach };
    }),
    newCount: latest.filter((entry) => !shown.has(keyOf(entry))).length,
  };
}

/** The row with this key changed, the others as they are. */
export const changedRow = (
  rows: readonly Row[],
  key: string,
  change: (entry: Entry) => Entry,
): readonly Row[] =>
  rows.map((row) => (keyOf(row.entry) === key ? { ...row, entry: change(row.entry) } : row));

/**
 * Where the focus goes from a row; it stops at both ends. From no row it goes to the first.
 * @param step - 1 down, -1 up
 */
export function neighbour(
  rows: readonly Row[],
  key: string | undefined,
  step: number,
): string | undefined {
  const place = rows.findIndex(({ entry }) => keyOf(entry) === key);
  const next = place < 0 ? 0 : Math.min(Math.max(place + step, 0), rows.length - 1);
  const row = rows[next];
  return row && keyOf(row.entry);
}

/** The next item there is work on: after this one, else from the top; undefined when none is left. */
export function nextToDo(rows: readonly Row[], key: string | undefined): Entry | undefined {
  const place = rows.findIndex(({ entry }) => keyOf(entry) === key);
  return [...rows.slice(place + 1), ...rows.slice(0, Math.max(place, 0))].find(
    ({ entry, isGone }) => !isGone && isOpen(entry.status) && keyOf(entry) !== key,
  )?.entry;
}
