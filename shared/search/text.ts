/** The text that is searched, and the words that are looked for in it: both without what typing makes different. */
import { publishedText } from '../disclosure/matching.ts';
import type { PublicRecord } from '../disclosure/record.ts';

/**
 * Full-width letters, case, spaces, quotation marks and the shape of brackets do not count: nobody finds 〔 on a telephone.
 * A line break parts what are different fields.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\S\n]+|["'“”‘’「」『』]/g, '')
    .replaceAll(/[[〔【〖]/g, '(')
    .replaceAll(/[\]〕】〗]/g, ')');

export const searchText = (record: PublicRecord): string => plainText(publishedText(record));

/** The words of a question: all of them must occur, each as it stands. */
export const wordsOf = (question: string): readonly string[] => [
  ...new Set(question.split(/\s+/).map(plainText).filter(Boolean)),
];
