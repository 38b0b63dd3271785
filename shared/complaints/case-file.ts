/** A case as it is kept: its head, what was said, its items with their referrals and clocks, its timeline and messages. */
import type { AttachmentRef } from '../attachments/attachment.ts';
import { dayKind } from '../clocks/calendar.ts';
import { isCounting, type Clock } from '../clocks/clocks.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import type { NewsWanted } from '../notices/wanted.ts';
import type { DateOnly, Instant } from '../time.ts';
import type { Addressee, CategoryCode, Urgency } from './categories.ts';
import type { Circumstance } from './circumstances.ts';
import type { RefusalGround } from './commands.ts';
import type { ReportedInstitution } from './complaint.ts';
import type { Intake } from './intake.ts';
import type { ItemTrack, Registration, RouteReason } from './routing.ts';

/** Where an item stands; the table of how it moves is in `lifecycle.ts`. */
export const itemStatuses = [
  'received',
  'accepted',
  'returned',
  'concluded',
  'refused',
  'withdrawn',
  'registered',
] as const;
export type ItemStatus = (typeof itemStatuses)[number];

const openStatuses: readonly ItemStatus[] = ['received', 'accepted', 'returned'];

/** Is there still something to do? The table of acts says the same, and a test holds both together. */
export const isOpen = (status: ItemStatus): boolean => openStatuses.includes(status);

/** A case holds at most this many events, so that reading it whole stays one short query. */
export const MOST_EVENTS = 1_000;

export interface CaseHead {
  readonly caseNumber: string;
  /** Rises by one with every event; the lock of the whole case. */
  readonly version: number;
  readonly filedAt: Instant;
  readonly anonymous: boolean;
  readonly urgency: Urgency;
  readonly majorReasons: readonly string[];
  readonly locale: 'zh' | 'en';
  /** Stands on every log line about this case, from filing to page. */
  readonly correlationId: string;
  /** How it came, when not by the site. */
  readonly intake?: Intake;
  /** The earlier case of the same reporter that this one goes on from. */
  readonly follows?: string;
}

/** What the citizen said when filing; never changes. Confidential free text. */
export interface Statement {
  readonly facts: string;
  readonly institution: ReportedInstitution;
  readonly occurredOn?: DateOnly;
  readonly demand?: string;
  readonly circumstances: readonly Circumstance[];
  readonly confidential: boolean;
  /** Of an accusation: whom it concerns, who must never see it. */
  readonly accused?: DepartmentCode;
  readonly attachments?: readonly AttachmentRef[];
}

/** The officer who works on an item for his department. */
export interface Assignee {
  /** Subject of his token. */
  readonly subject: string;
  readonly name: string;
}

/** LEAD answers · COOP tells the lead what it found · OVERSEE watches: the coordinator, over what is major or overdue (督办). */
export type ReferralRole = 'LEAD' | 'COOP' | 'OVERSEE';

/** What one department has to do about one item. */
export interface Referral {
  readonly department: DepartmentCode;
  readonly role: ReferralRole;
  /** Bodies outside the directory that the department, as coordinator, holds this for. */
  readonly parkedFor: readonly Addressee[];
  /** Why it is asked, by the matrix; empty when somebody asked it later. */
  readonly reasons: readonly RouteReason[];
  /** Over for this department though not for the item. */
  readonly ended?: 'returned' | 'transferred';
  readonly assignee?: Assignee;
  /** Of a lead: the last day on which it may say that it is not competent. */
  readonly returnUntil?: DateOnly;
  /** Of a cooperating department, from the acceptance on; [design]. */
  readonly replyDueOn?: DateOnly;
  /** What it found; the words stand in the timeline. */
  readonly reply?: { readonly on: DateOnly; readonly seq: number };
}

/** 移送涉嫌犯罪: how far the way to the police is. */
export type CrimeState = 'reported' | 'approved' | 'declined' | 'handedOver' | 'filed' | 'notFiled';

export interface CrimeTransfer {
  readonly state: CrimeState;
  /** Subject of who reported it: another has to approve. */
  readonly reportedBy: string;
}

export interface CaseItem {
  readonly itemNumber: number;
  readonly track: ItemTrack;
  readonly categories: readonly CategoryCode[];
  /** Who answers by the matrix; may be a body outside the directory. */
  readonly lead: Addressee;
  readonly cooperating: readonly Addressee[];
  /** The department that has to act now. */
  readonly heldBy: DepartmentCode;
  readonly status: ItemStatus;
  readonly urgency: Urgency;
  /** The day the present holder got it. */
  readonly dispatchedOn: DateOnly;
  readonly referrals: readonly Referral[];
  /** Each duty once; one that began again keeps its former runs. */
  readonly clocks: readonly Clock[];
  /** [design] Our own service level, never shown as law. */
  readonly internalDueOn: DateOnly;
  /** The case version that last changed this item; orders what worklists show. */
  readonly version: number;
  /** The coordinator has said who answers: nobody sends it on any more. */
  readonly settled?: true;
  /** Why it went to no department. */
  readonly registered?: Registration;
  readonly refusal?: { readonly ground: RefusalGround; readonly mergedInto?: string };
  /** 会商 */
  readonly consultation?: {
    readonly heldOn: DateOnly;
    readonly participants: readonly DepartmentCode[];
  };
  /** 立案: whether a case was opened against the institution. */
  readonly filing?: { readonly filed: boolean; readonly on: DateOnly };
  readonly crime?: CrimeTransfer;
  /** The day it went to the coordinator because its own had passed: once. */
  readonly escalatedOn?: DateOnly;
  readonly remindedOn?: DateOnly;
  readonly rating?: { readonly score: number; readonly on: DateOnly };
}

