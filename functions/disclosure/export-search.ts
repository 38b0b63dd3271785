/** GET /api/search.csv: the newest ten thousand of what a question finds; complete files lie with the open data. */
import { SearchParameters } from '../../shared/api/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { summaryColumns } from '../../shared/disclosure/csv-columns.ts';
import { DATA_PATH } from '../../shared/disclosure/pages.ts';
import { summaryOf } from '../../shared/disclosure/record.ts';
import { ok, type Result } from '../../shared/result.ts';
import { MOST_EXPORTED, parseQuery } from '../../shared/search/query.ts';
import { searchEitherScript } from '../../shared/search/either-script.ts';
import type { Fetch } from '../../shared/search/reading.ts';
import { simplified } from '../../shared/search/traditional.ts';
import { http, type Request } from '../aws/http.ts';
import { S3Site } from '../aws/site.ts';
import type { Outcome } from '../ports.ts';
import { setting } from '../runtime.ts';
import { csvOf } from './csv.ts';
import { storedIndex } from './stored-index.ts';

/** A function answers with six million bytes at most, and JSON takes some for itself. */
const MOST_BYTES = 5_500_000;

export async function exportSearch(
  { query }: Request<undefined, undefined, SearchParameters>,
  { index, origin }: { readonly index: Fetch; readonly origin: string; readonly tables?: never },
): Promise<Result<Outcome<string>, Refusal>> {
  const asked = { ...parseQuery(query), page: 1 };
  const { records, total, exact } = await searchEitherScript(asked, simplified, index, {
    counted: [],
    perPage: MOST_EXPORTED,
  });
  const rows = records.map(summaryOf);
  let text = csvOf(summaryColumns, rows, origin);
  while (Buffer.byteLength(text) > MOST_BYTES) {
    rows.length = Math.floor(rows.length * 0.9);
    text = csvOf(summaryColumns, rows, origin);
  }
  if (total <= rows.length) return ok({ answer: text });
  const all = exact ? `共${total}条` : `最多${total}条`;
  const rest = `符合条件的记录${all}，本文件只有最新的${rows.length}条；完整数据见 ${origin}${DATA_PATH}`;
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
