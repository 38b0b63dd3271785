/**
 * POST /api/desk/cases/{caseNumber}/openings: the sealed identity of a reporter, for an officer of who leads the case. That
 * it was handed out is written down first, for the reporter to read. Only the key of the department, which is in no
 * computer of ours, opens it.
 */
import { randomBytes } from 'node:crypto';
import type { Refusal } from '../../shared/api/problem.ts';
import { CasePath } from '../../shared/api/calls.ts';
import { decideOpening, OpeningRequest } from '../../shared/complaints/identity-opening.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadCase } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { openingWrite } from '../aws/opening-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import { sealedIdentityOf } from '../aws/vault-store.ts';
import type { Chance, Outcome, Tables } from '../ports.ts';

interface Deps extends Chance {
  readonly tables: Tables;
}

/** Enough that no two handings out of one millisecond are the same. */
const RANDOM_BYTES = 9;

export async function handOutIdentity(
  { path, body, officer, now }: Request<OpeningRequest, CasePath, undefined>,
  { tables, randomBytes }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const file = await loadCase(tables, path.caseNumber);
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  const opening = decideOpening(file, body, officer, now);
  if (!opening.ok) return err({ status: statusOf[opening.error.code], ...opening.error });
  const kept = await sealedIdentityOf(tables, path.caseNumber);
  if (!kept) return err({ status: 409, code: 'NO_IDENTITY' });
  const random = Buffer.from(randomBytes(RANDOM_BYTES)).toString('base64url');
  return ok({ answer: kept, writes: [openingWrite(path.caseNumber, opening.value, random)] });
}

export const handler = http(
  {
    call: 'POST /api/desk/cases/{caseNumber}/openings',
    path: CasePath,
    body: OpeningRequest,
    staff: officerOf,
  },
  handOutIdentity,
  () => ({ tables: new DynamoTables(), randomBytes }),
);

const statusOf = {
  NOT_FOUND: 404,
  ROLE_MISSING: 403,
  NOT_THE_LEAD: 403,
  NO_IDENTITY: 409,
} as const;
