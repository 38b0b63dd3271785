/**
 * The life of a claim, as a table and one function.
 *
 *   claimed ──assess──▶ assessed ──approve──▶ endorsed ──approve──▶ approved ──notify──▶ notified ──record-payment──▶ paid
 *      ▲                    │                     │                                          └──lapse──▶ lapsed
 *      └──────return────────┴─────────────────────┘
 *   refuse leads from claimed, assessed, endorsed and notified to refused
 *
 * Assessment and the two approvals are three persons. Where the scheme wants the finance bureau to decide too, the second
 * approval is its approver's (domain B.4).
 */
import * as v from 'valibot';
import { deadline } from '../clocks/clocks.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import { DateText, text } from '../fields.ts';
import { yuan } from '../money.ts';
import { err, ok, type Result } from '../result.ts';
import { dateInShanghai, plusMonths, type DateOnly, type Instant } from '../time.ts';
import { awardOf } from './amount.ts';
import type { Act, Assessment, RewardClaim, RewardEvent, RewardStatus } from './claim.ts';
import {
  answers,
  barsOf,
  conditionCodes,
  leftForCounter,
  seriousGrounds,
  type Bar,
  type Condition,
} from './eligibility.ts';
import { waitsForFinance } from './finance.ts';
import { refusalGrounds } from './refusal-grounds.ts';
import { grades, schemes } from './schemes.ts';

const Answers = v.strictObject(v.entriesFromList(conditionCodes, v.picklist(answers, 'INVALID')));

/** Fen; more than any case has ever been worth in a district. */
const BaseFen = v.pipe(
  v.number(),
  v.integer('INVALID'),
  v.minValue(0, 'INVALID'),
  v.maxValue(yuan(1_000_000_000), 'TOO_LARGE'),
);

export const RewardCommand = v.variant('type', [
  v.strictObject({
    type: v.literal('assess'),
    grade: v.picklist(grades, 'INVALID'),
    /** The penalty it rests on; its fine and confiscation are the base where the scheme counts those. */
    penaltyId: v.optional(v.pipe(v.string(), v.regex(/^P-\d{8}-[0-9A-Z]{10}$/, 'INVALID'))),
    baseFen: v.optional(BaseFen),
    facts: text(2_000),
    conditions: Answers,
    insider: v.optional(v.boolean()),
    serious: v.optional(v.picklist(seriousGrounds, 'INVALID')),
  }),
  v.strictObject({ type: v.literal('approve') }),
  /** Back to the assessor. The reason is for officers. */
  v.strictObject({ type: v.literal('return'), reason: text(500) }),
  /** The text is what the claimant reads. */
  v.strictObject({
    type: v.literal('refuse'),
    ground: v.picklist(refusalGrounds, 'INVALID'),
    text: text(500),
  }),
  /** From now on the claimant sees the amount and until when to come. */
  v.strictObject({ type: v.literal('notify') }),
  /** He has come, shown his secret, and shown what was left to be shown. */
  v.strictObject({
    type: v.literal('record-payment'),
    paidOn: DateText,
    rewardSecret: v.pipe(v.string(), v.maxLength(60, 'TOO_LONG')),
    shown: v.pipe(v.array(v.picklist(conditionCodes, 'INVALID')), v.maxLength(20, 'TOO_MANY')),
  }),
  v.strictObject({ type: v.literal('lapse') }),
]);
export type RewardCommand = v.InferOutput<typeof RewardCommand>;
export type RewardCommandType = RewardCommand['type'];

export const transitions: Readonly<
  Record<RewardStatus, Readonly<Partial<Record<RewardCommandType, RewardStatus>>>>
> = {
  claimed: { assess: 'assessed', refuse: 'refused' },
  assessed: { approve: 'endorsed', return: 'claimed', refuse: 'refused' },
  endorsed: { approve: 'approved', return: 'claimed', refuse: 'refused' },
  approved: { notify: 'notified' },
  notified: { 'record-payment': 'paid', lapse: 'lapsed', refuse: 'refused' },
  paid: {},
  lapsed: {},
  refused: {},
};

