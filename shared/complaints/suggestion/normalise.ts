/** Brings a text as people type it to one spelling, and remembers where each character came from. */
import { simplified, spellings } from './spellings.ts';

export interface NormalText {
  readonly text: string;
  /** The words of the original that became the characters from `start` up to `end`. */
  readonly original: (start: number, end: number) => string;
}

/** Full width to half, capitals to small, traditional to simplified, known slips mended, spaces between Chinese characters gone. */
export function normalise(written: string): NormalText {
  const characters: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let position = 0;
  for (const piece of written) {
    const end = position + piece.length;
    for (const character of plain(piece)) {
      if (character === ' ' && !isLatin(characters.at(-1))) continue;
      if (isHan(character) && characters.at(-1) === ' ') dropLast();
      characters.push(character);
      from.push(position);
      to.push(end);
    }
    position = end;
  }
  mendSpellings();
  return {
    text: characters.join(''),
    original: (start, end) => written.slice(from[start] ?? 0, to[end - 1] ?? written.length),
  };

  function dropLast() {
    characters.pop();
    from.pop();
    to.pop();
  }

  /** A slip and its mend have the same length, so that positions stay. */
  function mendSpellings() {
    const text = characters.join('');
    for (const [slip, mend] of spellings) {
      for (let at = text.indexOf(slip); at >= 0; at = text.indexOf(slip, at + slip.length)) {
        for (const [offset, character] of [...mend].entries()) characters[at + offset] = character;
      }
    }
  }
}

/** Each result is one UTF-16 unit, so that an index of the text is an index of the positions. */
function plain(piece: string): readonly string[] {
  if (isHan(piece)) return [simplified.get(piece) ?? piece];
  const folded = piece.normalize('NFKC').toLowerCase();
  const out: string[] = [];
  for (const unit of folded.split('')) {
    if (SENTENCE_ENDS.test(unit)) out.push('。');
    else if (/\s/u.test(unit)) out.push(' ');
    else if (NOISE.test(unit)) continue;
    else out.push(simplified.get(unit) ?? unit);
  }
  return out;
}

const SENTENCE_ENDS = /[。！？!?;；\n\r]/u;
const NOISE = /["'“”‘’「」『』《》〈〉（）()【】[\]{}*~～…·`^_]/u;

/** The characters in daily use, which need no folding. */
const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';
const isLatin = (character: string | undefined): boolean =>
  character !== undefined && /[a-z0-9.,]/u.test(character);
