/** Who types the name of a kind of penalty or of an authority mostly means the filter of that name, not the words in a text. */
import type { Facet } from '../../../../shared/search/facets.ts';
import { RESULTS_PER_PAGE, type SearchQuery } from '../../../../shared/search/query.ts';

export interface NamedFilter {
  readonly facet: Facet;
  readonly value: string;
  /** Of the page's language, and the official one. */
  readonly names: readonly string[];
}

/** `kind` is a choice of two and stands open; of years, streets and sums nobody types the name. */
export const suggestedFacets: readonly Facet[] = ['department', 'penaltyKind'];

const MOST = 3;
/** A part of a name must say something: two Chinese characters, or four letters. */
const LEAST_CHINESE = 2;
const LEAST_LATIN = 4;

/**
 * Filters whose name is in the question; where the texts gave little, also those of whose name the question is a part.
 * @returns each with the question that is left
 */
export function suggestedFilters(
  query: SearchQuery,
  total: number,
  all: readonly NamedFilter[],
): readonly (NamedFilter & { readonly query: SearchQuery })[] {
  const { q, filters } = query;
  const asked = q.toLowerCase();
  const least = /^[\x20-\x7e]*$/.test(q) ? LEAST_LATIN : LEAST_CHINESE;
  const isFew = total <= RESULTS_PER_PAGE;
  return all
    .flatMap((filter) => {
      const { facet, value } = filter;
      const names = filter.names.map((name) => name.toLowerCase());
      const whole = names.find((name) => asked.includes(name));
      const isPart = isFew && asked.length >= least && names.some((name) => name.includes(asked));
      if (filters[facet] !== undefined || (whole === undefined && !isPart)) return [];
      const left = whole === undefined ? '' : asked.replace(whole, '').trim();
      return [
        {
          ...filter,
          query: { ...query, q: left, filters: { ...filters, [facet]: value }, page: 1 },
        },
      ];
    })
    .slice(0, MOST);
}
