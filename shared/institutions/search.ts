/** Finding an institution by a part of its name, its credit code or its licence number, as people type them. */
import type { NamedInstitution } from './institution.ts';

interface Findable extends NamedInstitution {
  readonly licenceNumber?: string;
}

/**
 * Those of whose name, code or licence number each of the words, parted by spaces, is a part. First whose name is just these, then names that begin with
 * them, then the other names, then codes and numbers; among equals the shorter name.
 */
export function searchInstitutions<T extends Findable>(
  all: readonly T[],
  words: string,
): readonly T[] {
  const parts = words.split(/\s+/).map(plain).filter(Boolean);
  if (parts.length === 0) return [];
  return all
    .map((institution) => ({ institution, rank: rankOf(institution, parts) }))
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

/** All that are found stand on one of the pages; behind the last comes the last. */
export function pageOfInstitutions<T extends Findable>(
  all: readonly T[],
  words: string,
  page: number,
): InstitutionPage<T> {
  const found = searchInstitutions(all, words);
  const pages = Math.ceil(found.length / INSTITUTIONS_PER_PAGE);
  const shown = Math.min(page, Math.max(pages, 1));
  const from = (shown - 1) * INSTITUTIONS_PER_PAGE;
  return {
    institutions: found.slice(from, from + INSTITUTIONS_PER_PAGE),
    ...{ total: found.length, page: shown, pages },
  };
}

const NOT_FOUND = 4;

function rankOf(
  { name, uscc = '', licenceNumber = '' }: Findable,
  parts: readonly string[],
): number {
  const own = plain(name);
  const whole = parts.join('');
  if (own === whole) return 0;
  if (own.startsWith(whole)) return 1;
  if (parts.every((part) => own.includes(part))) return 2;
  const numbers = [plain(uscc), plain(licenceNumber).replaceAll('-', '')];
  const isPart = (part: string): boolean => {
    const bare = part.replaceAll('-', '');
    return own.includes(part) || (bare !== '' && numbers.some((text) => text.includes(bare)));
  };
  return parts.every(isPart) ? 3 : NOT_FOUND;
}

/** Without the differences that typing makes: full-width letters and brackets, case, spaces. */
export const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

function byName(a: NamedInstitution, b: NamedInstitution): number {
  if (a.name.length !== b.name.length) return a.name.length - b.name.length;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
