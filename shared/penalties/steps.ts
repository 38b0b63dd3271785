/** The lawful way of a penalty as the desk shows it: every step with its basis, what is done, what comes next and who may. */
import { publicationOfPenalty } from '../disclosure/publication.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import { isPerformed } from './acts/after.ts';
import type { PenaltyCommandType } from './commands.ts';
import { hearingIsOpen, needsDiscussion } from './gates.ts';
import { hasHearingRight } from './hearing.ts';
import { actsIn, bars, basisFor, isKnownTo, roleFor, type ActingOn } from './lifecycle.ts';
import type { PenaltyRefusal } from './acts/act.ts';
import type { Penalty, PenaltyEvent, PenaltyProposal, PenaltyStatus } from './penalty.ts';

/** An act that the state allows, and what keeps the caller from it. */
export interface PossibleAct {
  readonly type: PenaltyCommandType;
  /** Citation, in Chinese. */
  readonly basis: string;
  readonly role: string;
  /** Absent: the caller may take it now. */
  readonly why?: PenaltyRefusal;
}

export interface PenaltyStep {
  readonly step: StepName;
  /** Citation, in Chinese. */
  readonly basis: string;
  /** Two may be `next` at once: defence and hearing are settled in either order. */
  readonly state: 'done' | 'next' | 'ahead' | 'notRequired';
  readonly doneOn?: DateOnly;
  /** Subject of the officer's token; absent for what the system did. */
  readonly doneBy?: string;
  /** `system`: publication follows the decision by itself. */
  readonly role: string;
  /** May this caller take it now, in one way or another? */
  readonly mayAct: boolean;
  /** Why a step that is next is not for this caller; absent on publication, which is for nobody. */
  readonly why?: PenaltyRefusal['code'];
}

/** The acts of each step, the usual one first; proposing made the penalty, publishing follows by itself. */
export const actsOfStep = {
  notify: ['notify'],
  defence: ['waive-defence', 'hear-defence', 'lapse-defence'],
  hearing: [
    ...(['waive-hearing', 'request-hearing', 'arrange-hearing', 'hold-hearing'] as const),
    ...(['give-up-hearing', 'lapse-hearing'] as const),
  ],
  review: ['review'],
  discuss: ['discuss'],
  decide: ['decide'],
  serve: ['serve'],
  perform: ['pay', 'execute', 'defer'],
  recheck: ['recheck'],
} as const satisfies Readonly<Record<string, readonly PenaltyCommandType[]>>;

type Commanded = keyof typeof actsOfStep;
export type StepName = 'propose' | Commanded | 'publish';

const beforePublication = ['notify', 'defence', 'hearing', 'review', 'discuss', 'decide'] as const;
const afterPublication = ['serve', 'perform', 'recheck'] as const;

/** What stands done in a state. By state and not by what is on file: a review may have sent it back to the beginning. */
const done: Readonly<Record<PenaltyStatus, readonly Commanded[]>> = {
  proposed: [],
  notified: ['notify'],
  defended: ['notify', 'defence'],
  'hearing-settled': ['notify', 'hearing'],
  'hearing-requested': ['notify'],
  'hearing-arranged': ['notify'],
  cleared: ['notify', 'defence', 'hearing'],
  reviewed: ['notify', 'defence', 'hearing', 'review'],
  decided: beforePublication,
  withdrawn: beforePublication,
  closed: [],
  transferred: [],
};

/**
 * @param publishedOn - since when the public can read it; absent while it cannot
 * @param at - now
 */
export function stepsOf(
  penalty: Penalty,
  events: readonly PenaltyEvent[],
  publishedOn: DateOnly | undefined,
  caller: ActingOn,
  at: Instant,
): readonly PenaltyStep[] {
  const { proposedAt, proposedBy, proposal } = penalty;
  const shown = (step: Commanded) => commanded(step, penalty, events, caller, at);
  return [
    {
      ...{ step: 'propose', basis: basisOfProposal(proposal), state: 'done', role: 'officer' },
      ...{ doneOn: dateInShanghai(proposedAt), doneBy: proposedBy, mayAct: false },
    },
    ...beforePublication.map(shown),
    {
      ...{ step: 'publish', basis: '《行政处罚法》第48条，国办发〔2018〕118号' },
      ...{ role: 'system', mayAct: false },
      ...publication(penalty, publishedOn, at),
    },
    ...afterPublication.map(shown),
  ];
}

