/** What the desk sees of an objection, and what its objector sees. */
import type { Instant } from '../time.ts';
import { offersOf } from './actions.ts';
import type { ObjectionOfficer } from './lifecycle.ts';
import { objectionInList } from './list-view.ts';
import type { Objection, ObjectionEvent } from './objection.ts';
import { remedied, type PublicSide } from './outcome.ts';

/**
 * The objection with its whole way, and what this caller may do about it now.
 * @param about - `penaltyId`, `inspectionId`: of what stands behind the record, where it is known
 */
export function objectionForDesk(
  objection: Objection,
  events: readonly ObjectionEvent[],
  about: {
    readonly side: PublicSide | undefined;
    readonly penaltyId?: string;
    readonly inspectionId?: string;
  },
  caller: ObjectionOfficer,
  at: Instant,
) {
  const { words, hasContact, answer } = objection;
  const { side, penaltyId, inspectionId } = about;
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
    ...(inspectionId !== undefined && { inspectionId }),
    ...(outcome && { outcome }),
    offers: offersOf(objection, caller, at),
    events,
  };
}
