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
  /** Reads some more grams; absent when all are read. */
  readonly narrow?: () => Promise<Candidates>;
}

/** A file of grams costs some kilobytes: the texts of so few candidates cost no more. */
const FEW = 10;
const AT_ONCE = 2;
/** Of a small block the first gram mostly is enough. */
const LARGE = 4_096;
/** When a gram leaves so many, the others hardly take away more: they stand side by side. */
const HARDLY_FEWER = 0.9;

export async function candidatesOf(
  block: Block,
  words: readonly string[],
  institution: string | undefined,
  fetch: Fetch,
): Promise<Candidates> {
  const ofWords = words.map(gramsOfWord);
  const groups = institution === undefined ? ofWords : [...ofWords, [institutionGram(institution)]];
  const gone = parsePostings(block.gone);
  const all = Array.from({ length: block.documents }, (_, place) => place);
  const living = without(all, gone);
  if (groups.length === 0) return { places: living, proven: true };
  const grams = inOrder(groups, rarityIn(block));
  const simple = groups.every(({ length }) => length === 1);

  async function narrowed(
    places: readonly number[],
    read: number,
    count: number,
  ): Promise<Candidates> {
    const next = grams.slice(read, read + count);
    const lists = await Promise.all(next.map((gram) => postingsOf(block, gram, fetch)));
    const left = lists.reduce(both, places);
    const end = read + next.length;
    const isWorthMore =
      simple || end < groups.length + 1 || left.length < places.length * HARDLY_FEWER;
    if (end < grams.length && left.length > FEW && isWorthMore) return narrowed(left, end, 1);
    return {
      places: left,
      proven: simple && end === grams.length,
      ...(end < grams.length && { narrow: () => narrowed(left, end, AT_ONCE) }),
    };
  }

  return narrowed(living, 0, block.documents > LARGE ? AT_ONCE : 1);
}

/** The rarest of each word before the second of any; those that share no character with these before those that do. */
function inOrder(
  groups: readonly (readonly string[])[],
  rarity: (gram: string) => number,
): readonly string[] {
  const ranked = groups.flatMap((group) => {
    const byRarity = group.toSorted((a, b) => rarity(b) - rarity(a) || b.length - a.length);
    const apart: string[] = [];
    for (const gram of byRarity) {
      const at = group.indexOf(gram);
      if (!apart.some((other) => Math.abs(group.indexOf(other) - at) < gram.length)) {
        apart.push(gram);
      }
    }
    const order = [...apart, ...byRarity.filter((gram) => !apart.includes(gram))];
    return order.map((gram, rank) => ({ gram, rank }));
  });
  ranked.sort((a, b) => a.rank - b.rank || rarity(b.gram) - rarity(a.gram));
  return [...new Set(ranked.map(({ gram }) => gram))];
}

function rarityIn({ frequent }: Block): (gram: string) => number {
  const levels = frequent.map((level) => new Set(level.split(' ')));
  return (gram) => {
    const level = levels.findIndex((known) => known.has(gram));
    return level < 0 ? levels.length : level;
  };
}

async function postingsOf(block: Block, gram: string, fetch: Fetch): Promise<readonly number[]> {
  const file: BlockFile = [...gram].length === 1 ? 'singles' : 'grams';
  const content = await fetch(blockPath(block, file, shardOf(gram, block[filesOf[file]])));
  if (content === undefined) throw new IndexChanged();
  const text = (content as Readonly<Record<string, string>>)[gram]; // as block.ts writes it
  return text === undefined ? [] : parsePostings(text);
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
