/** The small language the lexicon is written in, and how its phrases are found in a text. */
import { wordClasses } from './word-classes.ts';

/**
 * Phrases are separated by white space. In a phrase `{没}` is any word of a class, `(a/b)` one of these words, `_` a space, `~` up
 * to 8 characters of the same sentence, `~~` up to 20, and `&` joins parts that may stand anywhere.
 */
export interface Phrases {
  /** Hardly means anything else. */
  readonly strong: string;
  /** Speaks for it, among others. */
  readonly clear: string;
  /** What it is about, no more. */
  readonly weak: string;
  /** Tells that something else is meant. */
  readonly against?: string;
}

export interface Phrase<Owner> {
  readonly owner: Owner;
  readonly weight: number;
  /** Whether “没有…” before it takes it back; a mere subject is not taken back. */
  readonly deniable: boolean;
  readonly parts: readonly Part[];
}

interface Part {
  readonly source: string;
  /** Plain words are compared, which is quicker than matching. */
  readonly literal: boolean;
  /** The first one or two characters of everything it can match. */
  readonly starts: readonly string[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Hit<Owner> {
  readonly phrase: Phrase<Owner>;
  readonly spans: readonly Span[];
}

export function phrasesOf<Owner>(
  owner: Owner,
  written: string,
  weight: number,
  deniable: boolean,
): readonly Phrase<Owner>[] {
  return written
    .split(/\s+/)
    .filter(Boolean)
    .map((line) => ({ owner, weight, deniable, parts: line.split('&').map(partOf) }));
}

const SHORT_GAP = '[^。]{0,8}?';
const LONG_GAP = '[^。]{0,20}?';

/** A token is a gap, a class, a choice or plain characters. */
const TOKEN = /~~|~|\{[^}]+\}|\([^)]+\)|[^~{(]+/g;

const tokensOf = (written: string): readonly string[] => written.match(TOKEN) ?? [];

const partOf = (written: string): Part => ({
  source: sourceOf(written),
  literal: !/[~{(.]/.test(written),
  starts: [...new Set(startsOf(tokensOf(written)))],
});

const sourceOf = (written: string): string =>
  tokensOf(written)
    .map((token) => {
      if (token === '~') return SHORT_GAP;
      if (token === '~~') return LONG_GAP;
      const choices = choicesOf(token);
      return choices ? `(?:${choices.map(sourceOf).join('|')})` : escaped(spaced(token));
    })
    .join('');

/** What a class or a choice stands for; nothing when the token is plain characters. */
function choicesOf(token: string): readonly string[] | undefined {
  if (token.startsWith('(')) return token.slice(1, -1).split('/');
  if (!token.startsWith('{')) return undefined;
  const words = wordClasses[token.slice(1, -1)];
  if (words === undefined) throw new Error(`no word class ${token}`);
  return words.split('/');
}

function startsOf(tokens: readonly string[]): readonly string[] {
  const [token, ...rest] = tokens;
  if (token === undefined || token.startsWith('~')) return [''];
  const choices = choicesOf(token);
  const firsts = choices
    ? choices.flatMap((choice) => startsOf(tokensOf(choice)))
    : [spaced(token).slice(0, 2)];
  if (firsts.every((first) => first.length === 2)) return firsts;
  const seconds = startsOf(rest);
  return firsts.flatMap((first) => seconds.map((second) => (first + second).slice(0, 2)));
}

const spaced = (word: string): string => word.replaceAll('_', ' ');
const escaped = (word: string): string => word.replace(/[.*+?^$|[\]\\]/g, String.raw`\$&`);

/** A finder of phrases: looks at each place of a text only for the phrases that can begin there. */
export function finderOf<Owner>(phrases: readonly Phrase<Owner>[]): (text: string) => Hit<Owner>[] {
  const numbers = new Map<string, number>();
  const sources: string[] = [];
  const literals: (string | undefined)[] = [];
  const byStart = new Map<string, number[]>();
  const numbered = phrases.map((phrase) => ({ phrase, parts: phrase.parts.map(numberOf) }));
  const byFirstPart = new Map<number, number[]>();
  for (const [index, { parts }] of numbered.entries()) append(byFirstPart, parts[0] ?? -1, index);
  const compiled: RegExp[] = [];
  return (text) => {
    const found = spansIn(text);
    const possible = [...found.keys()].flatMap((part) => byFirstPart.get(part) ?? []);
    return possible
      .toSorted((left, right) => left - right)
      .flatMap((index) => hitOf(numbered[index], text, found) ?? []);
  };

  function numberOf(part: Part): number {
    const known = numbers.get(part.source);
    if (known !== undefined) return known;
    const number = sources.push(part.source) - 1;
    numbers.set(part.source, number);
    literals.push(part.literal ? part.source : undefined);
    for (const start of part.starts) append(byStart, start, number);
    return number;
  }

  function spansIn(text: string): ReadonlyMap<number, readonly Span[]> {
    const found = new Map<number, Span[]>();
    for (let at = 0; at < text.length; at++) {
      look(text, at, byStart.get(text.charAt(at)), found);
      if (at + 1 < text.length) look(text, at, byStart.get(text.slice(at, at + 2)), found);
    }
    return found;
  }

  function look(
    text: string,
    at: number,
    parts: readonly number[] = [],
    found: Map<number, Span[]>,
  ) {
    for (const number of parts) {
      const literal = literals[number];
      if (literal !== undefined) {
        if (text.startsWith(literal, at))
          append(found, number, { start: at, end: at + literal.length });
        continue;
      }
      const expression = (compiled[number] ??= new RegExp(sources[number] ?? '', 'y'));
      expression.lastIndex = at;
      if (expression.test(text)) append(found, number, { start: at, end: expression.lastIndex });
    }
  }
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The first place of each part that nobody denies; nothing when a part is nowhere. */
function hitOf<Owner>(
  numbered: { readonly phrase: Phrase<Owner>; readonly parts: readonly number[] } | undefined,
  text: string,
  found: ReadonlyMap<number, readonly Span[]>,
): Hit<Owner> | undefined {
  if (!numbered) return undefined;
  const { phrase, parts } = numbered;
  const spans: Span[] = [];
  for (const part of parts) {
    const span = found.get(part)?.find(({ start }) => !phrase.deniable || !isDenied(text, start));
    if (!span) return undefined;
    spans.push(span);
  }
  return { phrase, spans };
}

const DENIAL =
  /(?:没有|没得|莫得|并没|不是|并非|并不|不存在|从不|从来没|从没|从未|没发现|不要|不图|不为|不算|绝不|不会|不想|未曾|没人|没收|没给|没送|没说)[^,。]{0,2}$/;
/** “有没有…”, “是不是…” ask; they deny nothing. */
const QUESTION =
  /(?:有没有|有没得|有莫得|是不是|要不要|会不会|还不是|算不算|不是说|又不是)[^,。]{0,2}$/;

function isDenied(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 7), start);
  return DENIAL.test(before) && !QUESTION.test(before);
}
