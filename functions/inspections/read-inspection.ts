/** GET /api/desk/inspections/{inspectionId}: an inspection of the caller's department, every act on it, and what the public reads. */
import type { Refusal } from '../../shared/api/problem.ts';
import { InspectionPath } from '../../shared/inspections/calls.ts';
import type { Inspection } from '../../shared/inspections/inspection.ts';
import { inspectionForDesk, type PublicStanding } from '../../shared/inspections/views.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadDisclosed } from '../aws/disclosure-store.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { loadActed } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function readInspection(
  { path, officer }: Request<undefined, InspectionPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await loadActed(tables, path.inspectionId);
  if (found?.inspection.department !== officer.department)
    return err({ status: 404, code: 'NOT_FOUND' });
  const standing = await publicStanding(found.inspection, tables);
  return ok({ answer: inspectionForDesk(found, standing, officer) });
}

export const handler = http(
  { call: 'GET /api/desk/inspections/{inspectionId}', path: InspectionPath, staff: officerOf },
  readInspection,
  () => ({ tables: new DynamoTables() }),
);

async function publicStanding(
  { recordId }: Inspection,
  tables: Tables,
): Promise<PublicStanding | undefined> {
  const disclosed = await loadDisclosed(tables, recordId);
  if (!disclosed) return undefined;
  if (disclosed.state === 'withdrawn') return { state: 'withdrawn' };
  const { publishedOn, corrections = [] } = disclosed.record;
  return { state: 'public', publishedOn, corrections: corrections.length };
}