export type Actor =
  | { readonly kind: 'citizen' }
  /** The clock did it. */
  | { readonly kind: 'system' }
  | {
      readonly kind: 'officer';
      readonly subject: string;
      readonly name?: string;
      readonly department: DepartmentCode;
    };

export const caseEventTypes = [
  'filed',
  'repeated',
  'accepted',
  'refused',
  'returned',
  'reassigned',
  'transferred',
  'invited',
  'replied',
  'consulted',
  'noted',
  'materialRequested',
  'remarked',
  'concluded',
  'assigned',
  'extended',
  'paused',
  'resumed',
  'filingDecided',
  'filingTold',
  'mediationEnded',
  'disputed',
  'disputeSettled',
  'crimeReported',
  'crimeApproved',
  'crimeDeclined',
  'handedOver',
  'policeFiled',
  'policeNotFiled',
  'citizenWrote',
  'withdrawn',
  'rated',
  'reminded',
  'escalated',
  'deadlineMoved',
  'replayed',
  // Of rewards; their register is apart, and no desk reads of it here.
  'rewardWaiting',
  'rewardLapsed',
] as const;
export type CaseEventType = (typeof caseEventTypes)[number];

export interface CaseEvent {
  /** The case version this event made. */
  readonly seq: number;
  readonly at: Instant;
  readonly type: CaseEventType;
  readonly by: Actor;
  readonly itemNumber?: number;
  /** For officers only: a reason, an outcome, a reply, what was thought, to whom it was replayed. */
  readonly detail?: string;
  /** Whom it goes to, or who is asked or proposed. */
  readonly to?: DepartmentCode;
  /** The clock it concerns. */
  readonly clock?: string;
  /** Of `assigned`: to whom; absent when it was given up. */
  readonly assignee?: Assignee;
}

/** Between the citizen and a department; what a department writes belongs to its item. */
export interface CaseMessage {
  readonly seq: number;
  readonly at: Instant;
  readonly from: 'citizen' | 'department';
  readonly department?: DepartmentCode;
  readonly itemNumber?: number;
  readonly text: string;
  /** The citizen is asked for more. */
  readonly asks?: true;
  readonly attachments?: readonly AttachmentRef[];
}

export interface CaseFile {
  readonly head: CaseHead;
  readonly statement: Statement;
  readonly items: readonly CaseItem[];
  readonly timeline: readonly CaseEvent[];
  readonly messages: readonly CaseMessage[];
  /** Beside the versions of the case: changing it is no event. */
  readonly news?: NewsWanted;
}

/** A later version of a case: the new head, what changed, and what was added. */
export interface CaseChange {
  readonly head: CaseHead;
  readonly items: readonly CaseItem[];
  readonly event: CaseEvent;
  readonly message?: CaseMessage;
}

/** The departments that must hear of a change to these items. */
export const addresseesOf = (items: readonly CaseItem[]): readonly DepartmentCode[] => [
  ...new Set(items.flatMap((item) => item.referrals.map((referral) => referral.department))),
];

const rewardEventTypes = ['rewardWaiting', 'rewardLapsed'] as const satisfies CaseEventType[];
export type DeskEventType = Exclude<CaseEventType, (typeof rewardEventTypes)[number]>;

/** What the reporter alone reads is kept from every desk: who may open the register of rewards reads it there. */
export const isForDesk = <E extends Pick<CaseEvent, 'type'>>(
  event: E,
): event is E & { readonly type: DeskEventType } =>
  !rewardEventTypes.some((kept) => kept === event.type);

/** A department's own affair, of which no other hears. */
export const isOwnAffair = (type: CaseEventType): boolean =>
  type === 'assigned' || type === 'remarked';

/** Who must hear of a change. */
export function toldOf({ event, items }: CaseChange): readonly DepartmentCode[] {
  if (!isForDesk(event)) return [];
  return isOwnAffair(event.type) && event.by.kind === 'officer'
    ? [event.by.department]
    : addresseesOf(items);
}

/** The earliest legal clock that runs, else the internal level. */
export function dueOf({ clocks, internalDueOn }: CaseItem): Pick<Clock, 'dueOn' | 'provisional'> {
  const [first] = clocks.filter(isCounting).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const { dueOn, provisional } = first ?? {
    dueOn: internalDueOn,
    provisional: dayKind(internalDueOn).provisional,
  };
  return { dueOn, provisional };
}
