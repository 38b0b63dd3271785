/** GET /api/desk/changes: what has changed in the department's worklist since a cursor, for systems that fetch by themselves. */
import { PageQuery } from '../../shared/api/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { plusSeconds } from '../../shared/time.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import { changesPage } from '../aws/worklist-store.ts';
import type { Outcome, Tables } from '../ports.ts';

/**
 * A change is shown once no earlier one can appear any more: a consumer lives five seconds after it has read its clock,
 * and an index follows its table within moments.
 */
const SETTLES_AFTER_SECONDS = 10;
const FROM_THE_BEGINNING = '0';

export async function listChanges(
  { query, officer, now }: Request<undefined, undefined, PageQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const after = query.cursor ? decodeCursor(query.cursor) : FROM_THE_BEGINNING;
  if (!/^(0|[\d:.TZ-]{24}#[\w-]+#\d+)$/.test(after))
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const settled = plusSeconds(now, -SETTLES_AFTER_SECONDS);
  const page = await changesPage(tables, officer.department, after, settled, query.limit);
  return ok({
    answer: {
      changes: page.changes.map(({ entry: { department: _, ...entry }, changedAt }) => ({
        ...entry,
        changedAt,
      })),
      cursor: encodeCursor(page.position),
      more: page.more,
    },
  });
}

export const handler = http(
  { call: 'GET /api/desk/changes', query: PageQuery, staff: officerOf },
  listChanges,
  () => ({ tables: new DynamoTables() }),
);
