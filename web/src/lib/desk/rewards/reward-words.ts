/** Names of states, steps, conditions and grounds of a reward, and why a step is not for somebody. */
import type { Award } from '../../../../../shared/rewards/amount.ts';
import type { RewardStatus } from '../../../../../shared/rewards/claim.ts';
import type {
  Answer,
  Condition,
  SeriousGround,
} from '../../../../../shared/rewards/eligibility.ts';
import type { RewardInList } from '../../../../../shared/rewards/list-view.ts';
import type { RefusalGround } from '../../../../../shared/rewards/refusal-grounds.ts';
import type { SchemeCode } from '../../../../../shared/rewards/schemes.ts';
import type { RewardState } from '../../../../../shared/rewards/states.ts';
import type { RewardAct, RewardStep, RewardStepName } from '../../../../../shared/rewards/steps.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { dateInText } from '#lib/figures.ts';
import { addresseeName } from '#lib/names.ts';
import type { ShownReward } from './reward-answers.ts';

// Texts are named one by one, so that a page carries no others to the browser.
const stateNames: Readonly<Record<RewardState, () => string>> = {
  open: m.rewards_state_open,
  closed: m.rewards_state_closed,
};
export const stateName = (state: RewardState): string => stateNames[state]();

const statusNames: Readonly<Record<RewardStatus, () => string>> = {
  claimed: m.rewards_status_claimed,
  assessed: m.rewards_status_assessed,
  endorsed: m.rewards_status_endorsed,
  approved: m.rewards_status_approved,
  notified: m.rewards_status_notified,
  paid: m.rewards_status_paid,
  lapsed: m.rewards_status_lapsed,
  refused: m.rewards_status_refused,
};
export const statusName = ({ status, heldBy }: Pick<RewardInList, 'status' | 'heldBy'>): string =>
  heldBy === 'FINANCE' ? m.rewards_at_finance() : statusNames[status]();

export const statusKind = (status: RewardStatus): 'good' | 'neutral' | 'info' =>
  status === 'paid' ? 'good' : status === 'lapsed' || status === 'refused' ? 'neutral' : 'info';

const schemeNames: Readonly<Record<SchemeCode, () => string>> = {
  MARKET_2021: m.rewards_scheme_MARKET_2021,
  MEDINS_2022: m.rewards_scheme_MEDINS_2022,
  HEALTH_LOCAL: m.rewards_scheme_HEALTH_LOCAL,
};
export const schemeName = (scheme: SchemeCode): string => schemeNames[scheme]();

const stepNames: Readonly<Record<RewardStepName, () => string>> = {
  assess: m.rewards_step_assess,
  endorse: m.rewards_step_endorse,
  approve: m.rewards_step_approve,
  notify: m.rewards_step_notify,
  pay: m.rewards_step_pay,
};
export const stepName = (step: RewardStepName): string => stepNames[step]();

const stepStateNames: Readonly<Record<RewardStep['state'], () => string>> = {
  done: m.rewards_is_done,
  next: m.rewards_is_next,
  ahead: m.rewards_is_ahead,
  notReached: m.rewards_is_notReached,
};
export const stepStateName = (state: RewardStep['state']): string => stepStateNames[state]();

const roleNames: Readonly<Record<string, () => string>> = {
  officer: m.rewards_role_officer,
  approver: m.rewards_role_approver,
};
/** A role this window does not know yet is shown as it is. */
export const roleName = (role: string): string => roleNames[role]?.() ?? role;

/** Why the caller may not do what the state allows. */
export function whyNot({ why, role }: RewardAct, { heldBy, notice }: ShownReward): string {
  switch (why) {
    case 'SAME_PERSON':
      return m.rewards_why_SAME_PERSON();
    case 'JOINT_DECISION_NEEDED':
      return m.rewards_why_JOINT_DECISION_NEEDED();
    case 'NOT_YOUR_DEPARTMENT':
      return m.rewards_why_NOT_YOUR_DEPARTMENT({ department: addresseeName(heldBy) });
    case 'STILL_COLLECTABLE':
      return m.rewards_why_STILL_COLLECTABLE({ date: dateInText(notice?.collectBy ?? '') });
    default:
      return m.rewards_why_ROLE_MISSING({ role: roleName(role) });
  }
}

