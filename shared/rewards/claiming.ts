/** Which items of a case a reward can be claimed for, and which not yet. */
import { isOpen, type CaseFile, type CaseItem } from '../complaints/case-file.ts';

import { err, ok, type Result } from '../result.ts';
import { dateInShanghai } from '../time.ts';
import { schemeOfItem } from './scheme-of-item.ts';
import type { SchemeCode } from './schemes.ts';

/** NOT_YET: it is still worked on · CLAIMABLE · CLOSED: it ended without an answer on the matter. */
export type ClaimState = 'NOT_YET' | 'CLAIMABLE' | 'CLOSED';

export interface RewardableItem {
  readonly item: CaseItem;
  readonly scheme: SchemeCode;
  readonly state: ClaimState;
}

/** The items a scheme may reward. */
export function rewardableItems({ head, items }: CaseFile): readonly RewardableItem[] {
  const filedOn = dateInShanghai(head.filedAt);
  return items.flatMap((item) => {
    const scheme = schemeOfItem(item, filedOn);
    return scheme && item.referrals.length > 0 ? [{ item, scheme, state: stateOf(item) }] : [];
  });
}

export type ClaimRefusal = { readonly code: 'NOT_YET' | 'NO_REWARD' | 'ALREADY_CLAIMED' };

/**
 * The item to claim for: the one named, else the first that can be claimed. One claim per item.
 * @param claimed - numbers of the items that have a claim
 */
export function itemToClaim(
  file: CaseFile,
  claimed: readonly number[],
  itemNumber?: number,
): Result<RewardableItem, ClaimRefusal> {
  const asked = rewardableItems(file).filter(
    ({ item }) => itemNumber === undefined || item.itemNumber === itemNumber,
  );
  const unclaimed = asked.filter(({ item }) => !claimed.includes(item.itemNumber));
  const found = unclaimed.find(({ state }) => state === 'CLAIMABLE');
  if (found) return ok(found);
  if (unclaimed.some(({ state }) => state === 'NOT_YET')) return err({ code: 'NOT_YET' });
  return err({ code: asked.length > unclaimed.length ? 'ALREADY_CLAIMED' : 'NO_REWARD' });
}

function stateOf({ status }: CaseItem): ClaimState {
  if (status === 'concluded') return 'CLAIMABLE';
  return isOpen(status) ? 'NOT_YET' : 'CLOSED';
}
