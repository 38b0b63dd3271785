/** The filters of the search: their names and values in the language of the page. */
import { departments } from '../../../../shared/departments/directory.ts';
import { recordKinds } from '../../../../shared/disclosure/record.ts';
import { streets } from '../../../../shared/district.ts';
import { penaltyKindCodes, penaltyKinds } from '../../../../shared/penalties/kinds.ts';
import { bands, facets, type Facet } from '../../../../shared/search/facets.ts';
import { streetName } from '#lib/list-names.ts';
import { addresseeName, penaltyKindName } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';

export interface FacetChoices {
  readonly facet: Facet;
  readonly label: string;
  readonly options: readonly {
    readonly value: string;
    readonly text: string;
    /** Where it is another than that of the page's language. */
    readonly official?: string;
  }[];
}

/** @param years - of which something is known */
export const facetChoices = (years: readonly string[]): readonly FacetChoices[] =>
  facets.map((facet) => ({
    facet,
    label: m[`search_facet_${facet}`](),
    options: of(facet, years),
  }));

function of(facet: Facet, years: readonly string[]): FacetChoices['options'] {
  switch (facet) {
    case 'kind':
      return recordKinds.map((value) => ({ value, text: m[`kind_${value}`]() }));
    case 'department':
      return departments.map(({ code, fullName }) => named(code, addresseeName(code), fullName));
    case 'penaltyKind':
      // Police detention is never public.
      return penaltyKindCodes
        .filter((value) => value !== 'P51')
        .map((value) => named(value, penaltyKindName(value), penaltyKinds[value]));
    case 'year':
      return years.map((value) => ({ value, text: value }));
    case 'street':
      return streets.map(({ code }) => ({ value: code, text: streetName(code) }));
    case 'band':
      return bands.map((value) => ({ value, text: m[`search_band_${value}`]() }));
  }
}

const named = (value: string, text: string, official: string) => ({
  ...{ value, text },
  ...(official !== text && { official }),
});
