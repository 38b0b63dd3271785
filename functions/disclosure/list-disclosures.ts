/** GET /api/disclosures: public records, newest first, by kind, department, institution, date and words. */
import type { Refusal } from '../../shared/api/problem.ts';
import { DisclosureQuery } from '../../shared/api/calls.ts';
import { matches } from '../../shared/disclosure/matching.ts';
import { recordKinds, summaryOf, type PublicRecord } from '../../shared/disclosure/record.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai, monthOf } from '../../shared/time.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import {
  behind,
  monthsOf,
  recordsOfInstitution,
  recordsOfMonth,
  type Place,
  type RecordPage,
} from '../aws/disclosure-store.ts';
import { http, type Request } from '../aws/http.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, QueryOptions, Tables } from '../ports.ts';

type Query = DisclosureQuery;

const MOST_ROWS_READ = 1_000; // per call; a cursor leads on even when nothing matched so far

export async function listDisclosures(
  { query }: Request<undefined, undefined, Query>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const after = query.cursor ? placeOf(decodeCursor(query.cursor)) : undefined;
  if (query.cursor && !after)
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const found: PublicRecord[] = [];
  let read = 0;
  let last: PublicRecord | undefined;
  for await (const record of candidates(query, after, tables)) {
    if (found.length === query.limit || read === MOST_ROWS_READ) break;
    read++;
    last = record;
    if (matches(record, query)) found.push(record);
  }
  const full = found.length === query.limit || read === MOST_ROWS_READ;
  return ok({
    answer: {
      records: found.map(summaryOf),
      ...(full && last && { cursor: encodeCursor(`${last.kind}#${last.publishedAt}#${last.id}`) }),
    },
  });
}

export const handler = http(
  { call: 'GET /api/disclosures', query: DisclosureQuery, cacheSeconds: 10 },
  listDisclosures,
  () => ({ tables: new DynamoTables() }),
);

function placeOf(cursor: string): Place | undefined {
  const match = /^(penalty|inspection)#([\d:.TZ-]{24})#([0-9a-z]{10})$/.exec(cursor);
  if (!match) return undefined;
  const [, kind, publishedAt = '', id = ''] = match;
  return { kind: kind === 'penalty' ? 'penalty' : 'inspection', publishedAt, id };
}

async function* candidates(
  query: Query,
  after: Place | undefined,
  tables: Tables,
): AsyncGenerator<PublicRecord> {
  const { institution } = query;
  if (institution !== undefined) {
    const from = after && behind(after, institution);
    yield* paged((options) => recordsOfInstitution(tables, institution, options), from);
    return;
  }
  for (const { kind, month } of await monthsOfQuery(query, tables)) {
    const list = `${month}#${kind}`;
    const reached = after && `${monthOf(dateInShanghai(after.publishedAt))}#${after.kind}`;
    if (reached !== undefined && list > reached) continue;
    const from = after && list === reached ? behind(after) : undefined;
    yield* paged((options) => recordsOfMonth(tables, kind, month, options), from);
  }
}

/** Newest month first; within a month by kind, so that a cursor has one place to go on from. */
async function monthsOfQuery(query: Query, tables: Tables) {
  const kinds = recordKinds.filter((kind) => query.kind === undefined || query.kind === kind);
  const rows = (await Promise.all(kinds.map((kind) => monthsOf(tables, kind)))).flat();
  const months = rows.map(({ figures }) => figures);
  return months
    .filter(({ month }) => month >= (query.from ?? '').slice(0, 7))
    .filter(({ month }) => query.to === undefined || month <= query.to.slice(0, 7))
    .sort((a, b) => (`${a.month}#${a.kind}` < `${b.month}#${b.kind}` ? 1 : -1));
}

async function* paged(
  read: (options: QueryOptions) => Promise<RecordPage>,
  start: QueryOptions['from'],
): AsyncGenerator<PublicRecord> {
  let from = start;
  do {
    const page = await read(from ? { from } : {});
    yield* page.records;
    from = page.next;
  } while (from);
}
