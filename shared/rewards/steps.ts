/** The lawful way of a claim as the desk shows it: what is done, what comes next, who may take it, and why not. */
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import type { Act, RewardClaim, RewardStatus } from './claim.ts';
import { leftForCounter, conditionCodes } from './eligibility.ts';
import {
  decide,
  roleFor,
  transitions,
  type RewardCommand,
  type RewardCommandType,
  type RewardOfficer,
  type RewardRefusal,
} from './lifecycle.ts';
import { schemes } from './schemes.ts';
import type { DepartmentCode } from '../departments/directory.ts';

export type RewardStepName = 'assess' | 'endorse' | 'approve' | 'notify' | 'pay';

export interface RewardStep {
  readonly step: RewardStepName;
  readonly state: 'done' | 'next' | 'ahead' | 'notReached';
  readonly role: string;
  /** Whose step it is. */
  readonly department: DepartmentCode;
  readonly doneOn?: DateOnly;
  readonly doneBy?: string;
}

/** A command that the state allows: whether this caller may give it, and else why not. */
export interface RewardAct {
  readonly type: RewardCommandType;
  readonly role: string;
  readonly mayAct: boolean;
  readonly why?: RewardRefusal['code'];
}

const order: readonly RewardStepName[] = ['assess', 'endorse', 'approve', 'notify', 'pay'];

const commandOf: Readonly<Record<RewardStepName, RewardCommandType>> = {
  assess: 'assess',
  endorse: 'approve',
  approve: 'approve',
  notify: 'notify',
  pay: 'record-payment',
};

/** The step that waits in a state; none where the claim has ended. */
const waiting: Readonly<Partial<Record<RewardStatus, RewardStepName>>> = {
  claimed: 'assess',
  assessed: 'endorse',
  endorsed: 'approve',
  approved: 'notify',
  notified: 'pay',
};

export function stepsOf(claim: RewardClaim): readonly RewardStep[] {
  const next = waiting[claim.status];
  return order.map((step) => {
    const act = actOf(step, claim);
    const joint = step === 'approve' && claim.assessment?.award.jointWithFinance;
    return {
      step,
      state: act ? 'done' : step === next ? 'next' : next ? 'ahead' : 'notReached',
      role: roleFor[commandOf[step]],
      department: act?.department ?? (joint ? 'FINANCE' : claim.department),
      ...(act && { doneOn: dateInShanghai(act.at), doneBy: act.by }),
    };
  });
}

/** Asked of `decide` itself, by a trial command with nothing wrong about it but, perhaps, who gives it and when. */
export const actsOf = (
  claim: RewardClaim,
  caller: RewardOfficer,
  at: Instant,
): readonly RewardAct[] =>
  (Object.keys(transitions[claim.status]) as RewardCommandType[]) // keys of the table are its commands
    .map((type) => {
      const trial = decide(claim, wellFormed(type, claim, dateInShanghai(at)), caller, at);
      const head = { type, role: roleFor[type] };
      return trial.ok
        ? { ...head, mayAct: true }
        : { ...head, mayAct: false, why: trial.error.code };
    });

function actOf(step: RewardStepName, claim: RewardClaim): Act | undefined {
  switch (step) {
    case 'assess':
      return claim.assessment;
    case 'endorse':
      return claim.firstApproval;
    case 'approve':
      return claim.secondApproval;
    case 'notify':
      return claim.notice;
    case 'pay':
      return claim.payment;
  }
}

function wellFormed(
  type: RewardCommandType,
  { scheme, assessment }: RewardClaim,
  today: DateOnly,
): RewardCommand {
  switch (type) {
    case 'assess': {
      const met = Object.fromEntries(conditionCodes.map((code) => [code, 'met'])) as Extract<
        RewardCommand,
        { type: 'assess' }
      >['conditions']; // every code of the list is there
      const serious = schemes[scheme].onlySerious ? ('CRIME_SUSPECTED' as const) : undefined;
      return { type, grade: 3, baseFen: 0, facts: '-', conditions: met, serious };
    }
    case 'approve':
    case 'notify':
    case 'lapse':
      return { type };
    case 'return':
      return { type, reason: '-' };
    case 'refuse':
      return { type, ground: 'OTHER', text: '-' };
    case 'record-payment': {
      const shown = assessment ? leftForCounter(assessment.eligibility) : [];
      return { type, paidOn: today, rewardSecret: '-', shown: [...shown] };
    }
  }
}
