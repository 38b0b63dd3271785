/** GET /api/search: one page of the public records that have the words, newest first, with what they can be narrowed by. */
import { SearchParameters } from '../../shared/api/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { summaryOf } from '../../shared/disclosure/record.ts';
import { ok, type Result } from '../../shared/result.ts';
import { facets } from '../../shared/search/facets.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { searchEitherScript } from '../../shared/search/either-script.ts';
import type { Fetch } from '../../shared/search/reading.ts';
import { simplified } from '../../shared/search/traditional.ts';
import { http, type Request } from '../aws/http.ts';
import { S3Site } from '../aws/site.ts';
import type { Outcome } from '../ports.ts';
import { storedIndex } from './stored-index.ts';

export async function searchRecords(
  { query }: Request<undefined, undefined, SearchParameters>,
  { index }: { readonly index: Fetch; readonly tables?: never },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const asked = parseQuery(query);
  const { records, ...found } = await searchEitherScript(asked, simplified, index, {
    counted: facets,
  });
  return ok({ answer: { records: records.map(summaryOf), ...found } });
}

export const handler = http(
  { call: 'GET /api/search', query: SearchParameters, cacheSeconds: 10 },
  searchRecords,
  () => ({ index: storedIndex(new S3Site()) }),
);
