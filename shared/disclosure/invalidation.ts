/** Which addresses the distribution is to forget at once, because something that stood there is no longer to be read. */
import * as v from 'valibot';

/** To the queue of whoever asks the distribution. */
export const INVALIDATION = 'INVALIDATION';

export const Invalidation = v.object({
  /** The same for the same public change: asked twice, the distribution does it once. */
  reference: v.string(),
  /** Some end in `*`. */
  paths: v.array(v.string()),
});
export type Invalidation = v.InferOutput<typeof Invalidation>;

/** So many it is told one by one; of more, those that begin alike become one that ends in `*`. CloudFront runs fifteen of these at once. */
export const MOST_PATHS = 15;

/** Every path is in it, itself or by its beginning; what is joined has as much in common as may be. */
export function invalidationPaths(paths: readonly string[]): readonly string[] {
  const sorted = [...new Set(paths)].sort();
  if (sorted.length <= MOST_PATHS) return sorted;
  // In order, what has most in common stands side by side: the list is cut where neighbours have least.
  const cuts = sorted
    .map((path, place) => ({ place, common: commonStart(sorted[place - 1] ?? '', path).length }))
    .slice(1)
    .sort((one, other) => one.common - other.common)
    .slice(0, MOST_PATHS - 1)
    .map(({ place }) => place)
    .sort((one, other) => one - other);
  const asked = [0, ...cuts].map((from, part) => {
    const [first = '', ...others] = sorted.slice(from, cuts[part]);
    const last = others.at(-1);
    return last === undefined ? first : `${commonStart(first, last)}*`;
  });
  return asked.includes('/*') ? ['/*'] : asked;
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}
