/**
 * The life of an item: which acts are lawful in which state, and one function that applies them.
 *
 *                 ┌────────────── reassign, by the coordinator, for good ──────────────┐
 *                 ▼                                                                    │
 *   filed ──▶ received ──return, once, within five working days, to the coordinator──▶ returned
 *     │        │   ▲ │                                                                 │   │
 *     │        │   │ └──────────────refuse──────────────▶ refused ◀──────refuse────────┘   │
 *     │     accept │                                                                    accept
 *     │        ▼   transfer, to a named department                                         │
 *     │       accepted ◀───────────────────────────────────────────────────────────────────┘
 *     │        └──conclude, when every reply is in or late, and a major matter was talked over──▶ concluded
 *     ├──before a court, elsewhere, no complaint──▶ registered
 *     └──the citizen takes a complaint back, in any open state──▶ withdrawn
 *
 * Within `accepted`: invite, reply, consult, extend, pause, resume, decide-filing, tell-filing, end-mediation, and the way to the police
 * (`acts/crime.ts`). Before and within it: dispute, settle-dispute. In any open state: note, request-material, remark, assign. The clock escalates what is overdue, once.
 */
import { err, ok, type Result } from '../result.ts';
import { dateInShanghai, type Instant } from '../time.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import type { Act, ActingOfficer, Acts, ItemRefusal, Situation } from './acts/act.ts';
import { approveCrime, handOver, police, policeDecide, reportCrime } from './acts/crime.ts';
import { conclude, consult, invite, reply } from './acts/joint.ts';
import { accept, back, reassign, refuse, transfer } from './acts/passing.ts';
import { takesPart } from './acts/referrals.ts';
import {
  decideFiling,
  dispute,
  endMediation,
  extend,
  pause,
  resume,
  settleDispute,
  tellFiling,
} from './acts/time.ts';
import { assign, note, remark, requestMaterial } from './acts/words.ts';
import {
  MOST_EVENTS,
  type Assignee,
  type CaseChange,
  type CaseEventType,
  type CaseFile,
  type ItemStatus,
} from './case-file.ts';
import type { CommandType, ItemCommand } from './commands.ts';

export { ItemCommand, type CommandType } from './commands.ts';
export type { ActingOfficer, ItemRefusal } from './acts/act.ts';

const acts: Acts = {
  accept,
  refuse,
  return: back,
  reassign,
  transfer,
  invite,
  reply,
  consult,
  conclude,
  note,
  'request-material': requestMaterial,
  remark,
  assign,
  extend,
  pause,
  resume,
  'decide-filing': decideFiling,
  'tell-filing': tellFiling,
  'end-mediation': endMediation,
  dispute,
  'settle-dispute': settleDispute,
  'report-crime': reportCrime,
  'approve-crime': approveCrime,
  'hand-over': handOver,
  'police-decide': policeDecide,
};

/** Every act, in the order in which a desk offers them. */
export const commandTypes = Object.keys(acts) as readonly CommandType[]; // the keys of the record above

type Transitions = Readonly<Record<ItemStatus, Readonly<Partial<Record<CommandType, ItemStatus>>>>>;

const leavingFrom = (from: ItemStatus): Transitions[ItemStatus] =>
  Object.fromEntries(
    commandTypes.flatMap((type) => {
      const to = acts[type].states[from];
      return to ? [[type, to]] : [];
    }),
  );

/** The table of the diagram: from where, by which act, to where. */
export const transitions: Transitions = {
  received: leavingFrom('received'),
  accepted: leavingFrom('accepted'),
  returned: leavingFrom('returned'),
  concluded: leavingFrom('concluded'),
  refused: leavingFrom('refused'),
  withdrawn: leavingFrom('withdrawn'),
  registered: leavingFrom('registered'),
};

/** What an act does to the citizen's knowledge is in its event (`views.ts`). */
export const eventOf = (command: ItemCommand): CaseEventType => {
  const { event } = actOf(command);
  return typeof event === 'function' ? event(command) : event;
};

/** The act belongs to the command's own type; a union of both does not say so. */
const actOf = (command: ItemCommand): Act<ItemCommand> => acts[command.type] as Act<ItemCommand>;

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
  const seq = file.head.version + 1;
  const on = dateInShanghai(at);
  const situation: Situation = { file, item, referral, officer, at, on, seq, staff };
  const act = actOf(command);
  const status = act.states[item.status];
  const refusal = (act.byPerson ?? refusalByPerson(act))(command, situation);
  if (refusal) return err(refusal);
  if (!status)
    return err({ code: 'TRANSITION_NOT_ALLOWED', from: item.status, command: command.type });
  const against = act.against?.(command, situation);
  if (against) return err(against);
  if (seq > MOST_EVENTS) return err({ code: 'CASE_FULL' });
  const { subject, name, department } = officer;
  const major = act.major?.(command, situation);
  const said = act.message?.(command);
  return ok({
    head: {
      ...file.head,
      version: seq,
      ...(major && { majorReasons: [...new Set([...file.head.majorReasons, major])] }),
    },
    items: [{ ...(act.effect?.(command, situation) ?? item), status, version: seq }],
    event: {
      ...{ seq, at, type: eventOf(command), itemNumber },
      by: { kind: 'officer', subject, name, department },
      ...act.said?.(command, situation),
    },
    ...(said && {
      message: { seq, at, from: 'department', department, itemNumber, ...said },
    }),
  });
}

/** Tells a department once more of its items: they get a new version and nothing else changes. */
export function replay(
  file: CaseFile,
  department: DepartmentCode,
  { subject, department: own }: { readonly subject: string; readonly department: DepartmentCode },
  at: Instant,
): Result<CaseChange, ItemRefusal> {
  const theirs = file.items.filter(({ referrals }) =>
    referrals.some((referral) => referral.department === department),
  );
  if (theirs.length === 0) return err({ code: 'NOT_YOURS' });
  const version = file.head.version + 1;
  return ok({
    head: { ...file.head, version },
    items: theirs.map((item) => ({ ...item, version })),
    event: {
      ...{ seq: version, at, type: 'replayed', detail: department },
      by: { kind: 'officer', subject, department: own },
    },
  });
}

/** Who acts by the act's own rule: the right role, and the right place in the item. */
const refusalByPerson =
  ({ by, role = 'officer' }: Act<ItemCommand>) =>
  (_: ItemCommand, { item, referral, officer }: Situation): ItemRefusal | undefined => {
    if (!officer.roles.includes(role)) return { code: 'ROLE_MISSING', role };
    if (by === 'HOLDER' && item.heldBy !== officer.department) return { code: 'NOT_THE_LEAD' };
    if (by === 'POLICE' && officer.department !== police()) return { code: 'NOT_THE_LEAD' };
    return by === 'PARTAKER' && !takesPart(referral) ? { code: 'NOT_COOPERATING' } : undefined;
  };
