/** What the public would read, were a penalty decided as it stands: the same rule and the same door that publish it. */
import {
  publicationOfPenalty,
  type Publication,
} from '../../../../../shared/disclosure/publication.ts';
import type { PenaltyRecord } from '../../../../../shared/disclosure/record.ts';
import { publicPenalty } from '../../../../../shared/disclosure/redact.ts';
import type { Penalty } from '../../../../../shared/penalties/penalty.ts';
import { isDate, dateInShanghai, type Instant } from '../../../../../shared/time.ts';
import type { ShownPenalty } from './penalty-answers.ts';

export interface PublicPreview {
  readonly publication: Publication;
  /** Absent where nothing is for the public. */
  readonly record?: PenaltyRecord;
  /** Texts in which something was cut out. */
  readonly masked: readonly MaskedField[];
}

const maskedFields = ['decisionNumber', 'party', 'violation', 'facts', 'legalBasis'] as const;
export type MaskedField = (typeof maskedFields)[number];

/** As far as it is typed already. */
export interface Drafted {
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly proposal: Penalty['proposal'];
}

/** @param at - now */
export function previewOf(shown: ShownPenalty, drafted: Drafted, at: Instant): PublicPreview {
  const today = dateInShanghai(at);
  const penalty = decidedAs(shown, drafted, today);
  const publication = publicationOfPenalty(penalty, today);
  const state = publicPenalty(penalty, at, today);
  if (state.state !== 'public' || state.record.kind !== 'penalty')
    return { publication, masked: [] };
  const { institution: _, ...record } = state.record; // it may have no page yet
  return { publication, record, masked: maskedIn(penalty, record) };
}

function decidedAs(
  shown: ShownPenalty,
  { decisionNumber, decidedOn, proposal }: Drafted,
  today: string,
): Penalty {
  const {
    events: _,
    steps: _s,
    acts: _a,
    deadlines: _d,
    warnings: _w,
    account: _c,
    ...rest
  } = shown;
  const day = isDate(decidedOn) && decidedOn <= today ? decidedOn : today;
  const number = decisionNumber.trim();
  return { ...rest, proposal, decision: { decisionNumber: number, decidedOn: day, decidedBy: '' } };
}

function maskedIn(
  { proposal, decision }: Penalty,
  {
    party,
    violation,
    facts,
    legalBasis,
    decisionNumber,
    removed = [],
  }: Omit<PenaltyRecord, 'institution'>,
): readonly MaskedField[] {
  const areFactsThere = removed.every(({ part }) => part !== 'facts');
  const changes: Readonly<Record<MaskedField, boolean>> = {
    decisionNumber: decisionNumber !== decision?.decisionNumber,
    party: party.name !== proposal.party.name,
    violation: violation !== proposal.violation,
    facts: areFactsThere && facts !== proposal.facts,
    legalBasis: legalBasis.join() !== proposal.legalBasis.join(),
  };
  return maskedFields.filter((field) => changes[field]);
}
