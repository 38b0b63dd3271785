/** What the desk is told of a registered institution while an officer types: as much as fills a form. */
import * as v from 'valibot';
import { searchInstitutions } from './search.ts';
import type { RegisteredInstitution } from './registered.ts';

/** `GET /api/desk/institutions` */
export const SuggestionQuery = v.strictObject({
  q: v.pipe(v.string(), v.trim(), v.minLength(1, 'REQUIRED'), v.maxLength(100, 'TOO_LONG')),
});
export type SuggestionQuery = v.InferOutput<typeof SuggestionQuery>;

export type SuggestedInstitution = Omit<RegisteredInstitution, 'imported'>;

export const MOST_SUGGESTED = 20;

/** @returns with `more` when there are others beside these */
export function suggested(
  all: readonly SuggestedInstitution[],
  words: string,
): { readonly institutions: readonly SuggestedInstitution[]; readonly more: boolean } {
  const found = searchInstitutions(all, words);
  return { institutions: found.slice(0, MOST_SUGGESTED), more: found.length > MOST_SUGGESTED };
}
