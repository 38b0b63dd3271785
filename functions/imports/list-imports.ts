/** GET /api/desk/imports: what the caller's department has read in, the latest first. */
import type { Refusal } from '../../shared/api/problem.ts';
import { PageQuery } from '../../shared/api/calls.ts';
import { mayImport, isOver } from '../../shared/imports/import.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import { http, type Request } from '../aws/http.ts';
import { importsPage, isImportPlace } from '../aws/import-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function listImports(
  { query, officer, now }: Request<undefined, undefined, PageQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!mayImport(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  const { limit, cursor } = query;
  const after = cursor && decodeCursor(cursor);
  if (after !== undefined && !isImportPlace(after))
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const page = await importsPage(tables, officer.department, limit, after);
  const imports = page.imports.map((one) => {
    const { importId, kind, fileName, total, at, imported } = one;
    const state = isOver(one, now) ? 'over' : one.state;
    return { importId, kind, fileName, total, at, state, imported };
  });
  return ok({ answer: { imports, ...(page.next && { cursor: encodeCursor(page.next) }) } });
}

export const handler = http(
  { call: 'GET /api/desk/imports', query: PageQuery, staff: officerOf },
  listImports,
  () => ({ tables: new DynamoTables() }),
);
