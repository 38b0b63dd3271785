/** What the distribution is to forget: every address, in few requests. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { invalidationPaths, MOST_PATHS } from '../../shared/disclosure/invalidation.ts';

const covers = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;

const segment = fc.constantFrom('records', 'en', 'data', 'a', 'b', '2026-11', 'x.json');
const path = fc.array(segment, { maxLength: 5 }).map((segments) => `/${segments.join('/')}`);

it('reaches every address, with no more requests than run at once', () => {
  fc.assert(
    fc.property(fc.array(path, { maxLength: 200 }), (paths) => {
      const asked = invalidationPaths(paths);
      expect(asked.length).toBeLessThanOrEqual(MOST_PATHS);
      for (const one of paths) expect(asked.some((pattern) => covers(pattern, one))).toBe(true);
    }),
  );
});

it('names few addresses one by one, each once', () => {
  expect(invalidationPaths(['/records/b', '/', '/records/b', '/en'])).toEqual([
    ...['/', '/en', '/records/b'],
  ]);
});

it('joins what begins alike, and leaves the rest of the site alone', () => {
  const files = Array.from({ length: 40 }, (_, file) => `/search/base-1/grams/${file}.json`);
  const asked = invalidationPaths(['/', '/records/b', '/en/records/b', ...files]);
  expect(asked).toEqual(expect.arrayContaining(['/', '/en/records/b', '/records/b']));
  const others = asked.filter((one) => !one.includes('record') && one !== '/');
  expect(others.every((one) => one.startsWith('/search/base-1/grams/'))).toBe(true);
});
