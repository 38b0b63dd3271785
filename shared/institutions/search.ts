/** Finding an institution by a part of its name, its credit code or its licence number, as people type them. */
import type { NamedInstitution } from './institution.ts';

interface Findable extends NamedInstitution {
  readonly licenceNumber?: string;
}

/**
 * Those whose name, code or licence number contains the words. First whose name is just these words, then names that begin with
 * them, then the other names, then codes and numbers; among equals the shorter name.
 */
export function searchInstitutions<T extends Findable>(
  all: readonly T[],
  words: string,
): readonly T[] {
  const wanted = plain(words);
  if (wanted === '') return [];
  return all
    .map((institution) => ({ institution, rank: rankOf(institution, wanted) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank || byName(a.institution, b.institution))
    .map(({ institution }) => institution);
}

export interface InstitutionPage<T> {
  readonly institutions: readonly T[];
  readonly total: number;
  /** From 1, and how many there are. */
  readonly page: number;
  readonly pages: number;
}

export const INSTITUTIONS_PER_PAGE = 20;

/** All that are found stand on one of the pages. */
export function pageOfInstitutions<T extends Findable>(
  all: readonly T[],
  words: string,
  page: number,
): InstitutionPage<T> {
  const found = searchInstitutions(all, words);
  const from = (page - 1) * INSTITUTIONS_PER_PAGE;
  return {
    institutions: found.slice(from, from + INSTITUTIONS_PER_PAGE),
    ...{ total: found.length, page, pages: Math.ceil(found.length / INSTITUTIONS_PER_PAGE) },
  };
}

const NOT_FOUND = 4;

function rankOf({ name, uscc = '', licenceNumber = '' }: Findable, wanted: string): number {
  const own = plain(name);
  if (own === wanted) return 0;
  if (own.startsWith(wanted)) return 1;
  if (own.includes(wanted)) return 2;
  const bare = wanted.replaceAll('-', '');
  const isInNumber = [uscc, licenceNumber].some((text) =>
    plain(text).replaceAll('-', '').includes(bare),
  );
  return isInNumber && bare !== '' ? 3 : NOT_FOUND;
}

/** Without the differences that typing makes: full-width letters and brackets, case, spaces. */
export const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

function byName(a: NamedInstitution, b: NamedInstitution): number {
  if (a.name.length !== b.name.length) return a.name.length - b.name.length;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
