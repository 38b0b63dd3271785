/** What the desk sees of an objection, and what its objector sees. */
import type { Instant } from '../time.ts';
import { offersOf } from './actions.ts';
import type { ObjectionOfficer } from './lifecycle.ts';
import { objectionInList } from './list-view.ts';
import type { Objection, ObjectionEvent } from './objection.ts';
import { remedied, type PublicSide } from './outcome.ts';

/**
 * The objection with its whole way, and what this caller may do about it now.
 * @param penaltyId - of the penalty behind the record, where it is one and known
 */
export function objectionForDesk(
  objection: Objection,
  events: readonly ObjectionEvent[],
  { side, penaltyId }: { readonly side: PublicSide | undefined; readonly penaltyId?: string },
  caller: ObjectionOfficer,
  at: Instant,
) {
  const { words, hasContact, answer } = objection;
  const title = side?.state === 'public' ? side.record.title : undefined;
  const outcome = remedied(objection, side);
  return {
    ...objectionInList(objection),
    version: objection.version,
    words,
    ...(hasContact && { hasContact }),
    ...(answer && { answer }),
    ...(title !== undefined && { title }),
    isPublic: side?.state === 'public',
    ...(penaltyId !== undefined && { penaltyId }),
    ...(outcome && { outcome }),
    offers: offersOf(objection, caller, at),
    events,
  };
}
