/** POST /api/track/rewards/status: what can be claimed in a case, and what has become of the claims. */
import { RewardProof } from '../../shared/rewards/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { ok, type Result } from '../../shared/result.ts';
import { rewardForClaimant } from '../../shared/rewards/claimant-view.ts';
import { rewardableItems } from '../../shared/rewards/claiming.ts';
import { http, type Request } from '../aws/http.ts';
import { claimsOfCase } from '../aws/reward-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';
import { caseOfClaimant } from './claimant.ts';

export async function followReward(
  { body, now }: Request<RewardProof, undefined, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const file = await caseOfClaimant(tables, body, now);
  if (!file.ok) return file;
  const claims = await claimsOfCase(tables, file.value.head.caseNumber);
  const items = rewardableItems(file.value).map(
    ({ item: { itemNumber, categories }, scheme, state }) => {
      const claim = claims.find((one) => one.itemNumber === itemNumber);
      return {
        itemNumber,
        categories,
        scheme,
        state,
        ...(claim && { claim: rewardForClaimant(claim) }),
      };
    },
  );
  return ok({ answer: { items } });
}

export const handler = http(
  { call: 'POST /api/track/rewards/status', body: RewardProof },
  followReward,
  () => ({ tables: new DynamoTables() }),
);
