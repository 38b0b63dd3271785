/** The institutions of the records on a page whose name or code has the words that were asked. */
import { searchInstitutions } from '../../../../shared/institutions/search.ts';
import type { PublicInstitution } from '../../../../shared/disclosure/record.ts';

export const institutionsAmong = (
  records: readonly { readonly institution?: PublicInstitution }[],
  words: string,
): readonly PublicInstitution[] =>
  searchInstitutions(
    [
      ...new Map(
        records.flatMap(({ institution }) => (institution ? [[institution.id, institution]] : [])),
      ).values(),
    ],
    words,
  );
