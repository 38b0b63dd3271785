/** A question to the search, as it stands in an address. */
import type { PublicRecord } from '../disclosure/record.ts';
import { facets, valuesOf, type Facet } from './facets.ts';
import { searchText, wordsOf } from './text.ts';

export interface SearchQuery {
  /** Words parted by spaces; all of them must occur. */
  readonly q: string;
  readonly filters: Readonly<Partial<Record<Facet, string>>>;
  /** Id of an institution. */
  readonly institution?: string;
  /** The page lists institutions whose name or code has the words, instead of records. */
  readonly of?: 'institutions';
  /** From 1. */
  readonly page: number;
}

export const RESULTS_PER_PAGE = 10;
export const LONGEST_QUESTION = 100;
/** Rows of a table of results: more would not fit into the answer of a function. */
export const MOST_EXPORTED = 10_000;

/** Reads leniently: what cannot be meant is not asked. @param parameters - of an address, by name */
export function parseQuery(parameters: Readonly<Record<string, string | undefined>>): SearchQuery {
  const given = (name: string) => parameters[name]?.trim() || undefined;
  const institution = given('institution');
  const page = Number(given('page') ?? 1);
  return {
    q: given('q')?.slice(0, LONGEST_QUESTION) ?? '',
    filters: Object.fromEntries(
      facets.flatMap((facet) => {
        const value = given(facet);
        return value ? [[facet, value]] : [];
      }),
    ),
    ...(institution && { institution }),
    ...(given('of') === 'institutions' && { of: 'institutions' }),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The parameters of an address, in an order that never changes; the first page goes unsaid. */
export const printQuery = ({
  q,
  filters,
  institution,
  of,
  page,
}: SearchQuery): [string, string][] => [
  ...(q ? [['q', q] satisfies [string, string]] : []),
  ...facets.flatMap((facet): [string, string][] => {
    const value = filters[facet];
    return value ? [[facet, value]] : [];
  }),
  ...(institution ? [['institution', institution] satisfies [string, string]] : []),
  ...(of ? [['of', of] satisfies [string, string]] : []),
  ...(page > 1 ? [['page', String(page)] satisfies [string, string]] : []),
];

/** Has the record all the words and is it of that institution? Facets are asked apart. */
export function hasWords(record: PublicRecord, words: readonly string[], institution?: string) {
  if (institution && record.institution?.id !== institution) return false;
  const text = searchText(record);
  return words.every((word) => text.includes(word));
}

/** What the search finds, said without an index. */
export const answers = (record: PublicRecord, { q, filters, institution }: SearchQuery): boolean =>
  hasWords(record, wordsOf(q), institution) &&
  facets.every((facet) => {
    const wanted = filters[facet];
    return wanted === undefined || valuesOf(record, facet).includes(wanted);
  });
