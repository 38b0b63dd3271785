/** GET /api/desk/inspections: what the caller's department has inspected, the latest first. */
import type { Refusal } from '../../shared/api/problem.ts';
import { PageQuery } from '../../shared/api/calls.ts';
import { inspectionInList } from '../../shared/inspections/inspection.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { inspectionsPage, isPlace } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function listInspections(
  { query, officer }: Request<undefined, undefined, PageQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const { limit, cursor } = query;
  const after = cursor && decodeCursor(cursor);
  if (after !== undefined && !isPlace(after))
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const page = await inspectionsPage(tables, officer.department, limit, after);
  return ok({
    answer: {
      inspections: page.found.map(({ value }) => inspectionInList(value)),
      ...(page.next && { cursor: encodeCursor(page.next) }),
    },
  });
}

export const handler = http(
  { call: 'GET /api/desk/inspections', query: PageQuery, staff: officerOf },
  listInspections,
  () => ({ tables: new DynamoTables() }),
);
