/**
 * Free text without what leads to a person (domain B.9): known names and values, and whatever looks like a number, an address or
 * an account of somebody, however it is typed.
 *
 * A text is read in a folded form (full-width as half-width, upper case, one kind of space and dash, nothing invisible), where
 * each character knows its place in the original; what is found is cut out of the original.
 */
import { chinesePatterns, creditCodesIn, type MaskPattern } from './private-patterns.ts';
import { foundNameMask, nameMask } from './person-names.ts';

export interface Known {
  /** Names of natural persons that stand in private fields; shown as surname and 某. */
  readonly persons: readonly string[];
  /** Numbers, addresses and internal names that stand in private fields; short numbers only where they stand alone. */
  readonly values: readonly string[];
  /** Names that the public may read: no person's name is cut out of them. */
  readonly publicNames?: readonly string[];
  /** Credit codes and numbers of decisions that the public may read; they may look like a number of a person. */
  readonly publicCodes?: readonly string[];
  /** Is any address in the text a person's? Without it only those are taken that say so. */
  readonly addresses?: boolean;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly mask: string;
}

export function masked(text: string, known: Known): string {
  const folded = fold(text);
  const tight = tightened(folded.text);
  const sheltered = (known.publicNames ?? []).flatMap((name) => placesOf(name, '', tight));
  const codes = [...(known.publicCodes ?? []), ...creditCodesIn(folded.text)].flatMap((code) =>
    placesOf(code, '', tight),
  );
  const isWithin = (cut: Cut, shelters: readonly Cut[]) =>
    shelters.some(({ from, to }) => from <= cut.from && cut.to <= to);
  const told = found(chinesePatterns.names, folded.text).filter((cut) => !isWithin(cut, sheltered));
  // Whoever is named once is known: further on a text names him as it likes.
  const named = told.flatMap(({ from, to }) => nameForms(folded.text.slice(from, to)));
  const names = [
    ...told,
    ...[...known.persons, ...named].flatMap((name) => placesOf(name, nameMask(name), tight)),
  ].filter((cut) => !isWithin(cut, sheltered));
  const numbers = [
    ...found(chinesePatterns.numbers, folded.text),
    ...(known.addresses ? found(chinesePatterns.addresses, folded.text) : []),
  ].filter((cut) => !isWithin(cut, codes));
  const values = known.values.flatMap((value) =>
    placesOf(value, '（略）', tight).filter(
      (cut) => isLong(value) || (standsAlone(cut, folded.text) && !isWithin(cut, codes)),
    ),
  );
  return withoutCuts(text, folded, merged([...names, ...values, ...numbers]));
}

/** Persons whom a text names in a way that can be recognised; another text about the same may name them without it. */
export function personsNamedIn(text: string): readonly string[] {
  const folded = fold(text).text;
  return found(chinesePatterns.names, folded).flatMap(({ from, to }) =>
    nameForms(folded.slice(from, to)),
  );
}

/** Where a name ends cannot always be told: of three characters the third may be the next word's. */
function nameForms(name: string): readonly string[] {
  const characters = [...name.replaceAll(' ', '')];
  const shorter = characters.slice(0, 2).join('');
  return characters.length === 3 && foundNameMask(shorter) ? [name, shorter] : [name];
}

interface Folded {
  readonly text: string;
  /** For each place in the folded text, where it begins in the original; one more at the end. */
  readonly starts: readonly number[];
}

const invisible = /^[\p{Cf}\p{Mn}]$/u;
const dash = /^[\p{Pd}−ー﹣]$/u;
const dot = /^[·•・‧∙⋅]$/u;

function fold(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  let place = 0;
  for (const character of text) {
    if (!invisible.test(character)) {
      const plain = foldedCharacter(character);
      for (let unit = 0; unit < plain.length; unit++) starts.push(place);
      folded += plain;
    }
    place += character.length;
  }
  return { text: folded, starts: [...starts, text.length] };
}

