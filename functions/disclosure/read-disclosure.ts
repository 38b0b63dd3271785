/** GET /api/disclosures/{id}: a public record, or 410 with date and reason when it was withdrawn. */
import type { Refusal } from '../../shared/api/problem.ts';
import { RecordPath } from '../../shared/api/calls.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadDisclosed } from '../aws/disclosure-store.ts';
import { http, type Request } from '../aws/http.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function readDisclosure(
  { path }: Request<undefined, RecordPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await loadDisclosed(tables, path.id);
  if (!found) return err({ status: 404, code: 'NOT_FOUND' });
  if (found.state === 'public') return ok({ answer: found.record });
  const { withdrawnAt, reason } = found.tombstone;
  return err({ status: 410, code: 'WITHDRAWN', withdrawnAt, reason });
}

export const handler = http(
  { call: 'GET /api/disclosures/{id}', path: RecordPath, cacheSeconds: 10 },
  readDisclosure,
  () => ({ tables: new DynamoTables() }),
);
