/**
 * Lists of places, ascending, as short text: the gaps in Rice's code, six bits to a character. The first character is the code's
 * parameter: with 0 the rest is a bitmap, with more it suits rarer places, so one code serves from every record to one in a million.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS = 6;
const LARGEST_PARAMETER = 24;

/** @param places - ascending, each once, from 0 */
export function printPostings(places: readonly number[]): string {
  const parameter = shortestParameter(places);
  let text = DIGITS.charAt(parameter);
  let digit = 0;
  let used = 0;
  const write = (bit: number) => {
    digit = digit * 2 + bit;
    if (++used < BITS) return;
    text += DIGITS.charAt(digit);
    digit = used = 0;
  };
  let next = 0;
  for (const place of places) {
    const gap = place - next;
    next = place + 1;
    for (let ones = gap >> parameter; ones > 0; ones--) write(1);
    write(0);
    for (let bit = parameter - 1; bit >= 0; bit--) write((gap >> bit) & 1);
  }
  // Ones that no zero ends are no place.
  while (used > 0) write(1);
  return text;
}

export function parsePostings(text: string): number[] {
  const parameter = DIGITS.indexOf(text.charAt(0));
  const places: number[] = [];
  let next = 0;
  let ones = 0;
  let rest = -1; // bits of the remainder that are still to come; -1: still counting ones
  let remainder = 0;
  for (let at = 1; at < text.length; at++) {
    const digit = DIGITS.indexOf(text.charAt(at));
    for (let bit = BITS - 1; bit >= 0; bit--) {
      const value = (digit >> bit) & 1;
      if (rest < 0) {
        if (value === 1) ones++;
        else rest = parameter;
      } else {
        remainder = remainder * 2 + value;
        rest--;
      }
      if (rest !== 0) continue;
      next += ones * 2 ** parameter + remainder;
      places.push(next++);
      ones = remainder = 0;
      rest = -1;
    }
  }
  return places;
}

function shortestParameter(places: readonly number[]): number {
  const last = places.at(-1) ?? 0;
  const mean = (last + 1) / Math.max(1, places.length);
  const guess = Math.round(Math.log2(Math.max(1, mean * Math.LN2)));
  const [best = 0] = [guess, guess - 1, guess + 1]
    .filter((parameter) => parameter >= 0 && parameter <= LARGEST_PARAMETER)
    .map((parameter) => ({ parameter, length: lengthOf(places, parameter) }))
    .sort((a, b) => a.length - b.length)
    .map(({ parameter }) => parameter);
  return best;
}

function lengthOf(places: readonly number[], parameter: number): number {
  let length = places.length * (parameter + 1);
  let next = 0;
  for (const place of places) {
    length += (place - next) >> parameter;
    next = place + 1;
  }
  return length;
}
