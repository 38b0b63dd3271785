/** POST /api/desk/penalties: an officer proposes a penalty, out of a complaint or on the department's own finding. */
import { randomBytes } from 'node:crypto';
import type { Refusal } from '../../shared/api/problem.ts';
import { aggregateId, randomBytesFor, recordId } from '../../shared/ids.ts';
import {
  fitsSimpleProcedure,
  PenaltyProposal,
  type Penalty,
} from '../../shared/penalties/penalty.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { loadCase } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { penaltyWrites } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Chance, Officer, Outcome, Tables } from '../ports.ts';

interface Deps extends Chance {
  readonly tables: Tables;
}

export async function proposePenalty(
  { body, officer, now, correlationId }: Request<PenaltyProposal, undefined, undefined>,
  { tables, randomBytes }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!officer.roles.includes('officer'))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'officer' });
  if (body.procedure === 'SIMPLE' && !fitsSimpleProcedure(body))
    return err({ status: 409, code: 'SIMPLE_PROCEDURE_EXCEEDED' });
  const origin = await originOf(body, officer, tables, correlationId);
  if (!origin) return err({ status: 404, code: 'NOT_FOUND' });
  const { documents, ...proposal } = body;
  const penalty: Penalty = {
    penaltyId: aggregateId('P', dateInShanghai(now), randomBytes(randomBytesFor.recordId)),
    version: 1,
    department: officer.department,
    status: 'proposed',
    proposal,
    proposedBy: officer.subject,
    proposedAt: now,
    correlationId: origin,
    recordId: recordId(randomBytes(randomBytesFor.recordId)),
  };
  const { penaltyId, status } = penalty;
  const event = {
    ...{ seq: 1, at: now, type: 'propose', by: officer.subject, said: proposal },
    ...(documents && { documents }),
  };
  return ok({ answer: { penaltyId, status }, writes: penaltyWrites(penalty, event) });
}

export const handler = http(
  { call: 'POST /api/desk/penalties', body: PenaltyProposal, staff: officerOf, status: 201 },
  proposePenalty,
  () => ({ tables: new DynamoTables(), randomBytes }),
);

/** The correlation id it goes on with: of the complaint it refers to, which must be one referred to this department. */
async function originOf(
  { caseNumber, itemNumber }: PenaltyProposal,
  { department }: Officer,
  tables: Tables,
  ownId: string,
): Promise<string | undefined> {
  if (caseNumber === undefined) return ownId;
  const file = await loadCase(tables, caseNumber);
  const item = file?.items.find((candidate) => candidate.itemNumber === itemNumber);
  const referred = item?.referrals.some((referral) => referral.department === department);
  return referred ? file?.head.correlationId : undefined;
}
