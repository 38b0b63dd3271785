/**
 * What the clock does to a reward that waits to be collected: it tells the claimant at once, once more a week before the
 * last day, and lapses it when that day is well over (domain B.4; the terms stand with the schemes).
 */
import { dateInShanghai, plusDays, type DateOnly, type Instant } from '../time.ts';
import type { RewardClaim } from './claim.ts';
import type { RewardDecision } from './lifecycle.ts';

/** [design] */
const REMINDED_DAYS_BEFORE = 7;
/** [design] What was collected on the last day may be written down some days later. */
const DAYS_FOR_WRITING_DOWN = 3;

export interface Watched extends RewardDecision {
  readonly news: 'rewardWaiting' | 'rewardLapsed';
}

/** Undefined when there is nothing to do yet, or no more. */
export function watchReward(claim: RewardClaim, at: Instant): Watched | undefined {
  const { notice, status } = claim;
  const today = dateInShanghai(at);
  if (status !== 'notified' || !notice?.watchOn || today < notice.watchOn) return undefined;
  const version = claim.version + 1;
  const happened = { seq: version, at, byClock: true } as const;
  if (today >= lapsesOn(notice.collectBy))
    return {
      claim: { ...claim, status: 'lapsed', version },
      event: { ...happened, type: 'lapse' },
      news: 'rewardLapsed',
    };
  const watchOn = watchedAfter(today, notice.collectBy);
  return {
    claim: { ...claim, notice: { ...notice, watchOn }, version },
    event: { ...happened, type: 'remind' },
    news: 'rewardWaiting',
  };
}

const lapsesOn = (collectBy: DateOnly): DateOnly => plusDays(collectBy, DAYS_FOR_WRITING_DOWN + 1);

function watchedAfter(today: DateOnly, collectBy: DateOnly): DateOnly {
  const reminder = plusDays(collectBy, -REMINDED_DAYS_BEFORE);
  return today < reminder ? reminder : lapsesOn(collectBy);
}
