/** Which records of a block may contain the words: those that have the rarest of their grams. */
import { gramsOfWord, institutionGram, shardOf } from './grams.ts';
import { blockPath, filesOf, type Block, type BlockFile } from './manifest.ts';
import { parsePostings } from './postings.ts';
import { IndexChanged, type Fetch } from './reading.ts';

export interface Candidates {
  /** Ascending. */
  readonly places: readonly number[];
  /** Each of them has every word: no text needs to be read. */
  readonly proven: boolean;
}

/** A file of grams costs some kilobytes: so few candidates cost no more. */
const FEW = 12;
const AT_ONCE = 2;
const MOST_GRAMS_READ = 4;

export async function candidatesOf(
  block: Block,
  words: readonly string[],
  institution: string | undefined,
  fetch: Fetch,
): Promise<Candidates> {
  const ofWords = words.map(gramsOfWord);
  const grams = rarestFirst(block, [
    ...ofWords.flat(),
    ...(institution === undefined ? [] : [institutionGram(institution)]),
  ]);
  const gone = parsePostings(block.gone);
  if (grams.length === 0) {
    const all = Array.from({ length: block.documents }, (_, place) => place);
    return { places: without(all, gone), proven: true };
  }
  const simple = ofWords.every(({ length }) => length === 1);
  let places: readonly number[] | undefined;
  let read = 0;
  while (read < grams.length) {
    if (places && (places.length <= FEW || (!simple && read >= MOST_GRAMS_READ))) break;
    const next = grams.slice(read, read + (read === 0 ? AT_ONCE : 1));
    read += next.length;
    const lists = await Promise.all(next.map((gram) => postingsOf(block, gram, fetch)));
    for (const list of lists) places = places ? both(places, list) : list;
  }
  return { places: without(places ?? [], gone), proven: simple && read === grams.length };
}

async function postingsOf(block: Block, gram: string, fetch: Fetch): Promise<readonly number[]> {
  const file: BlockFile = [...gram].length === 1 ? 'singles' : 'grams';
  const content = await fetch(blockPath(block, file, shardOf(gram, block[filesOf[file]])));
  if (content === undefined) throw new IndexChanged();
  const text = (content as Readonly<Record<string, string>>)[gram]; // as block.ts writes it
  return text === undefined ? [] : parsePostings(text);
}

function rarestFirst({ frequent }: Block, grams: readonly string[]): readonly string[] {
  const levels = frequent.map((level) => new Set(level.split(' ')));
  const rarity = (gram: string) => {
    const level = levels.findIndex((known) => known.has(gram));
    return level < 0 ? levels.length : level;
  };
  return [...new Set(grams)].sort((a, b) => rarity(b) - rarity(a));
}

/** Both ascending. */
function both(some: readonly number[], others: readonly number[]): readonly number[] {
  let at = 0;
  return some.filter((place) => {
    while ((others[at] ?? Infinity) < place) at++;
    return others[at] === place;
  });
}

function without(all: readonly number[], gone: readonly number[]): readonly number[] {
  if (gone.length === 0) return all;
  const absent = new Set(gone);
  return all.filter((place) => !absent.has(place));
}
