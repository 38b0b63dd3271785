/** From the cells of a sheet to rows by column: finds the row of headings, in any order, by Chinese or ASCII name. */
import { err, ok, type Result } from '../result.ts';
import { textOf, type Cell } from './cell.ts';
import type { ImportCells } from './column.ts';
import { columnsOf, type ImportKind } from './kinds.ts';

export interface SheetRow {
  /** As the spreadsheet counts, from 1. */
  readonly line: number;
  readonly cells: ImportCells;
}

export interface Sheet {
  /** Codes of the columns as they stand, left to right. */
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** Why a file is refused as a whole. Names are as the file writes them, a missing column's is ours. */
export interface SheetRefusal {
  readonly code: 'EMPTY' | 'NO_HEADINGS' | 'COLUMNS' | 'TOO_MANY_ROWS' | 'UNREADABLE';
  readonly unknown?: readonly string[];
  readonly missing?: readonly string[];
  readonly repeated?: readonly string[];
}

export const MOST_ROWS = 20_000;

/** Titles and dates of a printed list may stand above its headings. */
const LINES_ABOVE_HEADINGS = 10;

export function readSheet(
  kind: ImportKind,
  lines: readonly (readonly Cell[])[],
): Result<Sheet, SheetRefusal> {
  const texts = lines.map((line) => line.map(textOf));
  const isEmpty = (line: readonly string[]): boolean => line.every((text) => text === '');
  if (texts.every(isEmpty)) return err({ code: 'EMPTY' });
  const at = headingsAt(kind, texts);
  const headings = texts[at];
  if (!headings) return err({ code: 'NO_HEADINGS' });
  const below = texts.slice(at + 1);
  const width = texts.slice(at).reduce((most, line) => Math.max(most, line.length), 0);
  const used = Array.from({ length: width }, (_, place) => place).filter(
    (place) => headings[place] || below.some((line) => line[place]),
  );
  const found = used.map((place) => ({
    place,
    heading: headings[place] || `#${place + 1}`,
    code: codeOf(kind, headings[place] ?? ''),
  }));
  const codes = found.map(({ code }) => code);
  const unknown = found.filter(({ code }) => !code).map(({ heading }) => heading);
  const repeated = found
    .filter(({ code }, place) => code && codes.indexOf(code) < place)
    .map(({ heading }) => heading);
  const missing = columnsOf[kind]
    .filter(({ code, required }) => required && !codes.includes(code))
    .map(({ name }) => name);
  if (unknown.length + repeated.length + missing.length > 0)
    return err({ code: 'COLUMNS', unknown, repeated, missing });
  const rows = below.flatMap((line, place): SheetRow[] =>
    isEmpty(line)
      ? []
      : [
          {
            line: at + place + 2,
            cells: Object.fromEntries(
              found.flatMap(({ code, place: column }) =>
                code && line[column] ? [[code, line[column]]] : [],
              ),
            ),
          },
        ],
  );
  if (rows.length === 0) return err({ code: 'EMPTY' });
  if (rows.length > MOST_ROWS) return err({ code: 'TOO_MANY_ROWS' });
  return ok({ columns: codes.filter((code) => code !== undefined), rows });
}

/** The line with most of the known headings, at least two; -1 where there is none. */
function headingsAt(kind: ImportKind, texts: readonly (readonly string[])[]): number {
  let best = -1;
  let most = 1;
  texts.slice(0, LINES_ABOVE_HEADINGS).forEach((line, place) => {
    const known = line.filter((text) => codeOf(kind, text) !== undefined).length;
    if (known > most) [best, most] = [place, known];
  });
  return best;
}

const codeOf = (kind: ImportKind, heading: string): string | undefined =>
  columnsOf[kind].find(({ code, name }) =>
    [code, name, withoutBrackets(name)].some((known) => plain(known) === plain(heading)),
  )?.code;

const withoutBrackets = (name: string): string => name.replace(/[（(].*[）)]$/, '');

/** Without what typing adds: full width, case, spaces, the star of a required field. */
const plain = (heading: string): string =>
  heading.normalize('NFKC').replaceAll(/[\s*]/g, '').toUpperCase();
