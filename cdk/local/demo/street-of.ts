/** Where an institution of the demonstration stands: always in the same street of the district, whichever district it is. */
import { streets } from '../../../shared/district.ts';

/** @returns what an institution's description gains */
export function streetOf({ uscc }: { readonly uscc?: string | undefined }): {
  readonly streetCode?: string;
} {
  if (!uscc) return {};
  const sum = [...uscc].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const street = streets[sum % streets.length];
  return street ? { streetCode: street.code } : {};
}
