/** The text that is searched, and the words that are looked for in it: both without what typing makes different. */
import { publishedText } from '../disclosure/matching.ts';
import type { PublicRecord } from '../disclosure/record.ts';

/** Full-width letters, case and spaces do not count; a line break parts what are different fields. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\S\n]+/g, '');

export const searchText = (record: PublicRecord): string => plainText(publishedText(record));

/** The words of a question: all of them must occur, each as it stands. */
export const wordsOf = (question: string): readonly string[] => [
  ...new Set(question.split(/\s+/).map(plainText).filter(Boolean)),
];
