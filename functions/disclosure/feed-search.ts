/** GET /api/search.atom: the newest fifty of what a question finds, as a feed that can be subscribed to. */
import { SearchParameters } from '../../shared/api/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { SEARCH_PATH } from '../../shared/disclosure/pages.ts';
import { summaryOf } from '../../shared/disclosure/record.ts';
import { ok, type Result } from '../../shared/result.ts';
import { parseQuery, printQuery } from '../../shared/search/query.ts';
import { searchEitherScript } from '../../shared/search/either-script.ts';
import type { Fetch } from '../../shared/search/reading.ts';
import { simplified } from '../../shared/search/traditional.ts';
import { http, type Request } from '../aws/http.ts';
import { S3Site } from '../aws/site.ts';
import type { Outcome } from '../ports.ts';
import { setting } from '../runtime.ts';
import { recordFeed } from './feed.ts';
import { storedIndex } from './stored-index.ts';

const MOST_ENTRIES = 50;

export async function feedSearch(
  { query, now }: Request<undefined, undefined, SearchParameters>,
  { index, origin }: { readonly index: Fetch; readonly origin: string; readonly tables?: never },
): Promise<Result<Outcome<string>, Refusal>> {
  const asked = { ...parseQuery(query), page: 1 };
  const { records } = await searchEitherScript(asked, simplified, index, {
    counted: [],
    perPage: MOST_ENTRIES,
  });
  const parameters = new URLSearchParams(printQuery(asked)).toString();
  const answer = recordFeed(records.map(summaryOf), {
    path: parameters ? `${SEARCH_PATH}?${parameters}` : SEARCH_PATH,
    feedPath: parameters ? `/api/search.atom?${parameters}` : '/api/search.atom',
    title: asked.q ? `查询“${asked.q}”` : '查询公示记录',
    updatedAt: records[0]?.publishedAt ?? now,
    origin,
  });
  return ok({ answer });
}

export const handler = http(
  {
    call: 'GET /api/search.atom',
    query: SearchParameters,
    cacheSeconds: 60,
    contentType: 'application/atom+xml; charset=utf-8',
  },
  feedSearch,
  () => ({ index: storedIndex(new S3Site()), origin: setting('SITE_ORIGIN') }),
);
