/** GET /api/search.csv: the newest thousand of what a question finds; complete files lie with the open data. */
import { SearchParameters } from '../../shared/api/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { summaryColumns } from '../../shared/disclosure/csv-columns.ts';
import { DATA_PATH } from '../../shared/disclosure/pages.ts';
import { summaryOf } from '../../shared/disclosure/record.ts';
import { ok, type Result } from '../../shared/result.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { search } from '../../shared/search/reader.ts';
import type { Fetch } from '../../shared/search/reading.ts';
import { http, type Request } from '../aws/http.ts';
import { S3Site } from '../aws/site.ts';
import type { Outcome } from '../ports.ts';
import { setting } from '../runtime.ts';
import { csvOf } from './csv.ts';
import { storedIndex } from './stored-index.ts';

const MOST_ROWS = 1_000;

export async function exportSearch(
  { query }: Request<undefined, undefined, SearchParameters>,
  { index, origin }: { readonly index: Fetch; readonly origin: string; readonly tables?: never },
): Promise<Result<Outcome<string>, Refusal>> {
  const asked = { ...parseQuery(query), page: 1 };
  const { records, total, exact } = await search(asked, index, { counted: [], perPage: MOST_ROWS });
  const text = csvOf(summaryColumns, records.map(summaryOf), origin);
  if (total <= records.length) return ok({ answer: text });
  const all = exact ? `共${total}条` : `最多${total}条`;
  const rest = `符合条件的记录${all}，本文件只有最新的${records.length}条；完整数据见 ${origin}${DATA_PATH}`;
  return ok({ answer: `${text}${rest}\r\n` });
}

export const handler = http(
  {
    call: 'GET /api/search.csv',
    query: SearchParameters,
    cacheSeconds: 60,
    contentType: 'text/csv; charset=utf-8',
  },
  exportSearch,
  () => ({ index: storedIndex(new S3Site()), origin: setting('SITE_ORIGIN') }),
);
