/**
 * The life of an item, as a table and one function.
 *
 *   received ──accept──▶ accepted ──conclude──▶ concluded
 *      │ └──return──▶ returned ──accept──▶ accepted
 *      └ note and assign, in any state but concluded, leave the state as it is
 *
 * A returned item goes to the coordinator (Beibei plan 二（二）), who accepts it or, with a later issue, sends it on.
 */
import * as v from 'valibot';
import { deadline } from '../clocks/clocks.ts';
import { INTERNAL_ANSWER, stopClocks } from '../clocks/rules.ts';
import { text } from '../fields.ts';
import { COORDINATOR, type DepartmentCode } from '../departments/directory.ts';
import { err, ok, type Result } from '../result.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import type {
  Actor,
  Assignee,
  CaseChange,
  CaseEventType,
  CaseFile,
  CaseItem,
  CaseMessage,
  ItemStatus,
  Referral,
} from './case-file.ts';

export const ItemCommand = v.variant('type', [
  v.strictObject({ type: v.literal('accept') }),
  /** Not ours: back to the coordinator. The reason is for officers. */
  v.strictObject({ type: v.literal('return'), reason: text(1_000) }),
  /** A message to the citizen. */
  v.strictObject({ type: v.literal('note'), text: text(2_000) }),
  /** The answer: its outcome in a few words, and the text the citizen reads. */
  v.strictObject({ type: v.literal('conclude'), outcome: text(100), text: text(5_000) }),
  /** Who works on it in the caller's department, by the subject of his token; null: nobody in particular. */
  v.strictObject({ type: v.literal('assign'), assignee: v.nullable(text(200)) }),
]);
export type ItemCommand = v.InferOutput<typeof ItemCommand>;

type Transitions = Readonly<
  Record<ItemStatus, Readonly<Partial<Record<ItemCommand['type'], ItemStatus>>>>
>;

export const transitions: Transitions = {
  received: { accept: 'accepted', return: 'returned', note: 'received', assign: 'received' },
  accepted: { note: 'accepted', conclude: 'concluded', assign: 'accepted' },
  returned: { accept: 'accepted', note: 'returned', assign: 'returned' },
  concluded: {},
};

/** Is there still something to do? */
export const isOpen = (status: ItemStatus): boolean => Object.keys(transitions[status]).length > 0;

/** Who acts, as his token says. */
export interface ActingOfficer extends Assignee {
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}

export type ItemRefusal =
  | { readonly code: 'NOT_YOURS' }
  | { readonly code: 'NOT_THE_LEAD' }
  | { readonly code: 'ROLE_MISSING'; readonly role: 'officer' | 'supervisor' }
  /** The department's staff list does not hold the assignee. */
  | { readonly code: 'UNKNOWN_OFFICER' }
  | {
      readonly code: 'TRANSITION_NOT_ALLOWED';
      readonly from: ItemStatus;
      readonly command: ItemCommand['type'];
    }
  | { readonly code: 'CASE_FULL' };

/** A case holds at most this many events, so that reading it whole stays one short query. */
export const MOST_EVENTS = 1_000;

const eventOf: Readonly<Record<ItemCommand['type'], CaseEventType>> = {
  accept: 'accepted',
  return: 'returned',
  note: 'noted',
  conclude: 'concluded',
  assign: 'assigned',
};

/**
 * Applies an officer's command to one item of a case.
 * @param at - instant of the act
 * @param staff - those of the officer's department who may be assigned, as far as the command names them
 */
export function decide(
  file: CaseFile,
  itemNumber: number,
  command: ItemCommand,
  officer: ActingOfficer,
  at: Instant,
  staff: readonly Assignee[] = [],
): Result<CaseChange, ItemRefusal> {
  const item = file.items.find((candidate) => candidate.itemNumber === itemNumber);
  const referral = item?.referrals.find(({ department }) => department === officer.department);
  if (!item || !referral) return err({ code: 'NOT_YOURS' });
  const refusal =
    refusalByPerson(command, item, referral, officer) ?? refusalByState(command, item, referral);
  if (refusal) return err(refusal);
  const assignee = assigneeAfter(command, referral, officer, staff);
  if (!assignee.ok) return assignee;
  const version = file.head.version + 1;
  if (version > MOST_EVENTS) return err({ code: 'CASE_FULL' });
  const { subject, name, department } = officer;
  const message = messageOf(command, version, at, department, itemNumber);
  const assigned = { ...item, referrals: withAssignee(item, department, assignee.value) };
  return ok({
    head: { ...file.head, version },
    items: [{ ...afterCommand(assigned, command, dateInShanghai(at)), version }],
    event: {
      ...{ seq: version, at, type: eventOf[command.type], itemNumber },
      by: { kind: 'officer', subject, name, department },
      ...detailOf(command),
      ...(command.type === 'assign' && assignee.value && { assignee: assignee.value }),
    },
    ...(message && { message }),
  });
}

