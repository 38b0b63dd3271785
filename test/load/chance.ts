/** Chance that falls the same way for the same seed: what is loaded twice is the same. */

export interface Chance {
  /** From 0 up to, not with, 1. */
  readonly next: () => number;
  readonly below: (end: number) => number;
  readonly oneOf: <T>(some: readonly T[]) => T;
  /** True in that share of all cases. */
  readonly happens: (share: number) => boolean;
  readonly bytes: (count: number) => Uint8Array;
}

/** Mulberry32, one stream for each place. */
export function chanceAt(seed: number, place: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    oneOf: (some) => {
      const one = some[below(some.length)];
      if (one === undefined) throw new Error('there is nothing to choose from');
      return one;
    },
    happens: (share) => next() < share,
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  };
}
