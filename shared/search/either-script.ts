/** A question in traditional characters finds nothing among simplified records; then it is asked again in simplified ones. */
import type { SearchQuery } from './query.ts';
import { search, type SearchResult } from './reader.ts';

export interface EitherScript extends SearchResult {
  /** The words that were looked for, where they are not those of the question. */
  readonly simplified?: string;
}

/** @param simplify - asked only when nothing was found: a browser fetches its table then */
export async function searchEitherScript(
  query: SearchQuery,
  simplify: (text: string) => string | Promise<string>,
  ...how: SearchWay
): Promise<EitherScript> {
  const result = await search(query, ...how);
  if (result.total > 0 || query.q === '') return result;
  const simplified = await simplify(query.q);
  if (simplified === query.q) return result;
  return { ...(await search({ ...query, q: simplified }, ...how)), simplified };
}

type SearchWay = Parameters<typeof search> extends [SearchQuery, ...infer Way] ? Way : never;
