/** How much the phrases found in a text say together: words that are counted once are not counted again. */
import type { Hit, Span } from './phrases.ts';

export const STRONG = 4;
export const CLEAR = 1.6;
export const WEAK = 0.9;
export const AGAINST = -2.5;

/** What a phrase is still worth whose words another phrase has already spoken for. */
const AGAIN = 0.25;
/** Each further phrase says less that is new. */
const FADING = 0.85;

export function tally(hits: readonly Hit<unknown>[]): number {
  const taken: Span[] = [];
  let total = 0;
  let worth = 1;
  for (const { phrase, spans } of hits.toSorted((a, b) => b.phrase.weight - a.phrase.weight)) {
    if (phrase.weight < 0) {
      total += phrase.weight;
      continue;
    }
    const again = spans.every((span) => taken.some((other) => overlap(span, other)));
    total += phrase.weight * worth * (again ? AGAIN : 1);
    if (!again) worth *= FADING;
    taken.push(...spans);
  }
  return total;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