/** Every act that the state allows, in the order in which a desk offers them. */
export const possibleActs = (
  penalty: Penalty,
  caller: ActingOn,
  at: Instant,
): readonly PossibleAct[] =>
  actsIn(penalty.proposal.procedure, penalty.status).map((type) => {
    const why = bars(penalty, type, caller, at);
    return { type, basis: basisFor(type), role: roleFor(type), ...(why && { why }) };
  });

const basisOfProposal = ({ procedure }: PenaltyProposal): string =>
  procedure === 'SIMPLE' ? '《行政处罚法》第42、51条' : '《行政处罚法》第42、54条';

function commanded(
  step: Commanded,
  penalty: Penalty,
  events: readonly PenaltyEvent[],
  caller: ActingOn,
  at: Instant,
): PenaltyStep {
  const { procedure } = penalty.proposal;
  const acts: readonly PenaltyCommandType[] = actsOfStep[step];
  const [usual] = actsOfStep[step];
  const basis =
    procedure === 'SIMPLE' && step === 'decide' ? '《行政处罚法》第51、52条' : basisFor(usual);
  const head = { step, basis, role: roleFor(usual), mayAct: false };
  const act = events.findLast(({ type }) => acts.some((name) => name === type));
  if (isDone(step, penalty, dateInShanghai(at)) && (act || step !== 'hearing')) {
    const doneOn = statedDay(step, penalty) ?? (act && dateInShanghai(act.at));
    return { ...head, state: 'done', ...(doneOn && { doneOn }), ...(act && { doneBy: act.by }) };
  }
  if (!isRequired(step, penalty)) return { ...head, state: 'notRequired' };
  const possible = acts.filter((type) => actsIn(procedure, penalty.status).includes(type));
  const barred = possible.map((type) => bars(penalty, type, caller, at));
  const waits = step === 'review' && hearingIsOpen(penalty);
  if (possible.length === 0 || waits) return { ...head, state: 'ahead' };
  const why = barred[0]?.code;
  return barred.some((bar) => !bar) || !why
    ? { ...head, state: 'next', mayAct: true }
    : { ...head, state: 'next', why };
}

/** By the state before the decision, by what was done after it. */
function isDone(step: Commanded, penalty: Penalty, on: DateOnly): boolean {
  switch (step) {
    case 'serve':
      return penalty.service !== undefined;
    case 'perform':
      return penalty.decision !== undefined && isPerformed(penalty, on);
    case 'recheck':
      return (penalty.rechecks?.length ?? 0) > 0;
    case 'discuss':
      return penalty.discussion !== undefined;
    case 'notify':
    case 'defence':
    case 'hearing':
    case 'review':
    case 'decide':
      return done[penalty.status].includes(step);
  }
}

/** Does the procedure know the step, and does this penalty need it? */
function isRequired(step: Commanded, penalty: Penalty): boolean {
  if (step === 'hearing') return hasHearingRight(penalty) || penalty.hearing !== undefined;
  if (step === 'discuss') return needsDiscussion(penalty);
  return isKnownTo(penalty.proposal.procedure, actsOfStep[step][0]);
}

/** The day that the act itself bears, where it bears one. */
function statedDay(step: Commanded, penalty: Penalty): DateOnly | undefined {
  switch (step) {
    case 'notify':
      return penalty.servedOn;
    case 'defence':
      return penalty.defence?.on;
    case 'hearing':
      return penalty.hearing?.on;
    case 'discuss':
      return penalty.discussion?.heldOn;
    case 'decide':
      return penalty.decision?.decidedOn;
    case 'serve':
      return penalty.service?.on;
    case 'perform':
      return penalty.executions?.at(-1)?.on ?? penalty.payments?.at(-1)?.on;
    case 'recheck':
      return penalty.rechecks?.at(-1)?.on;
    case 'review':
      return penalty.reviewedOn;
  }
}

function publication(
  penalty: Penalty,
  publishedOn: DateOnly | undefined,
  at: Instant,
): Pick<PenaltyStep, 'state' | 'doneOn'> {
  if (publishedOn) return { state: 'done', doneOn: publishedOn };
  if (!penalty.decision) return { state: 'ahead' };
  const { outcome } = publicationOfPenalty(penalty, dateInShanghai(at));
  return { state: outcome === 'deny' ? 'notRequired' : 'next' };
}
