/** Cuts the rows of a file into calls that fit: the API takes 64 KiB, a transaction a hundred writes. */
import type { SheetRow } from './table.ts';

/** Each is two writes, and one counts them all. */
export const MOST_ROWS_OF_PORTION = 40;

/** Of JSON in UTF-8, with room for what is around the rows. */
const MOST_BYTES = 60_000;

export interface Portion {
  /** Position of its first row, from 1. */
  readonly from: number;
  readonly rows: readonly SheetRow[];
}

/** A row that is too large by itself is a portion by itself: the API says so. */
export function portionsOf(rows: readonly SheetRow[]): readonly Portion[] {
  const portions: { from: number; rows: SheetRow[] }[] = [];
  let bytes = 0;
  rows.forEach((row, place) => {
    const size = bytesOf(row);
    const last = portions.at(-1);
    if (last && last.rows.length < MOST_ROWS_OF_PORTION && bytes + size <= MOST_BYTES) {
      last.rows.push(row);
      bytes += size;
    } else {
      portions.push({ from: place + 1, rows: [row] });
      bytes = size;
    }
  });
  return portions;
}

/** At most: three bytes a character, and four of a pair of halves. */
const bytesOf = (row: SheetRow): number =>
  [...JSON.stringify(row)].reduce((sum, character) => sum + (character < '\u0080' ? 1 : 4), 1);
