/** POST /api/desk/imports/{importId}/commands: applies a file whole, or throws it away; one write decides. */
import type { Refusal } from '../../shared/api/problem.ts';
import {
  decideImport,
  ImportCommand,
  importForDesk,
  ImportPath,
} from '../../shared/imports/import.ts';
import { ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { importWrite, loadCounts } from '../aws/import-store.ts';
import { portionWrite } from '../aws/outbox-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';
import { ownImport } from './own-import.ts';

export async function actOnImport(
  { body, path, officer, now }: Request<ImportCommand, ImportPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await ownImport(tables, path.importId, officer);
  if (!found.ok) return found;
  const counts = await loadCounts(tables, path.importId);
  const decided = decideImport(found.value, counts, body, now);
  if (!decided.ok) return decided;
  const { importId, correlationId, state } = decided.value;
  return ok({
    correlationId,
    answer: importForDesk(decided.value, counts, now),
    writes: [
      importWrite(decided.value),
      ...(state === 'applying' ? [portionWrite(importId, 1, { at: now, correlationId })] : []),
    ],
  });
}

export const handler = http(
  {
    ...{ call: 'POST /api/desk/imports/{importId}/commands', path: ImportPath },
    ...{ body: ImportCommand, staff: officerOf },
  },
  actOnImport,
  () => ({ tables: new DynamoTables() }),
);
