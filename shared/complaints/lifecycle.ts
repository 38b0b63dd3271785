/**
 * The life of an item, as a table and one function.
 *
 *   received ──accept──▶ accepted ──conclude──▶ concluded
 *      │ └──return──▶ returned ──accept──▶ accepted
 *      └ note, in any state but concluded, changes nothing but the conversation
 *
 * A returned item goes to the coordinator (Beibei plan 二（二）), who accepts it or, with a later issue, sends it on.
 */
import * as v from 'valibot';
import { text } from '../fields.ts';
import { COORDINATOR, type DepartmentCode } from '../departments/directory.ts';
import { err, ok, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import type {
  Actor,
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
]);
export type ItemCommand = v.InferOutput<typeof ItemCommand>;

type Transitions = Readonly<
  Record<ItemStatus, Readonly<Partial<Record<ItemCommand['type'], ItemStatus>>>>
>;

export const transitions: Transitions = {
  received: { accept: 'accepted', return: 'returned', note: 'received' },
  accepted: { note: 'accepted', conclude: 'concluded' },
  returned: { accept: 'accepted', note: 'returned' },
  concluded: {},
};

/** Is there still something to do? */
export const isOpen = (status: ItemStatus): boolean => Object.keys(transitions[status]).length > 0;

export type ItemRefusal =
  | { readonly code: 'NOT_YOURS' }
  | { readonly code: 'NOT_THE_LEAD' }
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
};

/** Applies an officer's command to one item of a case. @param at - instant of the act */
export function decide(
  file: CaseFile,
  itemNumber: number,
  command: ItemCommand,
  officer: { readonly subject: string; readonly department: DepartmentCode },
  at: Instant,
): Result<CaseChange, ItemRefusal> {
  const item = file.items.find((candidate) => candidate.itemNumber === itemNumber);
  const referral = item?.referrals.find(({ department }) => department === officer.department);
  if (!item || !referral) return err({ code: 'NOT_YOURS' });
  if (command.type !== 'note' && item.heldBy !== officer.department)
    return err({ code: 'NOT_THE_LEAD' });
  const status = transitions[item.status][command.type];
  if (!status)
    return err({ code: 'TRANSITION_NOT_ALLOWED', from: item.status, command: command.type });
  const version = file.head.version + 1;
  if (version > MOST_EVENTS) return err({ code: 'CASE_FULL' });
  const by: Actor = { kind: 'officer', ...officer };
  const detail = detailOf(command);
  const message = messageOf(command, version, at, officer.department, itemNumber);
  return ok({
    head: { ...file.head, version },
    items: [{ ...(command.type === 'return' ? toCoordinator(item) : item), status, version }],
    event: { seq: version, at, type: eventOf[command.type], by, itemNumber, ...detail },
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
