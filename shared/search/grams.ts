/**
 * Grams: the short runs of characters by which texts are indexed. Every single character and every pair of neighbours is one.
 * Figures and Latin letters know too few pairs to tell anything apart, so three of which two are such, and four that all are,
 * make grams as well: a credit code or the number of a decision is then found as fast as a name.
 */
const isPlain = (character: string | undefined): boolean =>
  character !== undefined && /^[0-9a-z]$/.test(character);

/** How long the longest gram is that begins here, 2 to 4; 1 before a break and at the end. */
function longestAt(characters: readonly string[], start: number): number {
  const [, second, third, fourth] = characters.slice(start, start + 4);
  if (isBreak(characters[start]) || isBreak(second)) return 1;
  if (isBreak(third)) return 2;
  const plain = [0, 1, 2].filter((step) => isPlain(characters[start + step])).length;
  if (plain < 2) return 2;
  return plain === 3 && isPlain(fourth) ? 4 : 3;
}

const isBreak = (character: string | undefined): boolean =>
  character === undefined || character === '\n';

/** Every gram of a text, some of them several times. */
export function* gramsOf(text: string): Generator<string> {
  const characters = [...text];
  for (const [start, first] of characters.entries()) {
    if (first === '\n') continue;
    yield first;
    let gram = first;
    for (let length = 2; length <= longestAt(characters, start); length++) {
      gram += characters[start + length - 1] ?? '';
      yield gram;
    }
  }
}

/** The fewest grams that a text must have to contain the word. One alone: the word itself. */
export function gramsOfWord(word: string): readonly string[] {
  const characters = [...word];
  if (characters.length === 1) return [word];
  const found = new Set<string>();
  let covered = 0;
  for (const start of characters.keys()) {
    const length = longestAt(characters, start);
    if (length === 1 || start + length <= covered) continue;
    covered = start + length;
    found.add(characters.slice(start, covered).join(''));
  }
  return [...found];
}

/** By which the records of one institution are found: no text holds a space. */
export const institutionGram = (id: string): string => ` ${id}`;

/** In which of so many files a gram or an id stands (FNV-1a). */
export function shardOf(text: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % shards;
}
