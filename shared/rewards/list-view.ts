/** A claim's line in a list of the desk. */
import type { RewardClaim } from './claim.ts';
import { heldBy } from './finance.ts';

export function rewardInList(claim: RewardClaim) {
  const { claimNumber, caseNumber, itemNumber, scheme, status, claimedAt, department } = claim;
  const amountFen = claim.assessment?.award.amountFen;
  return {
    ...{ claimNumber, caseNumber, itemNumber, scheme, status, claimedAt, department },
    heldBy: heldBy(claim),
    ...(amountFen !== undefined && { amountFen }),
  };
}

export type RewardInList = ReturnType<typeof rewardInList>;
