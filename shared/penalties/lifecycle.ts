/**
 * The lawful order of a penalty, as a table per procedure and one function.
 *
 *   ORDINARY  proposed ─notify─▶ notified ─waive-defence─▶ defence-waived ─waive-hearing─▶ cleared
 *                ▲                  └──────waive-hearing─▶ hearing-waived ─waive-defence──▶ cleared
 *                └──────────────────────────────────review: return──────────────────────── cleared
 *             cleared ─review: pass─▶ reviewed ─decide─▶ decided ─withdraw─▶ withdrawn
 *   SIMPLE    proposed ─notify─▶ notified ─waive-defence─▶ cleared ─decide─▶ decided ─withdraw─▶ withdrawn
 *
 * Until a threshold for large fines is configured every ORDINARY penalty has the hearing and the review step.
 */
import * as v from 'valibot';
import { DateText, text } from '../fields.ts';
import { err, ok, type Result } from '../result.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import type { Penalty, PenaltyEvent, PenaltyProposal, PenaltyStatus } from './penalty.ts';

export const PenaltyCommand = v.variant('type', [
  v.strictObject({ type: v.literal('notify'), servedOn: DateText }),
  v.strictObject({ type: v.literal('waive-defence'), statedOn: DateText }),
  v.strictObject({ type: v.literal('waive-hearing'), statedOn: DateText }),
  v.strictObject({ type: v.literal('review'), outcome: v.picklist(['pass', 'return'], 'INVALID') }),
  v.strictObject({ type: v.literal('decide'), decisionNumber: text(100), decidedOn: DateText }),
  v.strictObject({ type: v.literal('withdraw'), reason: text(500) }),
]);
export type PenaltyCommand = v.InferOutput<typeof PenaltyCommand>;

type Step = Exclude<PenaltyCommand['type'], 'review'> | 'review:pass' | 'review:return';
type Transitions = Readonly<Record<PenaltyStatus, Readonly<Partial<Record<Step, PenaltyStatus>>>>>;

const ends = {
  reviewed: { decide: 'decided' },
  decided: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies Partial<Transitions>;

export const transitions: Readonly<Record<PenaltyProposal['procedure'], Transitions>> = {
  ORDINARY: {
    proposed: { notify: 'notified' },
    notified: { 'waive-defence': 'defence-waived', 'waive-hearing': 'hearing-waived' },
    'defence-waived': { 'waive-hearing': 'cleared' },
    'hearing-waived': { 'waive-defence': 'cleared' },
    cleared: { 'review:pass': 'reviewed', 'review:return': 'proposed' },
    ...ends,
  },
  SIMPLE: {
    proposed: { notify: 'notified' },
    notified: { 'waive-defence': 'cleared' },
    'defence-waived': {},
    'hearing-waived': {},
    cleared: { decide: 'decided' },
    ...ends,
  },
};

/** Which role takes which step. */
export const roleFor: Readonly<Record<PenaltyCommand['type'], string>> = {
  notify: 'officer',
  'waive-defence': 'officer',
  'waive-hearing': 'officer',
  review: 'reviewer',
  decide: 'approver',
  withdraw: 'publisher',
};

export type PenaltyRefusal =
  | { readonly code: 'ROLE_MISSING'; readonly role: string }
  | {
      readonly code: 'TRANSITION_NOT_ALLOWED';
      readonly from: PenaltyStatus;
      readonly command: PenaltyCommand['type'];
      /** What the law wants first. */
      readonly allowed: readonly string[];
    }
  | { readonly code: 'SAME_PERSON' }
  | { readonly code: 'DATE_OUT_OF_ORDER'; readonly notBefore: DateOnly | undefined };

export interface PenaltyDecision {
  readonly penalty: Penalty;
  readonly event: PenaltyEvent;
}

/** Applies one command. @param at - instant of the act */
export function decide(
  penalty: Penalty,
  command: PenaltyCommand,
  officer: { readonly subject: string; readonly roles: readonly string[] },
  at: Instant,
): Result<PenaltyDecision, PenaltyRefusal> {
  const role = roleFor[command.type];
  if (!officer.roles.includes(role)) return err({ code: 'ROLE_MISSING', role });
  const table = transitions[penalty.proposal.procedure][penalty.status];
  const status = table[stepOf(command)];
  if (!status) {
    const allowed = Object.keys(table);
    return err({
      code: 'TRANSITION_NOT_ALLOWED',
      from: penalty.status,
      command: command.type,
      allowed,
    });
  }
  if (!isAnotherPerson(penalty, command, officer.subject)) return err({ code: 'SAME_PERSON' });
  const notBefore = earliestDate(penalty, command);
  if (!isInOrder(command, notBefore, dateInShanghai(at)))
    return err({ code: 'DATE_OUT_OF_ORDER', notBefore });
  const version = penalty.version + 1;
  return ok({
    penalty: { ...penalty, ...factsOf(command, officer.subject, at), status, version },
    event: { seq: version, at, type: command.type, by: officer.subject },
  });
}

const stepOf = (command: PenaltyCommand): Step =>
  command.type === 'review' ? `review:${command.outcome}` : command.type;

/** Who proposed may neither review nor decide, who reviewed may not decide, whatever their roles (design §6). */
function isAnotherPerson(penalty: Penalty, command: PenaltyCommand, subject: string): boolean {
  if (command.type === 'review') return subject !== penalty.proposedBy;
  if (command.type !== 'decide') return true;
  return subject !== penalty.proposedBy && subject !== penalty.reviewedBy;
}

/** A statement follows the notice, a decision follows notice and statements (行政处罚法 44, 45, 62). */
function earliestDate(penalty: Penalty, command: PenaltyCommand): DateOnly | undefined {
  if (command.type === 'notify') return undefined;
  const { servedOn, defenceWaivedOn, hearingWaivedOn } = penalty;
  return command.type === 'decide' ? latest(servedOn, defenceWaivedOn, hearingWaivedOn) : servedOn;
}

function isInOrder(
  command: PenaltyCommand,
  notBefore: DateOnly | undefined,
  today: DateOnly,
): boolean {
  const date = dateOf(command);
  return date === undefined || (date <= today && (notBefore === undefined || date >= notBefore));
}

function dateOf(command: PenaltyCommand): DateOnly | undefined {
  if (command.type === 'notify') return command.servedOn;
  if (command.type === 'waive-defence' || command.type === 'waive-hearing') return command.statedOn;
  return command.type === 'decide' ? command.decidedOn : undefined;
}

const latest = (...dates: readonly (DateOnly | undefined)[]): DateOnly | undefined =>
  dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

function factsOf(command: PenaltyCommand, by: string, at: Instant): Partial<Penalty> {
  switch (command.type) {
    case 'notify':
      return { servedOn: command.servedOn };
    case 'waive-defence':
      return { defenceWaivedOn: command.statedOn };
    case 'waive-hearing':
      return { hearingWaivedOn: command.statedOn };
    case 'review':
      return { reviewedBy: by };
    case 'decide': {
      const { decisionNumber, decidedOn } = command;
      return { decision: { decisionNumber, decidedOn, decidedBy: by } };
    }
    case 'withdraw':
      return { withdrawal: { reason: command.reason, at } };
  }
}