function foldedCharacter(character: string): string {
  if (/^\s$/.test(character)) return ' ';
  if (dash.test(character)) return '-';
  if (dot.test(character)) return '·';
  const plain = character.normalize('NFKC').toUpperCase();
  return dash.test(plain) ? '-' : plain;
}

/** Every place of the folded text where a known value stands, whatever was put between its characters. */
function placesOf(value: string, mask: string, { tight, places }: Tight): readonly Cut[] {
  const wanted = tightened(fold(value).text).tight;
  const cuts: Cut[] = [];
  if (wanted === '') return cuts;
  for (let at = tight.indexOf(wanted); at >= 0; at = tight.indexOf(wanted, at + 1)) {
    const last = places[at + wanted.length - 1] ?? 0;
    cuts.push({ from: places[at] ?? 0, to: last + 1, mask });
  }
  return cuts;
}

const LEAST_INSIDE = 6;

/**
 * A value of a few letters and digits leads to nobody and is found inside dates, sums and articles: it is cut only where it
 * stands alone. Whatever is longer, or holds other characters than these, is cut out of the middle of a word too.
 */
function isLong(value: string): boolean {
  const { tight } = tightened(fold(value).text);
  return tight.length >= LEAST_INSIDE || /[^0-9A-Z]/.test(tight);
}

/** 12元 and 第12条 say how much, and which: a number alone touches no word. */
function standsAlone({ from, to }: Cut, folded: string): boolean {
  const [before, cut, behind] = [folded.slice(0, from), folded.slice(from, to), folded.slice(to)];
  return /^[\d .-]+$/.test(cut)
    ? !/[\p{L}\p{N}][.,:/-]?$/u.test(before) && !/^[.,:/-]?[\p{L}\p{N}]/u.test(behind)
    : !/[0-9A-Z]$/.test(before) && !/^[0-9A-Z]/.test(behind);
}

/** A folded text without what people put between the characters of a name or a number; for each that is left, its place. */
interface Tight {
  readonly tight: string;
  readonly places: readonly number[];
}

function tightened(folded: string): Tight {
  const places = [...folded.matchAll(/[^ ·.-]/g)].map(({ index }) => index);
  return { tight: folded.replaceAll(/[ ·.-]/g, ''), places };
}

const found = (patterns: readonly MaskPattern[], text: string): readonly Cut[] =>
  patterns.flatMap(({ find, mask }) =>
    [...text.matchAll(find)].flatMap((match) => {
      const secret = match.groups?.['secret'] ?? match[0];
      const shown = typeof mask === 'string' ? mask : mask(secret);
      const to = match.index + match[0].length;
      return shown === undefined ? [] : [{ from: to - secret.length, to, mask: shown }];
    }),
  );

/** What overlaps is cut out in one piece, under the mask of what begins first. */
function merged(cuts: readonly Cut[]): readonly Cut[] {
  const inOrder = [...cuts].sort((a, b) => a.from - b.from || b.to - a.to);
  const whole: Cut[] = [];
  for (const cut of inOrder) {
    const last = whole.at(-1);
    if (last && cut.from < last.to)
      whole[whole.length - 1] = { ...last, to: Math.max(last.to, cut.to) };
    else whole.push(cut);
  }
  return whole;
}

function withoutCuts(text: string, { starts }: Folded, cuts: readonly Cut[]): string {
  let shown = '';
  let done = 0;
  for (const { from, to, mask } of cuts) {
    // A character that folds into several is cut out whole.
    const start = Math.max(done, starts[from] ?? text.length);
    shown += text.slice(done, start) + mask;
    done = Math.max(done, endOf(starts, to, text.length));
  }
  return shown + text.slice(done);
}

/** Where the original goes on behind the folded place before `to`. */
function endOf(starts: readonly number[], to: number, length: number): number {
  const last = starts[to - 1] ?? length;
  let next = to;
  while (next < starts.length && starts[next] === last) next++;
  return starts[next] ?? length;
}
