/** The lawful way of a penalty as the desk shows it: every step with its basis, what is done, what comes next and who may. */
import { publicationOfPenalty } from '../disclosure/publication.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import {
  decide,
  roleFor,
  transitions,
  type PenaltyCommand,
  type PenaltyRefusal,
} from './lifecycle.ts';
import type { Penalty, PenaltyEvent, PenaltyProposal, PenaltyStatus } from './penalty.ts';

export type StepName =
  'propose' | 'notify' | 'defence' | 'hearing' | 'review' | 'decide' | 'publish';

export interface PenaltyStep {
  readonly step: StepName;
  /** Citation, in Chinese. */
  readonly basis: string;
  /** Two may be `next` at once: defence and hearing are waived in either order. */
  readonly state: 'done' | 'next' | 'ahead' | 'notRequired';
  readonly doneOn?: DateOnly;
  /** Subject of the officer's token; absent for what the system did. */
  readonly doneBy?: string;
  /** `system`: publication follows the decision by itself. */
  readonly role: string;
  /** May this caller take it now? */
  readonly mayAct: boolean;
  /** Why a step that is next is not for this caller; absent on publication, which is for nobody. */
  readonly why?: PenaltyRefusal['code'];
}

type Caller = Parameters<typeof decide>[2];
type Procedure = PenaltyProposal['procedure'];

/** 行政处罚法, 2021 text. */
const bases: Readonly<Record<StepName, string>> = {
  propose: '《行政处罚法》第42、54条',
  notify: '《行政处罚法》第44条',
  defence: '《行政处罚法》第45条',
  hearing: '《行政处罚法》第63、64条',
  review: '《行政处罚法》第58条',
  decide: '《行政处罚法》第57、59条',
  publish: '《行政处罚法》第48条，国办发〔2018〕118号',
};

const basesOfSimple: Partial<typeof bases> = {
  propose: '《行政处罚法》第42、51条',
  decide: '《行政处罚法》第51、52条',
};

const basisOf = (step: StepName, procedure: Procedure): string =>
  (procedure === 'SIMPLE' ? basesOfSimple[step] : undefined) ?? bases[step];

/** The command that takes a step; proposing made the penalty, publishing follows by itself. */
const commandOf = {
  notify: 'notify',
  defence: 'waive-defence',
  hearing: 'waive-hearing',
  review: 'review',
  decide: 'decide',
} as const satisfies Partial<Record<StepName, PenaltyCommand['type']>>;
type Commanded = keyof typeof commandOf;

const order: readonly Commanded[] = ['notify', 'defence', 'hearing', 'review', 'decide'];

/** What stands done in a state. By state and not by what is on file: a review may have sent it back to the beginning. */
const done: Readonly<Record<PenaltyStatus, readonly Commanded[]>> = {
  proposed: [],
  notified: ['notify'],
  'defence-waived': ['notify', 'defence'],
  'hearing-waived': ['notify', 'hearing'],
  cleared: ['notify', 'defence', 'hearing'],
  reviewed: ['notify', 'defence', 'hearing', 'review'],
  decided: order,
  withdrawn: order,
};

/**
 * @param publishedOn - since when the public can read it; absent while it cannot
 * @param at - now
 */
export function stepsOf(
  penalty: Penalty,
  events: readonly PenaltyEvent[],
  publishedOn: DateOnly | undefined,
  caller: Caller,
  at: Instant,
): readonly PenaltyStep[] {
  const { proposedAt, proposedBy, proposal } = penalty;
  const { procedure } = proposal;
  return [
    {
      ...{ step: 'propose', basis: basisOf('propose', procedure), state: 'done', role: 'officer' },
      ...{ doneOn: dateInShanghai(proposedAt), doneBy: proposedBy, mayAct: false },
    },
    ...order.map((step) => commanded(step, penalty, events, caller, at)),
    {
      ...{ step: 'publish', basis: basisOf('publish', procedure), role: 'system', mayAct: false },
      ...publication(penalty, publishedOn, at),
    },
  ];
}

function commanded(
  step: Commanded,
  penalty: Penalty,
  events: readonly PenaltyEvent[],
  caller: Caller,
  at: Instant,
): PenaltyStep {
  const { procedure } = penalty.proposal;
  const command = commandOf[step];
  const head = { step, basis: basisOf(step, procedure), role: roleFor[command], mayAct: false };
  if (!isRequired(step, procedure)) return { ...head, state: 'notRequired' };
  if (done[penalty.status].includes(step)) {
    const act = events.findLast(({ type }) => type === command);
    const doneOn = statedDay(step, penalty) ?? (act && dateInShanghai(act.at));
    return { ...head, state: 'done', ...(doneOn && { doneOn }), ...(act && { doneBy: act.by }) };
  }
  const isNext = Object.keys(transitions[procedure][penalty.status]).some(
    (allowed) => allowed.split(':')[0] === command,
  );
  if (!isNext) return { ...head, state: 'ahead' };
  const trial = decide(penalty, wellDated(step, dateInShanghai(at)), caller, at);
  return trial.ok
    ? { ...head, state: 'next', mayAct: true }
    : { ...head, state: 'next', why: trial.error.code };
}

/** Does the procedure know the step at all? */
const isRequired = (step: Commanded, procedure: Procedure): boolean =>
  Object.values(transitions[procedure]).some((from) =>
    Object.keys(from).some((allowed) => allowed.split(':')[0] === commandOf[step]),
  );

/** The day that the act itself bears, where it bears one. */
function statedDay(step: Commanded, penalty: Penalty): DateOnly | undefined {
  switch (step) {
    case 'notify':
      return penalty.servedOn;
    case 'defence':
      return penalty.defenceWaivedOn;
    case 'hearing':
      return penalty.hearingWaivedOn;
    case 'decide':
      return penalty.decision?.decidedOn;
    case 'review':
      return undefined;
  }
}

/** The command of a step with nothing wrong about it but, perhaps, who gives it. */
function wellDated(step: Commanded, today: DateOnly): PenaltyCommand {
  switch (step) {
    case 'notify':
      return { type: 'notify', servedOn: today };
    case 'defence':
      return { type: 'waive-defence', statedOn: today };
    case 'hearing':
      return { type: 'waive-hearing', statedOn: today };
    case 'review':
      return { type: 'review', outcome: 'pass' };
    case 'decide':
      return { type: 'decide', decisionNumber: '-', decidedOn: today };
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
