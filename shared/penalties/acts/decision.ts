/** Review, discussion and the decision itself, or another end (行政处罚法 57 to 60, 27). */
import {
  aggravationOf,
  hearingIsOpen,
  holdsEvidence,
  mayBeCrime,
  needsDiscussion,
} from '../gates.ts';
import { takesLicence } from '../licences.ts';
import { fitsSimpleProcedure, type Penalty } from '../penalty.ts';
import { latest, law, type ActOf } from './act.ts';

const lastWord = ({ servedOn, defence, hearing }: Penalty) =>
  latest(servedOn, defence?.on, hearing?.on);

export const review: ActOf<'review'> = {
  role: 'reviewer',
  basis: law('58'),
  day: ({ on }) => on,
  notBefore: lastWord,
  notBy: ({ proposedBy }) => [proposedBy],
  bar: (penalty) => (hearingIsOpen(penalty) ? { code: 'HEARING_OPEN' } : undefined),
  effect: (penalty, { opinion, on }, { by, on: today }) => ({
    ...penalty,
    reviewedBy: by,
    reviewedOn: on ?? today,
    ...(opinion !== undefined && { reviewOpinion: opinion }),
  }),
};

export const discuss: ActOf<'discuss'> = {
  role: 'approver',
  basis: law('57'),
  day: ({ heldOn }) => heldOn,
  notBefore: lastWord,
  effect: (penalty, { heldOn, participants, opinion }) => ({
    ...penalty,
    discussion: { heldOn, participants, opinion },
  }),
};

/** Who proposed may not decide, nor who reviewed. */
const notByTheOthers = ({ proposedBy, reviewedBy }: Penalty) => [proposedBy, reviewedBy];

export const sendBack: ActOf<'send-back'> = {
  role: 'approver',
  basis: law('57'),
  notBy: notByTheOthers,
};

export const decideIt: ActOf<'decide'> = {
  role: 'approver',
  basis: law('57、59'),
  day: ({ decidedOn }) => decidedOn,
  notBefore: (penalty) => latest(lastWord(penalty), penalty.discussion?.heldOn, penalty.reviewedOn),
  notBy: notByTheOthers,
  bar: (penalty) => {
    if (mayBeCrime(penalty)) return { code: 'CRIME_SUSPECTED' };
    if (needsDiscussion(penalty) && !penalty.discussion) return { code: 'DISCUSSION_MISSING' };
    return holdsEvidence(penalty) ? { code: 'EVIDENCE_HELD' } : undefined;
  },
  against: (penalty, { lighter }) => {
    const { procedure, party } = penalty.proposal;
    if (lighter && procedure === 'SIMPLE' && !fitsSimpleProcedure({ ...lighter, party }))
      return { code: 'SIMPLE_PROCEDURE_EXCEEDED' };
    const heavier = aggravationOf(penalty, lighter ?? penalty.proposal);
    return heavier && { code: 'AGGRAVATED', in: heavier };
  },
  effect: (penalty, { decisionNumber, decidedOn, lighter }, { by }) => ({
    ...penalty,
    ...(lighter && { proposal: decidedAs(penalty, lighter) }),
    decision: { decisionNumber, decidedOn, decidedBy: by },
  }),
};

function decidedAs({ proposal }: Penalty, lighter: Pick<Penalty['proposal'], 'kinds'>) {
  const { fineFen: _, confiscatedFen: _too, licences, ...rest } = proposal;
  return { ...rest, ...lighter, ...(licences && takesLicence(lighter.kinds) && { licences }) };
}

/** No penalty: slight and put right (33), not proven (57), or too late (36). */
export const close: ActOf<'close'> = {
  role: 'approver',
  basis: law('33、36、57'),
  day: ({ on }) => on,
  notBy: ({ proposedBy }) => [proposedBy],
  bar: (penalty) => {
    if (mayBeCrime(penalty)) return { code: 'CRIME_SUSPECTED' };
    return holdsEvidence(penalty) ? { code: 'EVIDENCE_HELD' } : undefined;
  },
  effect: (penalty, { on, ground, reason }) => ({ ...penalty, closure: { on, ground, reason } }),
};

const ofCrimes = `${law('27')}，《行政执法机关移送涉嫌犯罪案件的规定》第3、5、11条`;

export const suspectCrime: ActOf<'suspect-crime'> = {
  role: 'officer',
  basis: ofCrimes,
  bar: (penalty) => (mayBeCrime(penalty) ? { code: 'DONE_ALREADY' } : undefined),
  effect: (penalty, { reason }, { by, at }) => ({ ...penalty, suspicion: { reason, by, at } }),
};

/** Not a crime after all, as the head sees it; who raised it may not settle it. */
export const clearSuspicion: ActOf<'clear-suspicion'> = {
  role: 'approver',
  basis: ofCrimes,
  notBy: ({ proposedBy, suspicion }) => [proposedBy, suspicion?.by],
  bar: (penalty) => (mayBeCrime(penalty) ? undefined : { code: 'NO_SUSPICION' }),
  effect: (penalty) => {
    const { suspicion: _, proposal, ...rest } = penalty;
    const { suspectedCrime: _too, ...cleared } = proposal;
    return { ...rest, proposal: cleared };
  },
};

export const transferCrime: ActOf<'transfer-crime'> = {
  role: 'approver',
  basis: ofCrimes,
  day: ({ on }) => on,
  notBy: ({ proposedBy }) => [proposedBy],
  bar: (penalty) => (mayBeCrime(penalty) ? undefined : { code: 'NO_SUSPICION' }),
  effect: (penalty, { on, reference }) => ({ ...penalty, crimeTransfer: { on, reference } }),
};