/** The citizen writes to everyone who works on the case. */
export function citizenWrites(
  file: CaseFile,
  text: string,
  at: Instant,
): Result<CaseChange, ItemRefusal> {
  const version = file.head.version + 1;
  if (version > MOST_EVENTS) return err({ code: 'CASE_FULL' });
  return ok({
    head: { ...file.head, version },
    items: file.items.map((item) => ({ ...item, version })),
    event: { seq: version, at, type: 'citizenWrote', by: { kind: 'citizen' } },
    message: { seq: version, at, from: 'citizen', text },
  });
}

/** Tells a department once more of its items: they get a new version and nothing else changes. */
export function replay(
  file: CaseFile,
  department: DepartmentCode,
  officer: { readonly subject: string; readonly department: DepartmentCode },
  at: Instant,
): Result<CaseChange, ItemRefusal> {
  const theirs = file.items.filter(({ referrals }) =>
    referrals.some((referral) => referral.department === department),
  );
  if (theirs.length === 0) return err({ code: 'NOT_YOURS' });
  const version = file.head.version + 1;
  const by: Actor = {
    kind: 'officer',
    subject: officer.subject,
    department: officer.department,
  };
  return ok({
    head: { ...file.head, version },
    items: theirs.map((item) => ({ ...item, version })),
    event: { seq: version, at, type: 'replayed', by, detail: department },
  });
}

/** An officer acts on what his department leads; who works on it is also a supervisor's to say. */
function refusalByPerson(
  command: ItemCommand,
  item: CaseItem,
  referral: Referral,
  { subject, department, roles }: ActingOfficer,
): ItemRefusal | undefined {
  if (command.type === 'assign' && roles.includes('supervisor')) return undefined;
  if (!roles.includes('officer')) return { code: 'ROLE_MISSING', role: 'officer' };
  if (command.type === 'assign') {
    const worker = referral.assignee?.subject;
    const isOwnAffair = [subject, null].includes(command.assignee);
    const isFreeOrOwn = worker === undefined || worker === subject;
    return isOwnAffair && isFreeOrOwn ? undefined : { code: 'ROLE_MISSING', role: 'supervisor' };
  }
  const needsLead = command.type !== 'note';
  return needsLead && item.heldBy !== department ? { code: 'NOT_THE_LEAD' } : undefined;
}

function refusalByState(
  command: ItemCommand,
  { status }: CaseItem,
  referral: Referral,
): ItemRefusal | undefined {
  const changesNothing =
    command.type === 'assign' && command.assignee === (referral.assignee?.subject ?? null);
  const isGone = command.type === 'assign' && referral.returned;
  return transitions[status][command.type] === undefined || changesNothing || isGone
    ? { code: 'TRANSITION_NOT_ALLOWED', from: status, command: command.type }
    : undefined;
}

/** Whoever accepts what nobody works on, works on it. */
function assigneeAfter(
  command: ItemCommand,
  { assignee }: Referral,
  { subject, name }: ActingOfficer,
  staff: readonly Assignee[],
): Result<Assignee | undefined, ItemRefusal> {
  if (command.type === 'accept') return ok(assignee ?? { subject, name });
  if (command.type !== 'assign') return ok(assignee);
  if (command.assignee === null) return ok(undefined);
  const named = [{ subject, name }, ...staff].find((one) => one.subject === command.assignee);
  return named
    ? ok({ subject: named.subject, name: named.name })
    : err({ code: 'UNKNOWN_OFFICER' });
}

const withAssignee = (
  { referrals }: CaseItem,
  department: DepartmentCode,
  assignee: Assignee | undefined,
): readonly Referral[] =>
  referrals.map(({ assignee: earlier, ...referral }) => {
    const worker = referral.department === department ? assignee : earlier;
    return { ...referral, ...(worker && { assignee: worker }) };
  });

function afterCommand(item: CaseItem, command: ItemCommand, on: DateOnly): CaseItem {
  const after = {
    ...(command.type === 'return' ? toCoordinator(item) : item),
    status: transitions[item.status][command.type] ?? item.status,
    clocks: stopClocks(item.clocks, command.type, on),
  };
  return command.type === 'accept'
    ? { ...after, internalDueOn: deadline(INTERNAL_ANSWER, on).dueOn }
    : after;
}

function toCoordinator(item: CaseItem): CaseItem {
  const others = item.referrals
    .filter(({ department }) => department !== COORDINATOR)
    .map((referral) => ({
      ...referral,
      returned: referral.returned || referral.department === item.heldBy,
    }));
  const own = item.referrals.find(({ department }) => department === COORDINATOR);
  const coordinator: Referral = {
    ...(own ?? { department: COORDINATOR, parkedFor: [], reasons: [], returned: false }),
    role: 'LEAD',
  };
  return { ...item, heldBy: COORDINATOR, referrals: [coordinator, ...others] };
}

function detailOf(command: ItemCommand): { detail: string } | undefined {
  if (command.type === 'return') return { detail: command.reason };
  return command.type === 'conclude' ? { detail: command.outcome } : undefined;
}

function messageOf(
  command: ItemCommand,
  seq: number,
  at: Instant,
  department: DepartmentCode,
  itemNumber: number,
): CaseMessage | undefined {
  if (command.type !== 'note' && command.type !== 'conclude') return undefined;
  return { seq, at, from: 'department', department, itemNumber, text: command.text };
}
