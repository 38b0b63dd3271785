/**
 * The life of an objection, as a table and one function.
 *
 *   filed ──acknowledge──▶ acknowledged
 *     │ ▲                      │
 *     │ └──────forward─────────┤    (with another department it begins anew)
 *     └──uphold──▶ upheld ◀────┤
 *     └──reject──▶ rejected ◀──┘
 *   open-contact leads from filed and acknowledged to where it was
 *
 * To uphold says what follows, and leads the publisher to the record's own act: 行政处罚法 48 wants a penalty that was changed,
 * revoked or found unlawful or void taken back within three working days.
 */
import * as v from 'valibot';
import { departmentCodes, type DepartmentCode } from '../departments/directory.ts';
import { text } from '../fields.ts';
import { err, ok, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import {
  remedies,
  type Objection,
  type ObjectionEvent,
  type ObjectionStatus,
} from './objection.ts';

export const ObjectionCommand = v.variant('type', [
  v.strictObject({ type: v.literal('acknowledge') }),
  /** The reason is for officers. */
  v.strictObject({
    type: v.literal('forward'),
    department: v.picklist(departmentCodes, 'UNKNOWN_DEPARTMENT'),
    reason: text(500),
  }),
  /** Shows the contact once more; the objector sees that it was opened. */
  v.strictObject({ type: v.literal('open-contact') }),
  /** The words are what the objector reads. */
  v.strictObject({
    type: v.literal('uphold'),
    remedy: v.picklist(remedies, 'REQUIRED'),
    words: text(1_000),
  }),
  v.strictObject({ type: v.literal('reject'), words: text(1_000) }),
]);
export type ObjectionCommand = v.InferOutput<typeof ObjectionCommand>;
export type ObjectionCommandType = ObjectionCommand['type'];

export const transitions: Readonly<
  Record<ObjectionStatus, Readonly<Partial<Record<ObjectionCommandType, ObjectionStatus>>>>
> = {
  filed: {
    acknowledge: 'acknowledged',
    forward: 'filed',
    'open-contact': 'filed',
    uphold: 'upheld',
    reject: 'rejected',
  },
  acknowledged: {
    forward: 'filed',
    'open-contact': 'acknowledged',
    uphold: 'upheld',
    reject: 'rejected',
  },
  upheld: {},
  rejected: {},
};

const handlers = ['officer', 'publisher'] as const;

/** Any of these roles takes the step. What is public, and stays so, answers the publisher. */
export const rolesFor: Readonly<
  Record<ObjectionCommandType, readonly (typeof handlers)[number][]>
> = {
  acknowledge: handlers,
  forward: handlers,
  'open-contact': handlers,
  uphold: ['publisher'],
  reject: ['publisher'],
};

export type ObjectionRefusal =
  | { readonly code: 'NOT_YOUR_DEPARTMENT' }
  | { readonly code: 'ROLE_MISSING'; readonly role: string }
  | {
      readonly code: 'TRANSITION_NOT_ALLOWED';
      readonly from: ObjectionStatus;
      readonly command: ObjectionCommandType;
    }
  | { readonly code: 'SAME_DEPARTMENT' }
  /** None was left, or it has been forgotten. */
  | { readonly code: 'NO_CONTACT' };

/** Who acts, as his token says. */
export interface ObjectionOfficer {
  readonly subject: string;
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}

export interface ObjectionDecision {
  readonly objection: Objection;
  readonly event: ObjectionEvent;
}

/**
 * Applies one command.
 * @param at - instant of the act
 */
export function decide(
  objection: Objection,
  command: ObjectionCommand,
  officer: ObjectionOfficer,
  at: Instant,
): Result<ObjectionDecision, ObjectionRefusal> {
  const status = transitions[objection.status][command.type];
  if (!status)
    return err({ code: 'TRANSITION_NOT_ALLOWED', from: objection.status, command: command.type });
  const refusal =
    refusalByPerson(objection, command.type, officer) ?? refusalOf(objection, command);
  if (refusal) return err(refusal);
  const version = objection.version + 1;
  return ok({
    objection: { ...applied(objection, command, officer, at), status, version },
    event: {
      ...{ seq: version, at, type: command.type, department: objection.department },
      by: officer.subject,
      ...(command.type === 'forward' && { to: command.department, reason: command.reason }),
    },
  });
}

function refusalByPerson(
  objection: Objection,
  type: ObjectionCommandType,
  { department, roles }: ObjectionOfficer,
): ObjectionRefusal | undefined {
  if (department !== objection.department) return { code: 'NOT_YOUR_DEPARTMENT' };
  const wanted = rolesFor[type];
  const [role = ''] = wanted;
  return wanted.some((one) => roles.includes(one)) ? undefined : { code: 'ROLE_MISSING', role };
}

function refusalOf(
  { department, hasContact }: Objection,
  command: ObjectionCommand,
): ObjectionRefusal | undefined {
  if (command.type === 'forward' && command.department === department)
    return { code: 'SAME_DEPARTMENT' };
  return command.type === 'open-contact' && !hasContact ? { code: 'NO_CONTACT' } : undefined;
}

function applied(
  objection: Objection,
  command: ObjectionCommand,
  { subject: by, department }: ObjectionOfficer,
  at: Instant,
): Objection {
  switch (command.type) {
    case 'acknowledge':
    case 'open-contact':
      return objection;
    case 'forward':
      return { ...objection, department: command.department };
    case 'uphold':
    case 'reject': {
      const { words } = command;
      const remedy = command.type === 'uphold' ? { remedy: command.remedy } : {};
      return { ...objection, answer: { by, department, at, words, ...remedy } };
    }
  }
}