const conditionNames: Readonly<Record<Condition, () => string>> = {
  VERIFIED: m.rewards_condition_VERIFIED,
  FIRST_REPORTER: m.rewards_condition_FIRST_REPORTER,
  NATURAL_PERSON: m.rewards_condition_NATURAL_PERSON,
  NOT_STAFF: m.rewards_condition_NOT_STAFF,
  NOT_STATUTORY_REPORTER: m.rewards_condition_NOT_STATUTORY_REPORTER,
  NOT_INJURED_PARTY: m.rewards_condition_NOT_INJURED_PARTY,
  NOT_OFFENDER: m.rewards_condition_NOT_OFFENDER,
  NOT_PAID_BY_COMPETITOR: m.rewards_condition_NOT_PAID_BY_COMPETITOR,
};
export const conditionName = (condition: Condition): string => conditionNames[condition]();

const answerNames: Readonly<Record<Answer, () => string>> = {
  met: m.rewards_answer_met,
  notMet: m.rewards_answer_notMet,
  atCounter: m.rewards_answer_atCounter,
};
export const answerName = (answer: Answer): string => answerNames[answer]();

const seriousNames: Readonly<Record<SeriousGround, () => string>> = {
  CRIME_SUSPECTED: m.rewards_serious_CRIME_SUSPECTED,
  SUSPENSION: m.rewards_serious_SUSPENSION,
  CLOSURE: m.rewards_serious_CLOSURE,
  REVOCATION: m.rewards_serious_REVOCATION,
  LARGE_FINE: m.rewards_serious_LARGE_FINE,
};
export const seriousName = (ground: SeriousGround): string => seriousNames[ground]();

export function groundName(ground: RefusalGround): string {
  if (ground === 'NOT_SERIOUS') return m.rewards_ground_NOT_SERIOUS();
  if (ground === 'OTHER') return m.rewards_ground_OTHER();
  return m.rewards_ground_not({ condition: conditionName(ground) });
}

const setTexts: Readonly<Record<Award['setBy'], () => string>> = {
  SHARE: m.rewards_set_SHARE,
  FLOOR: m.rewards_set_FLOOR,
  CAP: m.rewards_set_CAP,
};
export const setText = (setBy: Award['setBy']): string => setTexts[setBy]();

export const baseName = (base: ShownReward['terms']['base']): string =>
  base === 'FINE' ? m.rewards_base_FINE() : m.rewards_base_CASE_VALUE();

/** 300 → `3`, 50 → `0.5`. */
export const percentOf = (basisPoints: number): string => String(basisPoints / 100);

const eventNames: Readonly<Record<string, () => string>> = {
  claim: m.rewards_event_claim,
  assess: m.rewards_event_assess,
  approve: m.rewards_event_approve,
  return: m.rewards_event_return,
  refuse: m.rewards_event_refuse,
  notify: m.rewards_event_notify,
  'record-payment': m.rewards_event_record_payment,
  remind: m.rewards_event_remind,
  lapse: m.rewards_event_lapse,
};
export const eventName = (type: string): string => eventNames[type]?.() ?? type;

const problemTexts: Readonly<Record<string, () => string>> = {
  UNKNOWN_PENALTY: m.rewards_problem_UNKNOWN_PENALTY,
  BASE_MISSING: m.rewards_problem_BASE_MISSING,
  NOT_ELIGIBLE: m.rewards_problem_NOT_ELIGIBLE,
  CONDITIONS_NOT_SHOWN: m.rewards_problem_CONDITIONS_NOT_SHOWN,
  SECRET_WRONG: m.rewards_problem_SECRET_WRONG,
  TOO_MANY_ATTEMPTS: m.rewards_problem_TOO_MANY_ATTEMPTS,
  STILL_COLLECTABLE: m.rewards_problem_STILL_COLLECTABLE,
  JOINT_DECISION_NEEDED: m.rewards_problem_JOINT_DECISION_NEEDED,
  DATE_OUT_OF_ORDER: m.rewards_problem_DATE_OUT_OF_ORDER,
};
/** Undefined for what every page of the desk has words for. */
export const rewardProblem = (code: string): string | undefined => problemTexts[code]?.();
