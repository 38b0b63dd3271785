/** GET /api/desk/objections: the objections that lie with the caller's department, or that it has answered. */
import type { Refusal } from '../../shared/api/problem.ts';
import { ObjectionsQuery } from '../../shared/objections/calls.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import { http, type Request } from '../aws/http.ts';
import { isPlace, objectionsPage } from '../aws/objection-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function listObjections(
  { query, officer }: Request<undefined, undefined, ObjectionsQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const { state, limit, cursor } = query;
  const after = cursor && decodeCursor(cursor);
  if (after !== undefined && !isPlace(after))
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const page = await objectionsPage(tables, officer.department, state, limit, after);
  return ok({
    answer: { objections: page.found, ...(page.next && { cursor: encodeCursor(page.next) }) },
  });
}

export const handler = http(
  { call: 'GET /api/desk/objections', query: ObjectionsQuery, staff: officerOf },
  listObjections,
  () => ({ tables: new DynamoTables() }),
);
