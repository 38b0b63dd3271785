/** What the system offers for a text, as the form shows it. */
import type { Suggestion } from '../../../../shared/complaints/suggestion.ts';

/** The answer to `POST /api/categories/suggest`. */
export type Offer = Suggestion;

/** More would be another list to read through. */
export const MOST_OFFERED = 3;
