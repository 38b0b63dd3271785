/**
 * Grams: the short runs of characters by which texts are indexed. Every single character and every pair of neighbours is one.
 * Figures and Latin letters know too few pairs to tell anything apart, so three of which two are such, and four that all are,
 * make grams as well: a credit code or the number of a decision is then found as fast as a name. So do the two characters around
 * a punctuation mark, because phrases that stand in thousands of texts meet there in another pair each time.
 */

/** Calls `take` with every gram of a text, with some of them several times. */
export function eachGram(text: string, take: (gram: string) => void): void {
  const characters = [...text];
  for (let start = 0; start < characters.length; start++) {
    let gram = characters[start] ?? '';
    if (gram === '\n') continue;
    take(gram);
    const longest = longestAt(characters, start);
    for (let length = 2; length <= longest; length++) {
      gram += characters[start + length - 1] ?? '';
      take(gram);
    }
  }
}

/** The fewest grams that a text must have to contain the word, in their order. One alone: the word itself. */
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

/** How long the longest gram is that begins here, 2 to 4; 1 before a break and at the end. */
function longestAt(characters: readonly string[], start: number): number {
  if (isBreak(characters[start]) || isBreak(characters[start + 1])) return 1;
  if (isBreak(characters[start + 2])) return 2;
  if (isMark(characters[start + 1]) || isMark(characters[start + 2]))
    return isBreak(characters[start + 3]) ? 3 : 4;
  let plain = 0;
  for (let at = start; at < start + 3; at++) if (isPlain(characters[at])) plain++;
  if (plain < 2) return 2;
  return plain === 3 && isPlain(characters[start + 3]) ? 4 : 3;
}

const isBreak = (character: string | undefined): boolean =>
  character === undefined || character === '\n';

/** Punctuation parts phrases that recur; what stands on both sides of it seldom does. */
const isMark = (character = ''): boolean => /^[\p{P}\p{S}]$/u.test(character);

const isPlain = (character = ''): boolean =>
  (character >= 'a' && character <= 'z' && character.length === 1) ||
  (character >= '0' && character <= '9' && character.length === 1);

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
