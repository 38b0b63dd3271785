/** The gates before a decision, as questions; each cites its article of 行政处罚法 (2021). */
import type { DateOnly } from '../time.ts';
import { dateInShanghai } from '../time.ts';
import { hasHearingRight } from './hearing.ts';
import type { PenaltyKind } from './kinds.ts';
import type { Penalty } from './penalty.ts';
import { heavierIn, type Punishment } from './punishment.ts';

/** 54: the case was opened; where nobody says when, with the proposal, or with a notice that is older than it. */
export function filedOn({ proposal, proposedAt, servedOn }: Penalty): DateOnly {
  const proposedOn = dateInShanghai(proposedAt);
  const byNow = servedOn !== undefined && servedOn < proposedOn ? servedOn : proposedOn;
  return proposal.filedOn ?? byNow;
}

/** 42: at least two officers with certificates handle it. */
export const hasTwoHandlers = (certificates: readonly string[]): boolean =>
  new Set(certificates).size >= 2;

/** 43: declared recused, so he acts no more. */
export const isRecused = ({ recusals = [] }: Penalty, subject: string): boolean =>
  recusals.some(({ officer }) => officer === subject);

export const isRecusedCertificate = ({ recusals = [] }: Penalty, certificate: string): boolean =>
  recusals.some((recusal) => recusal.certificate === certificate);

/** 64: presided over by who has not investigated it, now or before. */
export const hasInvestigated = (
  { proposal, formerHandlers = [] }: Penalty,
  certificate: string,
): boolean => proposal.handlers.includes(certificate) || formerHandlers.includes(certificate);

/**
 * 45: whoever speaks out in his defence is not punished more heavily for it; and nobody is punished more heavily than the
 * notice told him (44).
 */
export const aggravationOf = ({ notified }: Penalty, later: Punishment) =>
  notified && heavierIn(later, notified);

/** 56: evidence is registered and preserved, and nothing is decided about it. */
export const holdsEvidence = ({ preserved = [] }: Penalty): boolean =>
  preserved.some(({ disposal }) => !disposal);

/** Loss of the licence, closure, a ban from the trade: grave enough to be major by its kind. [design] */
const majorKinds: readonly PenaltyKind[] = ['P33', 'P42', 'P43', 'P44'];

/** 57: a complex or major case is decided by the heads together. */
export function needsDiscussion({ proposal }: Penalty): boolean {
  const { circumstances = [], kinds, procedure } = proposal;
  const judged = circumstances.includes('MAJOR') || circumstances.includes('COMPLEX');
  return procedure === 'ORDINARY' && (judged || kinds.some((kind) => majorKinds.includes(kind)));
}

export type ReviewGround = 'PUBLIC_INTEREST' | 'HEARING_HELD' | 'MANY_RELATIONS' | 'OTHER_LAW';

/**
 * 58: why the law itself wants a legal review. Here every ordinary penalty is reviewed [design]: whether a case is
 * difficult is best said by who has read it.
 */
export function legalReviewGrounds({ proposal, hearing }: Penalty): readonly ReviewGround[] {
  const judged = (['PUBLIC_INTEREST', 'MANY_RELATIONS', 'OTHER_LAW'] as const).filter((ground) =>
    proposal.circumstances?.includes(ground),
  );
  return hearing?.state === 'HELD' ? ['HEARING_HELD', ...judged] : judged;
}

/** 63: a right to a hearing that is neither held nor given up. The states know when it is settled; `defended` leaves it open. */
export const hearingIsOpen = (penalty: Penalty): boolean =>
  penalty.status === 'defended' && hasHearingRight(penalty);

/** 27: what may be a crime is handed over, not fined. */
export const mayBeCrime = ({ proposal, suspicion }: Penalty): boolean =>
  proposal.suspectedCrime === true || suspicion !== undefined;
