/** An empty file to fill in: the headings of a kind and, below, a row to write over. */
import { columnsOf, type ImportKind } from './kinds.ts';

export const templateOf = (kind: ImportKind): readonly (readonly string[])[] => [
  columnsOf[kind].map(({ name }) => name),
  columnsOf[kind].map(({ example }) => example),
];
