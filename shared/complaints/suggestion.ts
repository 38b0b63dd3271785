/** Reads a citizen's text and suggests what it is about, with the words that say so. It decides nothing: the citizen or a clerk does. */
import { category, type CategoryCode } from './categories.ts';
import { circumstances, type Circumstance } from './circumstances.ts';
import { channelOf, type Channel } from './suggestion/channel.ts';
import { circumstancePhrases, onlyWhenAsked } from './suggestion/circumstance-phrases.ts';
import { drugPhrases } from './suggestion/drug-phrases.ts';
import { likenessOf } from './suggestion/likeness.ts';
import { marketPhrases } from './suggestion/market-phrases.ts';
import { moneyPhrases } from './suggestion/money-phrases.ts';
import { normalise, type NormalText } from './suggestion/normalise.ts';
import { peoplePhrases } from './suggestion/people-phrases.ts';
import { finderOf, phrasesOf, type Hit, type Phrases } from './suggestion/phrases.ts';
import { placePhrases } from './suggestion/place-phrases.ts';
import { practicePhrases } from './suggestion/practice-phrases.ts';
import { AGAINST, CLEAR, STRONG, tally, WEAK } from './suggestion/tally.ts';

export interface SuggestedCategory {
  readonly code: CategoryCode;
  /** 0 to 1; comparable within one text. */
  readonly score: number;
  /** The very words of the text that speak for it; empty when only its general likeness does. */
  readonly because: readonly string[];
}

export interface Suggestion {
  /** Best first, at most five. */
  readonly categories: readonly SuggestedCategory[];
  readonly circumstances: readonly Circumstance[];
  /** Present when it is no complaint. */
  readonly channel?: Channel;
}

const MOST_CATEGORIES = 5;
/** A category with less than this share of the best one's evidence is not worth a reader's time. */
const LEAST_SHARE = 0.12;
/** Evidence that makes a score of one half. */
const HALF = 3;
/** With so much evidence the text speaks for itself, and likeness is not asked. */
const PLAIN = 2 * STRONG;
/** What a full likeness would count in evidence: it orders equals and never outweighs a phrase. */
const LIKENESS = 4;

const lexicon: Readonly<Record<CategoryCode, Phrases>> = {
  ...practicePhrases,
  ...drugPhrases,
  ...moneyPhrases,
  ...marketPhrases,
  ...placePhrases,
  ...peoplePhrases,
};

const codes = Object.keys(lexicon) as readonly CategoryCode[]; // its type has every code and no other

const phrases = codes.flatMap((code) => [
  ...phrasesOf(code, lexicon[code].strong, STRONG, true),
  ...phrasesOf(code, lexicon[code].clear, CLEAR, true),
  ...phrasesOf(code, lexicon[code].weak, WEAK, false),
  ...phrasesOf(code, lexicon[code].against ?? '', AGAINST, false),
]);
const find = finderOf(phrases);
const resemblances = likenessOf(phrases.filter((phrase) => phrase.weight >= CLEAR));

const findCircumstances = finderOf(
  circumstances.flatMap((circumstance) =>
    phrasesOf(circumstance, circumstancePhrases[circumstance], 1, true),
  ),
);

/** What a text is about. The same text always gives the same answer. */
export function suggest(text: string): Suggestion {
  const normal = normalise(text);
  const ranked = rank(normal);
  const channel = channelOf(normal.text, ranked[0]?.evidence ?? 0);
  if (channel === 'SPAM' || channel === 'INCOMPLETE') {
    return { categories: [], circumstances: [], channel };
  }
  const suggested = ranked.map(({ code, evidence, because }) => ({
    code,
    score: Math.round((evidence / (evidence + HALF)) * 1000) / 1000,
    because,
  }));
  return {
    categories: suggested,
    circumstances: circumstancesIn(normal.text, suggested),
    ...(channel && { channel }),
  };
}

interface Ranked {
  readonly code: CategoryCode;
  readonly evidence: number;
  readonly because: readonly string[];
}

function rank(normal: NormalText): readonly Ranked[] {
  const hits = Map.groupBy(find(normal.text), (hit) => hit.phrase.owner);
  const told = codes.map((code) => {
    const of = hits.get(code) ?? [];
    return { code, evidence: Math.max(0, tally(of)), because: wordsOf(of, normal) };
  });
  const isPlain = told.some(({ evidence }) => evidence >= PLAIN);
  const alike = isPlain ? undefined : resemblances(normal.text);
  const all = told.map((one) => ({
    ...one,
    evidence: one.evidence + LIKENESS * (alike?.get(one.code) ?? 0),
  }));
  const sorted = all.toSorted((a, b) => b.evidence - a.evidence);
  const best = sorted[0]?.evidence ?? 0;
  return sorted
    .filter(({ evidence }) => evidence > 0 && evidence >= best * LEAST_SHARE)
    .slice(0, MOST_CATEGORIES);
}

function wordsOf(hits: readonly Hit<CategoryCode>[], normal: NormalText): readonly string[] {
  const words = hits
    .filter((hit) => hit.phrase.weight > 0)
    .toSorted((a, b) => b.phrase.weight - a.phrase.weight)
    .flatMap((hit) => hit.spans.map((span) => normal.original(span.start, span.end)));
  return [...new Set(words)].slice(0, 5);
}

/** A circumstance that many texts show by the way is offered with the categories that ask for it. */
function circumstancesIn(
  text: string,
  suggested: readonly SuggestedCategory[],
): readonly Circumstance[] {
  const rows = suggested.flatMap(({ code }) => category(code).conditional);
  const asked = new Set(rows.map(({ circumstance }) => circumstance));
  const found = new Set(findCircumstances(text).map(({ phrase }) => phrase.owner));
  return circumstances.filter(
    (circumstance) =>
      found.has(circumstance) && (asked.has(circumstance) || !onlyWhenAsked.has(circumstance)),
  );
}
