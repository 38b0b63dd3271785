/** The top of an axis: a round number whose half is round too. */

const STEPS = [2, 4, 6, 8, 10];

/** The smallest round number that is not below the largest value: 7 → 8, 130 → 200. */
export function roundTop(largest: number): number {
  if (largest <= 0) return 2;
  const power = Math.max(1, 10 ** Math.floor(Math.log10(largest)));
  return power * (STEPS.find((step) => step * power >= largest) ?? 10);
}
