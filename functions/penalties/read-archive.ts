/** GET /api/desk/penalties/{penaltyId}/archive: the list of the file's papers, and whether the record of acts is whole. */
import { PenaltyPath } from '../../shared/api/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { archiveOf, type PenaltyArchive } from '../../shared/penalties/archive.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { loadPenalty } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function readArchive(
  { path, officer }: Request<undefined, PenaltyPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<PenaltyArchive>, Refusal>> {
  const found = await loadPenalty(tables, path.penaltyId);
  if (found?.penalty.department !== officer.department)
    return err({ status: 404, code: 'NOT_FOUND' });
  return ok({ answer: archiveOf(found.penalty, found.events) });
}

export const handler = http(
  { call: 'GET /api/desk/penalties/{penaltyId}/archive', path: PenaltyPath, staff: officerOf },
  readArchive,
  () => ({ tables: new DynamoTables() }),
);
