/** What the desk shows of a penalty: its line in a list, where it stands, what may come next, what its publication will be. */
import { publicationOf } from '../disclosure/publication.ts';
import { recordPath } from '../disclosure/record.ts';
import { transitions } from './lifecycle.ts';
import type { Instant } from '../time.ts';
import type { Penalty } from './penalty.ts';

export function penaltyForDesk(penalty: Penalty) {
  const { penaltyId, status, version, department, proposal, decision, recordId } = penalty;
  const publication =
    decision &&
    publicationOf({ authority: department, ...proposal, decidedOn: decision.decidedOn });
  return {
    ...{ penaltyId, status, version },
    next: Object.keys(transitions[proposal.procedure][status]),
    ...(publication && { publication }),
    ...(publication?.outcome === 'publish' && { path: recordPath(recordId) }),
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