/** Which role takes which step. */
export const roleFor: Readonly<Record<RewardCommandType, 'officer' | 'approver'>> = {
  assess: 'officer',
  approve: 'approver',
  return: 'approver',
  refuse: 'approver',
  notify: 'officer',
  'record-payment': 'officer',
  lapse: 'officer',
};

export type RewardRefusal =
  | { readonly code: 'NOT_YOUR_DEPARTMENT' }
  | { readonly code: 'ROLE_MISSING'; readonly role: string }
  | {
      readonly code: 'TRANSITION_NOT_ALLOWED';
      readonly from: RewardStatus;
      readonly command: RewardCommandType;
    }
  /** The second approval is the finance bureau's. */
  | { readonly code: 'JOINT_DECISION_NEEDED' }
  | { readonly code: 'SAME_PERSON' }
  /** No such penalty of this department and case has been decided. */
  | { readonly code: 'UNKNOWN_PENALTY' }
  /** Neither the penalty nor the command tells what the share is of. */
  | { readonly code: 'BASE_MISSING' }
  | { readonly code: 'NOT_ELIGIBLE'; readonly bars: readonly Bar[] }
  | { readonly code: 'CONDITIONS_NOT_SHOWN'; readonly conditions: readonly Condition[] }
  | { readonly code: 'STILL_COLLECTABLE'; readonly collectBy: DateOnly }
  | { readonly code: 'DATE_OUT_OF_ORDER'; readonly notBefore: DateOnly | undefined };

/** Who acts, as his token says. */
export interface RewardOfficer {
  readonly subject: string;
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}

export interface RewardDecision {
  readonly claim: RewardClaim;
  readonly event: RewardEvent;
}

/**
 * Applies one command. That the secret of a payment is right its caller has checked.
 * @param at - instant of the act
 * @param penaltyFen - fine and confiscation of the penalty that an assessment names; undefined when there is none to go by
 */
export function decide(
  claim: RewardClaim,
  command: RewardCommand,
  officer: RewardOfficer,
  at: Instant,
  penaltyFen?: number,
): Result<RewardDecision, RewardRefusal> {
  const status = transitions[claim.status][command.type];
  if (!status)
    return err({ code: 'TRANSITION_NOT_ALLOWED', from: claim.status, command: command.type });
  const refusal = refusalByPerson(claim, command.type, officer);
  if (refusal) return err(refusal);
  const act: Act = { by: officer.subject, department: officer.department, at };
  const after = applied(claim, command, act, penaltyFen);
  if (!after.ok) return after;
  const version = claim.version + 1;
  return ok({
    claim: { ...after.value, status, version },
    event: {
      ...{ seq: version, at, type: command.type, by: officer.subject },
      ...(command.type === 'return' && { reason: command.reason }),
    },
  });
}

function refusalByPerson(
  claim: RewardClaim,
  type: RewardCommandType,
  { subject, department, roles }: RewardOfficer,
): RewardRefusal | undefined {
  const joint = waitsForFinance(claim);
  const isFinances = joint && department === 'FINANCE' && (type === 'approve' || type === 'return');
  if (department !== claim.department && !isFinances) return { code: 'NOT_YOUR_DEPARTMENT' };
  const role = roleFor[type];
  if (!roles.includes(role)) return { code: 'ROLE_MISSING', role };
  if (joint && type === 'approve' && !isFinances) return { code: 'JOINT_DECISION_NEEDED' };
  return isAnotherPerson(claim, type, subject) ? undefined : { code: 'SAME_PERSON' };
}

