/** GET /api/feeds/{token}: when there was news of a case, for whoever has the address of its feed. */
import { FeedPath } from '../../shared/api/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadCase } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { feedOfToken } from '../aws/news-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';
import { newsFeed } from './news-feed.ts';

export async function readFeed(
  { path: { token } }: Request<undefined, FeedPath, undefined>,
  { tables, origin }: { readonly tables: Tables; readonly origin: string },
): Promise<Result<Outcome<string>, Refusal>> {
  const feed = await feedOfToken(tables, token);
  const file = feed && (await loadCase(tables, feed.caseNumber));
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  const { name, openedAt } = feed;
  return ok({ answer: newsFeed(file.timeline, { name, openedAt, origin }) });
}

export const handler = http(
  {
    call: 'GET /api/feeds/{token}',
    path: FeedPath,
    contentType: 'application/atom+xml; charset=utf-8',
  },
  readFeed,
  () => ({ tables: new DynamoTables(), origin: setting('SITE_ORIGIN') }),
);
