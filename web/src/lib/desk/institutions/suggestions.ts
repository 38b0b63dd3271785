/** Institutions that fit what is typed: of the register, or, where that has none, of those with public records. */
import type { PublicInstitution } from '../../../../../shared/disclosure/record.ts';
import { plain } from '../../../../../shared/institutions/search.ts';
import type { SuggestedInstitution } from '../../../../../shared/institutions/suggestion.ts';
import { get } from '#lib/desk/api.ts';

export interface Suggestions {
  /** What was typed. */
  readonly words: string;
  readonly institutions: readonly SuggestedInstitution[];
  readonly more: boolean;
  readonly isRegister: boolean;
}

/** One character fits too many. */
export const FEWEST_CHARACTERS = 2;

/** @returns undefined when nobody answered: then the form works as it did without */
export async function suggestionsFor(words: string): Promise<Suggestions | undefined> {
  const query = new URLSearchParams({ q: words });
  const registered = await get<Pick<Suggestions, 'institutions' | 'more'>>(
    `/api/desk/institutions?${query}`,
  );
  if (!registered.ok) return undefined;
  if (registered.value.institutions.length > 0)
    return { words, ...registered.value, isRegister: true };
  const known = await get<{ institutions: readonly PublicInstitution[]; total: number }>(
    `/api/institutions?${query}`,
  );
  const institutions = known.ok ? known.value.institutions : [];
  const more = known.ok && known.value.total > institutions.length;
  return { words, institutions, more, isRegister: false };
}

/** The one that has just this name; undefined also where several have it. */
export function namedExactly(
  { institutions }: Suggestions,
  name: string,
): SuggestedInstitution | undefined {
  const same = institutions.filter((one) => plain(one.name) === plain(name));
  return same.length === 1 ? same[0] : undefined;
}
