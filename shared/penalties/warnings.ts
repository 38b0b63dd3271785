/** What people should look at before they go on. Nothing here stops anybody: what must stop is a gate. */
import type { DateOnly } from '../time.ts';
import { deadlinesOf, limitOf } from './deadlines.ts';
import { filedOn } from './gates.ts';
import { lacksLicence } from './licences.ts';
import { accountOf } from './payment.ts';
import type { Penalty } from './penalty.ts';
import type { PenaltyProposal } from './proposal.ts';
import { rangeFindings, type RangeFinding } from './ranges.ts';

export type PenaltyWarning =
  | RangeFinding
  /** Found too late to be punished, unless it was found by somebody before (行政处罚法 36). */
  | { readonly code: 'LIMITATION_PASSED'; readonly until: DateOnly }
  /** No order to put it right (责令改正, 行政处罚法 28). */
  | { readonly code: 'RECTIFICATION_MISSING' }
  /** A licence is suspended or revoked, and it is not said which (双公示 field 20). */
  | { readonly code: 'LICENCE_MISSING' }
  /** Of the six contents of a decision (行政处罚法 59). */
  | { readonly code: 'CONTENTS_MISSING'; readonly missing: readonly DecisionContent[] }
  /** A deadline of the body or the party has passed. */
  | { readonly code: 'LATE'; readonly id: string; readonly dueOn: DateOnly }
  | { readonly code: 'SURCHARGE'; readonly surchargeFen: number };

/** 59: the party and its address; facts and evidence; kinds and basis; how and by when to perform; remedies; body and day. */
export const decisionContents = [
  'PARTY',
  'FACTS',
  'KINDS',
  'PERFORMANCE',
  'REMEDIES',
  'AUTHORITY',
] as const;
export type DecisionContent = (typeof decisionContents)[number];

/**
 * Which of the six contents a decision would lack. What the law itself says is never missing: fifteen days to pay at the
 * bank (67), sixty days for a review and six months for a suit; body and day come with the decision.
 */
export function missingContents({
  party,
  evidence,
  facts,
  kinds,
  legalBasis,
}: PenaltyProposal): readonly DecisionContent[] {
  return [
    ...(party.address === undefined ? (['PARTY'] as const) : []),
    ...(facts.length === 0 || evidence === undefined ? (['FACTS'] as const) : []),
    ...(kinds.length === 0 || legalBasis.length === 0 ? (['KINDS'] as const) : []),
  ];
}

/** Of a proposal, before there is a case. @param filed - the day the case is, or would be, opened */
export function proposalWarnings(
  proposal: PenaltyProposal,
  filed: DateOnly,
): readonly PenaltyWarning[] {
  const { violationEndedOn, discoveredOn = filed, didHarm = false, rectification } = proposal;
  const until = violationEndedOn && limitOf(violationEndedOn, didHarm);
  const missing = missingContents(proposal);
  return [
    ...rangeFindings(proposal),
    ...(until && discoveredOn > until ? [{ code: 'LIMITATION_PASSED', until } as const] : []),
    ...(rectification ? [] : [{ code: 'RECTIFICATION_MISSING' } as const]),
    ...licenceMissing(proposal),
    ...(missing.length > 0 ? [{ code: 'CONTENTS_MISSING', missing } as const] : []),
  ];
}

const licenceMissing = (proposal: PenaltyProposal): readonly PenaltyWarning[] =>
  lacksLicence(proposal) ? [{ code: 'LICENCE_MISSING' }] : [];

/** @param publishedOn - since when the public can read it @param on - today */
export function penaltyWarnings(
  penalty: Penalty,
  publishedOn: DateOnly | undefined,
  on: DateOnly,
): readonly PenaltyWarning[] {
  const isOpen = !penalty.decision && !penalty.closure && !penalty.crimeTransfer;
  const late = deadlinesOf(penalty, publishedOn).filter(
    ({ id, dueOn, stoppedOn }) => !rights.includes(id) && (stoppedOn ?? on) > dueOn,
  );
  const { surchargeFen, surchargePaidFen } = accountOf(penalty, on);
  return [
    ...(isOpen ? proposalWarnings(penalty.proposal, filedOn(penalty)) : []),
    ...(penalty.status === 'decided' ? licenceMissing(penalty.proposal) : []),
    ...late.map(({ id, dueOn }) => ({ code: 'LATE', id, dueOn }) as const),
    ...(surchargeFen > surchargePaidFen
      ? [{ code: 'SURCHARGE', surchargeFen: surchargeFen - surchargePaidFen } as const]
      : []),
  ];
}

/** The party's time, which may pass. */
const rights: readonly string[] = ['PN-DEFENCE', 'PN-HEAR-REQ'];
