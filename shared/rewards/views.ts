/** What the desk sees of a claim. */
import type { Instant } from '../time.ts';
import type { RewardClaim, RewardEvent } from './claim.ts';
import { conditionCodes, conditions, seriousGrounds } from './eligibility.ts';
import type { RewardOfficer } from './lifecycle.ts';
import { rewardInList } from './list-view.ts';
import { refusalGrounds } from './refusal-grounds.ts';
import { schemes } from './schemes.ts';
import { actsOf, stepsOf } from './steps.ts';

/** The claim with its whole way, and what this caller may do about it now. */
export function rewardForDesk(
  claim: RewardClaim,
  events: readonly RewardEvent[],
  caller: RewardOfficer,
  at: Instant,
) {
  const { basis, base, onlySerious, ratesAreLocal, grades, capFen } = schemes[claim.scheme];
  return {
    ...claim,
    ...rewardInList(claim),
    terms: {
      ...{ basis, base, ratesAreLocal, grades, capFen },
      conditions: conditionCodes.map((code) => ({ code, ...conditions[code] })),
      serious: onlySerious ? seriousGrounds : [],
      refusalGrounds,
    },
    steps: stepsOf(claim),
    acts: actsOf(claim, caller, at),
    events,
  };
}
