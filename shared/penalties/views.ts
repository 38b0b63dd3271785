/** What the desk shows of a penalty: where it stands, what may come next, and what its publication will be. */
import { publicationOf } from '../disclosure/publication.ts';
import { recordPath } from '../disclosure/record.ts';
import { transitions } from './lifecycle.ts';
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
