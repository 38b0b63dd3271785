/** CSV as spreadsheets open it: UTF-8 with its mark, CRLF, and nothing that would run as a formula. */
import { columnsOf, type ImportKind } from './kinds.ts';

export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;

function cellOf(text: string): string {
  const shielded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shielded) ? `"${shielded.replaceAll('"', '""')}"` : shielded;
}

/** The headings of a kind and, below, a row to write over. */
export const templateOf = (kind: ImportKind): readonly (readonly string[])[] => [
  columnsOf[kind].map(({ name }) => name),
  columnsOf[kind].map(({ example }) => example),
];
