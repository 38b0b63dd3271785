/** POST /api/track/rewards: the holder of receipt and secret claims the reward for an item that is concluded. */
import { randomBytes } from 'node:crypto';
import { RewardClaimRequest } from '../../shared/rewards/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { aggregateId, randomBytesFor } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { RewardClaim } from '../../shared/rewards/claim.ts';
import { rewardForClaimant } from '../../shared/rewards/claimant-view.ts';
import { itemToClaim } from '../../shared/rewards/claiming.ts';
import { schemes } from '../../shared/rewards/schemes.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { http, type Request } from '../aws/http.ts';
import { claimsOfCase, newClaimWrites } from '../aws/reward-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Chance, Outcome, Tables } from '../ports.ts';
import { caseOfClaimant } from './claimant.ts';

interface Deps extends Chance {
  readonly tables: Tables;
}

export async function claimReward(
  { body, now }: Request<RewardClaimRequest, undefined, undefined>,
  { tables, randomBytes }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const file = await caseOfClaimant(tables, body, now);
  if (!file.ok) return file;
  const { caseNumber } = file.value.head;
  const claimed = (await claimsOfCase(tables, caseNumber)).map(({ itemNumber }) => itemNumber);
  const found = itemToClaim(file.value, claimed, body.itemNumber);
  if (!found.ok) return err({ status: 409, code: found.error.code });
  const { item, scheme } = found.value;
  const random = randomBytes(randomBytesFor.recordId);
  const claim: RewardClaim = {
    claimNumber: aggregateId('R', dateInShanghai(now), random),
    version: 1,
    department: schemes[scheme].department,
    ...{ caseNumber, itemNumber: item.itemNumber, scheme },
    claimedAt: now,
    status: 'claimed',
  };
  return ok({ answer: rewardForClaimant(claim), writes: newClaimWrites(claim) });
}

export const handler = http(
  { call: 'POST /api/track/rewards', body: RewardClaimRequest, status: 201 },
  claimReward,
  () => ({ tables: new DynamoTables(), randomBytes }),
);
