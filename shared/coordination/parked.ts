/** Urgent matters that lie at the coordinator because their body has no queue here: somebody has to pick up the telephone. */
import type { Addressee, Urgency } from '../complaints/categories.ts';
import { parkedBecause } from '../complaints/routing.ts';

/** The metric that the alarm watches and the desk shows. */
export const URGENT_PARKED = 'UrgentParkedItems';

interface AddressedItem {
  readonly urgency: Urgency;
  readonly lead: Addressee;
  readonly referrals: readonly { readonly parkedFor: readonly Addressee[] }[];
}

/** [design] P0 rings whoever it is held for; P1 when the body that should lead is not there. */
export function ringsWhileParked({ urgency, lead, referrals }: AddressedItem): boolean {
  if (referrals.every(({ parkedFor }) => parkedFor.length === 0)) return false;
  return urgency === 'P0' || (urgency === 'P1' && parkedBecause(lead) !== undefined);
}
