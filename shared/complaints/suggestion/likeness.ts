/** How much a text resembles each category by pairs of characters: the way out when no phrase is found, as with slips of dictation. */
import type { Phrase } from './phrases.ts';

/** @returns for a text, each owner's resemblance, 0 to 1 */
export function likenessOf<Owner>(
  phrases: readonly Phrase<Owner>[],
): (text: string) => ReadonlyMap<Owner, number> {
  const ownersOfPair = new Map<string, Set<Owner>>();
  for (const phrase of phrases) {
    for (const part of phrase.parts) {
      for (const pair of pairsOf(
        part.source.replace(/\[\^。\][^?]*\?|[^\p{Script=Han}]+/gu, ' '),
      )) {
        const owners = ownersOfPair.get(pair) ?? new Set<Owner>();
        ownersOfPair.set(pair, owners.add(phrase.owner));
      }
    }
  }
  return (text) => {
    const pairs = pairsOf(text);
    const totals = new Map<Owner, number>();
    for (const pair of pairs) {
      const owners = ownersOfPair.get(pair);
      for (const owner of owners ?? []) {
        totals.set(owner, (totals.get(owner) ?? 0) + 1 / (owners?.size ?? 1));
      }
    }
    return new Map([...totals].map(([owner, total]) => [owner, total / (pairs.size + 4)]));
  };
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at++) {
    const pair = text.slice(at, at + 2);
    if (isHan(text.charCodeAt(at)) && isHan(text.charCodeAt(at + 1))) pairs.add(pair);
  }
  return pairs;
}

/** The characters in daily use. */
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
