/** GET /api/desk/rewards/{claimNumber}: a claim with its way, its amount explained, and what the caller may do about it. */
import { RewardPath } from '../../shared/rewards/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { maySee } from '../../shared/rewards/finance.ts';
import { mayOpenRegister } from '../../shared/rewards/register.ts';
import { rewardForDesk } from '../../shared/rewards/views.ts';
import { http, type Request } from '../aws/http.ts';
import { loadClaim } from '../aws/reward-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function readReward(
  { path, officer, now }: Request<undefined, RewardPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!mayOpenRegister(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'officer' });
  const found = await loadClaim(tables, path.claimNumber);
  if (!found || !maySee(found.claim, officer.department))
    return err({ status: 404, code: 'NOT_FOUND' });
  return ok({ answer: rewardForDesk(found.claim, found.events, officer, now) });
}

export const handler = http(
  { call: 'GET /api/desk/rewards/{claimNumber}', path: RewardPath, staff: officerOf },
  readReward,
  () => ({ tables: new DynamoTables() }),
);
