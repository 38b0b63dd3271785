/** POST /api/desk/inspections: officers record what they found; who inspects publishes (Beibei plan 四（三）). */
import { randomBytes } from 'node:crypto';
import type { FieldError, Refusal } from '../../shared/api/problem.ts';
import { aggregateId, randomBytesFor, recordId } from '../../shared/ids.ts';
import { publicBy } from '../../shared/inspections/announcing.ts';
import { InspectionReport, type Inspection } from '../../shared/inspections/inspection.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { publicationWrite } from '../aws/outbox-store.ts';
import { inspectionWrites, loadInstitution } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Chance, Outcome, Tables } from '../ports.ts';

interface Deps extends Chance {
  readonly tables: Tables;
}

export async function recordInspection(
  { body, officer, now, correlationId }: Request<InspectionReport, undefined, undefined>,
  { tables, randomBytes }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!officer.roles.includes('officer'))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'officer' });
  const today = dateInShanghai(now);
  if (body.inspectedOn > today) return invalid({ field: 'inspectedOn', code: 'IN_FUTURE' });
  const { institution: given, ...report } = body;
  const institution =
    'id' in given ? await loadInstitution(tables, given.id) : institutionOf(given);
  if (!institution) return invalid({ field: 'institution.id', code: 'UNKNOWN_INSTITUTION' });
  const inspection: Inspection = {
    inspectionId: aggregateId('I', today, randomBytes(randomBytesFor.recordId)),
    version: 1,
    department: officer.department,
    institution,
    report,
    recordedBy: officer.subject,
    recordedAt: now,
    correlationId,
    recordId: recordId(randomBytes(randomBytesFor.recordId)),
  };
  const { inspectionId } = inspection;
  const publishBy = publicBy(body.inspectedOn);
  return ok({
    answer: { inspectionId, publishBy },
    writes: [
      ...inspectionWrites(inspection),
      publicationWrite(
        `INSPECTION#${inspectionId}`,
        inspection.version,
        { at: now, correlationId },
        publishBy,
      ),
    ],
  });
}

export const handler = http(
  { call: 'POST /api/desk/inspections', body: InspectionReport, staff: officerOf, status: 201 },
  recordInspection,
  () => ({ tables: new DynamoTables(), randomBytes }),
);

const invalid = (error: FieldError) =>
  err<Refusal>({ status: 422, code: 'INVALID', errors: [error] });