/** Who assessed neither approves nor refuses, and one approval is not two (design §6: four eyes, here six). */
function isAnotherPerson(
  { assessment, firstApproval }: RewardClaim,
  type: RewardCommandType,
  subject: string,
): boolean {
  if (type === 'refuse') return subject !== assessment?.by;
  if (type !== 'approve') return true;
  return subject !== assessment?.by && subject !== firstApproval?.by;
}

function applied(
  claim: RewardClaim,
  command: RewardCommand,
  act: Act,
  penaltyFen: number | undefined,
): Result<RewardClaim, RewardRefusal> {
  const today = dateInShanghai(act.at);
  switch (command.type) {
    case 'assess': {
      const assessment = assessed(claim, command, act, penaltyFen);
      return assessment.ok ? ok({ ...claim, assessment: assessment.value }) : assessment;
    }
    case 'approve':
      return ok({
        ...claim,
        ...(claim.firstApproval ? { secondApproval: act } : { firstApproval: act }),
      });
    case 'return': {
      const { claimNumber, version, department, caseNumber, itemNumber } = claim;
      const { scheme, claimedAt, status } = claim;
      return ok({
        ...{ claimNumber, version, department, caseNumber, itemNumber },
        ...{ scheme, claimedAt, status },
      });
    }
    case 'refuse': {
      const { ground, text } = command;
      return ok({ ...claim, refusal: { ...act, ground, text } });
    }
    case 'notify':
      return ok({
        ...claim,
        notice: { ...act, collectBy: collectBy(claim, today), watchOn: today },
      });
    case 'record-payment': {
      const refusal = refusalOfPayment(claim, command, today);
      const { paidOn } = command;
      return refusal ? err(refusal) : ok({ ...claim, payment: { ...act, paidOn } });
    }
    case 'lapse': {
      const until = claim.notice?.collectBy;
      return until !== undefined && today <= until
        ? err({ code: 'STILL_COLLECTABLE', collectBy: until })
        : ok(claim);
    }
  }
}

function assessed(
  { scheme }: RewardClaim,
  command: Extract<RewardCommand, { type: 'assess' }>,
  act: Act,
  penaltyFen: number | undefined,
): Result<Assessment, RewardRefusal> {
  const { penaltyId, facts, grade, insider, serious } = command;
  if (penaltyId !== undefined && penaltyFen === undefined) return err({ code: 'UNKNOWN_PENALTY' });
  const eligibility = { conditions: command.conditions, insider, serious };
  const bars = barsOf(scheme, eligibility);
  if (bars.length > 0) return err({ code: 'NOT_ELIGIBLE', bars });
  const baseFen = schemes[scheme].base === 'FINE' && penaltyId ? penaltyFen : command.baseFen;
  if (baseFen === undefined) return err({ code: 'BASE_MISSING' });
  return ok({
    ...act,
    ...(penaltyId && { penaltyId }),
    ...{ facts, eligibility, award: awardOf(scheme, grade, baseFen) },
  });
}

function refusalOfPayment(
  { assessment, notice }: RewardClaim,
  command: Extract<RewardCommand, { type: 'record-payment' }>,
  today: DateOnly,
): RewardRefusal | undefined {
  const notBefore = notice && dateInShanghai(notice.at);
  if (command.paidOn > today || (notBefore && command.paidOn < notBefore))
    return { code: 'DATE_OUT_OF_ORDER', notBefore };
  const left = assessment ? leftForCounter(assessment.eligibility) : [];
  const missing = left.filter((condition) => !command.shown.includes(condition));
  return missing.length > 0 ? { code: 'CONDITIONS_NOT_SHOWN', conditions: missing } : undefined;
}

/** The last day to collect, by the scheme; the day of the notice does not count. */
function collectBy({ scheme }: RewardClaim, notifiedOn: DateOnly): DateOnly {
  const { unit, length } = schemes[scheme].collectWithin;
  if (unit === 'months') return plusMonths(notifiedOn, length);
  return deadline({ length, unit, rollsToWorkingDay: false }, notifiedOn).dueOn;
}
