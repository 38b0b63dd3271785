/** The top of an axis: a round number whose half is round too. */

const STEPS = [2, 4, 6, 8, 10];
/** From ten on the half of an odd step is whole as well. */
const FINER_STEPS = [1, 2, 3, 4, 5, 6, 8, 10];

/** The smallest round number that is not below the largest value: 7 → 8, 42 → 50. */
export function roundTop(largest: number): number {
  if (largest <= 0) return 2;
  const power = Math.max(1, 10 ** Math.floor(Math.log10(largest)));
  const steps = power === 1 ? STEPS : FINER_STEPS;
  return power * (steps.find((step) => step * power >= largest) ?? 10);
}
