/** What the desk shows of a penalty: its line in a list, where it stands, what may come next, what its publication will be. */
import { isNoLongerPublic, publicationOfPenalty } from '../disclosure/publication.ts';
import { recordPath } from '../disclosure/record.ts';
import { transitions } from './lifecycle.ts';
import { dateInShanghai, type Instant } from '../time.ts';
import type { Penalty } from './penalty.ts';

/** @param at - now */
export function penaltyForDesk(penalty: Penalty, at: Instant) {
  const { penaltyId, status, version, proposal, decision, recordId } = penalty;
  const publication = decision && publicationOfPenalty(penalty, dateInShanghai(at));
  const hasPage =
    publication && (publication.outcome !== 'deny' || isNoLongerPublic(publication.reason));
  return {
    ...{ penaltyId, status, version },
    next: Object.keys(transitions[proposal.procedure][status]),
    ...(publication && { publication }),
    ...(hasPage && { path: recordPath(recordId) }),
  };
}

export function penaltyInList(penalty: Penalty, changedAt: Instant) {
  const { penaltyId, status, proposal, proposedBy } = penalty;
  const { procedure, party, violation, caseNumber } = proposal;
  return {
    ...{ penaltyId, status, procedure, party: party.name, violation, proposedBy, changedAt },
    ...(caseNumber && { caseNumber }),
  };
}
