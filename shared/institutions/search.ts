/** Finding an institution by a part of its name or credit code, as people type it. */
import type { NamedInstitution } from './institution.ts';

/** Those whose name or code contains the words; names that begin with them first, then the shorter. */
export function searchInstitutions<T extends NamedInstitution>(
  all: readonly T[],
  words: string,
  most: number,
): readonly T[] {
  const wanted = plain(words);
  return all
    .filter(({ name, uscc }) => plain(name).includes(wanted) || plain(uscc ?? '').includes(wanted))
    .sort((a, b) => (rank(a, wanted) < rank(b, wanted) ? -1 : 1))
    .slice(0, most);
}

/** Without the differences that typing makes: full-width letters, case, spaces. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

const rank = ({ name, id }: NamedInstitution, wanted: string): string =>
  `${plain(name).startsWith(wanted) ? 0 : 1}${String(name.length).padStart(3, '0')}${name}${id}`;
