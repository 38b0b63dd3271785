/** Finds categories by a few characters, as a clerk types them while listening. */
import { categories, type CategoryCode } from '../../../../../shared/complaints/categories.ts';
import { categoryNames } from '#lib/english-names.ts';

/** All that hold every word, in either language or as a code, in the order of the matrix; nothing typed finds all. */
export function findCategories(typed: string): readonly CategoryCode[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return categories
    .filter(({ code, name }) => {
      const text = `${name} ${categoryNames[code]} ${code}`.normalize('NFKC').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map(({ code }) => code);
}
