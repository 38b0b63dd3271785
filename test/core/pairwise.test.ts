/** The sample of pages that is looked at in every test run leaves no pair of factors out. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { everything, pairwise } from '../support/pairwise.ts';

const factors = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 })
  .map((sizes) =>
    Object.fromEntries(
      sizes.map((size, index) => [`f${index}`, [...Array(size).keys()].map((n) => `v${n}`)]),
    ),
  );

const pairsIn = (row: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(row).flatMap(([a, x]) =>
    Object.entries(row).flatMap(([b, y]) => (a < b ? [`${a}=${String(x)} ${b}=${String(y)}`] : [])),
  );

it('holds every pair that any of all combinations holds', () => {
  fc.assert(
    fc.property(factors, (given) => {
      const wanted = new Set(everything(given).flatMap(pairsIn));
      const found = new Set(pairwise(given).flatMap(pairsIn));
      expect(found).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

it('needs far fewer rows than there are combinations', () => {
  const given = { page: [...Array(30).keys()], language: [1, 2], theme: [1, 2, 3], size: [1, 2] };
  expect(everything(given)).toHaveLength(360);
  expect(pairwise(given).length).toBeLessThanOrEqual(100);
});
