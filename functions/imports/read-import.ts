/** GET /api/desk/imports/{importId}/report: how an import stands, and what was found of each row, in the order of the file. */
import type { Refusal } from '../../shared/api/problem.ts';
import { PageQuery } from '../../shared/api/calls.ts';
import { importForDesk, ImportPath } from '../../shared/imports/import.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import { http, type Request } from '../aws/http.ts';
import { loadCounts, stagedRows } from '../aws/import-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';
import { ownImport } from './own-import.ts';

export async function readImport(
  { path, query, officer, now }: Request<undefined, ImportPath, PageQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await ownImport(tables, path.importId, officer);
  if (!found.ok) return found;
  const from = query.cursor === undefined ? 1 : Number(decodeCursor(query.cursor));
  if (!Number.isSafeInteger(from) || from < 1)
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const next = from + query.limit;
  const [counts, rows] = await Promise.all([
    loadCounts(tables, path.importId),
    stagedRows(tables, path.importId, from, next - 1),
  ]);
  return ok({
    answer: {
      import: importForDesk(found.value, counts, now),
      rows: rows.map(({ report }) => report),
      ...(next <= found.value.total && { cursor: encodeCursor(String(next)) }),
    },
  });
}

export const handler = http(
  {
    ...{ call: 'GET /api/desk/imports/{importId}/report', path: ImportPath, query: PageQuery },
    staff: officerOf,
  },
  readImport,
  () => ({ tables: new DynamoTables() }),
);
