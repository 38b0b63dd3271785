/** POST /api/desk/rewards/{claimNumber}/commands: assessment, approvals, refusal, notice, payment. */
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { RewardPath } from '../../shared/rewards/calls.ts';
import type { RewardClaim } from '../../shared/rewards/claim.ts';
import { maySee } from '../../shared/rewards/finance.ts';
import { decide, RewardCommand, type RewardRefusal } from '../../shared/rewards/lifecycle.ts';
import { mayOpenRegister } from '../../shared/rewards/register.ts';
import { rewardForDesk } from '../../shared/rewards/views.ts';
import { http, type Request } from '../aws/http.ts';
import { proveClaimant } from '../aws/reward-secret.ts';
import { claimWrites, loadClaim } from '../aws/reward-store.ts';
import { officerOf } from '../aws/staff.ts';
import { loadPenaltyAlone } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function actOnReward(
  { path, body, officer, now }: Request<RewardCommand, RewardPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!mayOpenRegister(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'officer' });
  const found = await loadClaim(tables, path.claimNumber);
  if (!found || !maySee(found.claim, officer.department))
    return err({ status: 404, code: 'NOT_FOUND' });
  const before = found.claim;
  const decision = decide(before, body, officer, now, await penaltyFen(tables, body, before));
  if (!decision.ok) return err(refusalOf(decision.error));
  if (body.type === 'record-payment') {
    const proof = await proveClaimant(tables, before.caseNumber, body.rewardSecret, now);
    if (!proof.ok) return err(refusalAtCounter(proof.error));
  }
  const { claim, event } = decision.value;
  return ok({
    answer: rewardForDesk(claim, [...found.events, event], officer, now),
    writes: claimWrites(claim, event, before),
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/rewards/{claimNumber}/commands',
    path: RewardPath,
    body: RewardCommand,
    staff: officerOf,
  },
  actOnReward,
  () => ({ tables: new DynamoTables() }),
);

/** What the named penalty took: one of this department that is decided and, where it came of a case, of this one. */
async function penaltyFen(
  tables: Tables,
  command: RewardCommand,
  { department, caseNumber }: RewardClaim,
): Promise<number | undefined> {
  if (command.type !== 'assess' || command.penaltyId === undefined) return undefined;
  const penalty = await loadPenaltyAlone(tables, command.penaltyId);
  if (penalty?.department !== department || penalty.status !== 'decided') return undefined;
  const { caseNumber: origin, fineFen = 0, confiscatedFen = 0 } = penalty.proposal;
  return origin === undefined || origin === caseNumber ? fineFen + confiscatedFen : undefined;
}

const refusalOf = (refusal: RewardRefusal): Refusal => ({
  status: refusal.code === 'ROLE_MISSING' || refusal.code === 'NOT_YOUR_DEPARTMENT' ? 403 : 409,
  ...refusal,
});

/** The claim is there, so a secret that proves nothing is no missing page. */
const refusalAtCounter = (refusal: Refusal): Refusal =>
  refusal.status === 404 ? { status: 409, code: 'SECRET_WRONG' } : refusal;
