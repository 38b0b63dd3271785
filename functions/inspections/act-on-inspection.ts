/** POST /api/desk/inspections/{inspectionId}/commands: an inspection is corrected or withdrawn, and so is what the public reads. */
import type { Refusal } from '../../shared/api/problem.ts';
import { mendedBy } from '../../shared/inspections/announcing.ts';
import { InspectionCommand, InspectionPath } from '../../shared/inspections/calls.ts';
import { decide, type InspectionRefusal } from '../../shared/inspections/lifecycle.ts';
import { statusOf } from '../../shared/inspections/inspection.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { http, type Request } from '../aws/http.ts';
import { publicationWrite } from '../aws/outbox-store.ts';
import { officerOf } from '../aws/staff.ts';
import { inspectionWrites, loadActed } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function actOnInspection(
  { path, body, officer, now }: Request<InspectionCommand, InspectionPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await loadActed(tables, path.inspectionId);
  if (found?.inspection.department !== officer.department)
    return err({ status: 404, code: 'NOT_FOUND' });
  const decision = decide(found, body, officer, now);
  if (!decision.ok) return err(refusalOf(decision.error));
  const { inspection, events } = decision.value;
  const { inspectionId, version, correlationId } = inspection;
  const occasion = { at: now, correlationId };
  const dueOn = mendedBy(dateInShanghai(now));
  const announced = publicationWrite(`INSPECTION#${inspectionId}`, version, occasion, dueOn);
  return ok({
    correlationId,
    answer: { inspectionId, version, status: statusOf(inspection) },
    writes: events.length > 0 ? [...inspectionWrites(inspection, events), announced] : [],
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/inspections/{inspectionId}/commands',
    path: InspectionPath,
    body: InspectionCommand,
    staff: officerOf,
  },
  actOnInspection,
  () => ({ tables: new DynamoTables() }),
);

function refusalOf(refusal: InspectionRefusal): Refusal {
  switch (refusal.code) {
    case 'INVALID':
      return { status: 422, ...refusal };
    case 'ROLE_MISSING':
    case 'NOT_YOUR_DEPARTMENT':
      return { status: 403, ...refusal };
    case 'TRANSITION_NOT_ALLOWED':
    case 'CONFLICT':
    case 'NOTHING_NAMED':
      return { status: 409, ...refusal };
  }
}
