/** An import as somebody of its department may have it. */
import type { Refusal } from '../../shared/api/problem.ts';
import { mayImport, type Import } from '../../shared/imports/import.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadImport } from '../aws/import-store.ts';
import type { Officer, Tables } from '../ports.ts';

/** Another department's import is as absent as one that never was. */
export async function ownImport(
  tables: Pick<Tables, 'get'>,
  importId: string,
  officer: Officer,
): Promise<Result<Import, Refusal>> {
  if (!mayImport(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  const found = await loadImport(tables, importId);
  if (found?.department !== officer.department) return err({ status: 404, code: 'NOT_FOUND' });
  return ok(found);
}
