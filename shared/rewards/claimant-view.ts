/** What its claimant sees of a claim. Nobody else outside sees anything, and public bundles carry nothing of the desk. */
import type { RewardClaim } from './claim.ts';

/** No officer, no amount before the notice, and a refusal's words. */
export function rewardForClaimant(claim: RewardClaim) {
  const { claimNumber, itemNumber, scheme, status, notice, assessment, refusal, payment } = claim;
  const isTold = notice !== undefined;
  return {
    ...{ claimNumber, itemNumber, scheme },
    status: isTold || refusal ? status : ('inReview' as const),
    ...(isTold && { amountFen: assessment?.award.amountFen, collectBy: notice.collectBy }),
    ...(payment && { paidOn: payment.paidOn }),
    ...(refusal && { refusal: { ground: refusal.ground, text: refusal.text } }),
  };
}
