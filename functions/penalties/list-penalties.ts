/** GET /api/desk/penalties: the penalties of the caller's department, the latest change first. */
import type { Refusal } from '../../shared/api/problem.ts';
import { PenaltiesQuery } from '../../shared/api/calls.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { isPlace, penaltiesPage } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';
import { penaltyInList } from '../../shared/penalties/views.ts';

export async function listPenalties(
  { query, officer }: Request<undefined, undefined, PenaltiesQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const { state, limit, cursor } = query;
  const after = cursor && decodeCursor(cursor);
  if (after !== undefined && !isPlace(after))
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const page = await penaltiesPage(tables, officer.department, state, limit, after);
  return ok({
    answer: {
      penalties: page.found.map(({ value, changedAt }) => penaltyInList(value, changedAt)),
      ...(page.next && { cursor: encodeCursor(page.next) }),
    },
  });
}

export const handler = http(
  { call: 'GET /api/desk/penalties', query: PenaltiesQuery, staff: officerOf },
  listPenalties,
  () => ({ tables: new DynamoTables() }),
);
