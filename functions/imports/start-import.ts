/** POST /api/desk/imports: announces a file; its rows come in portions, and nothing is in before all of it is applied. */
import { randomBytes } from 'node:crypto';
import type { Refusal } from '../../shared/api/problem.ts';
import { aggregateId, randomBytesFor, randomCharacters } from '../../shared/ids.ts';
import {
  ImportRequest,
  importForDesk,
  mayImport,
  type Import,
} from '../../shared/imports/import.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { http, type Request } from '../aws/http.ts';
import { importWrite } from '../aws/import-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Chance, Outcome, Tables } from '../ports.ts';

interface Deps extends Chance {
  readonly tables: Tables;
}

export async function startImport(
  { body, officer, now, correlationId }: Request<ImportRequest, undefined, undefined>,
  { randomBytes }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!mayImport(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  const { kind, fileName, sha256, rows: total } = body;
  const staged: Import = {
    importId: aggregateId('M', dateInShanghai(now), randomBytes(randomBytesFor.recordId)),
    ...{ version: 1, kind, department: officer.department, fileName, sha256, total },
    ...{ by: officer.subject, at: now, state: 'staged', correlationId },
    seed: randomCharacters(randomBytes(SEED_BYTES)),
  };
  const answer = importForDesk(staged, { ok: 0, duplicate: 0, error: 0 }, now);
  return ok({ answer, writes: [importWrite(staged)] });
}

const SEED_BYTES = 26; // five bits each

export const handler = http(
  { call: 'POST /api/desk/imports', body: ImportRequest, staff: officerOf, status: 201 },
  startImport,
  () => ({ tables: new DynamoTables(), randomBytes }),
);
