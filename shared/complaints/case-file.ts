/** A case as it is kept: its head, what was said, its items with their referrals and clocks, its timeline and messages. */
import { INTERNAL_ACCEPT, receptionClocks } from '../clocks/rules.ts';
import { dayKind } from '../clocks/calendar.ts';
import { deadline, isRunning, startClock, type Clock } from '../clocks/clocks.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import type { Occasion } from '../relay/outbox.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import type { Addressee, CategoryCode, Urgency } from './categories.ts';
import type { Circumstance } from './circumstances.ts';
import type { ComplaintSubmission, ReportedInstitution } from './complaint.ts';
import type { Intake } from './intake.ts';
import {
  heldBy,
  majorReasons,
  mostUrgent,
  route,
  type ItemTrack,
  type RoutedAddressee,
  type RoutedItem,
  type RouteReason,
} from './routing.ts';

export type ItemStatus = 'received' | 'accepted' | 'returned' | 'concluded';

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
}

/** What the citizen said when filing; never changes. Confidential free text. */
export interface Statement {
  readonly facts: string;
  readonly institution: ReportedInstitution;
  readonly occurredOn?: DateOnly;
  readonly demand?: string;
  readonly circumstances: readonly Circumstance[];
  readonly confidential: boolean;
}

/** The officer who works on an item for his department. */
export interface Assignee {
  /** Subject of his token. */
  readonly subject: string;
  readonly name: string;
}

/** What one department has to do about one item. */
export interface Referral {
  readonly department: DepartmentCode;
  readonly role: 'LEAD' | 'COOP';
  /** Bodies outside the directory that the department, as coordinator, holds this for. */
  readonly parkedFor: readonly Addressee[];
  readonly reasons: readonly RouteReason[];
  /** A returned referral is closed for its department though the item is not. */
  readonly returned: boolean;
  readonly assignee?: Assignee;
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
  readonly referrals: readonly Referral[];
  readonly clocks: readonly Clock[];
  /** [design] Our own service level, never shown as law. */
  readonly internalDueOn: DateOnly;
  /** The case version that last changed this item; orders what worklists show. */
  readonly version: number;
}

export type Actor =
  | { readonly kind: 'citizen' }
  | {
      readonly kind: 'officer';
      readonly subject: string;
      readonly name?: string;
      readonly department: DepartmentCode;
    };

/** A department's own affairs, which the citizen is not told. */
export type InternalEventType = 'replayed' | 'assigned';

export type CaseEventType =
  'filed' | 'accepted' | 'returned' | 'noted' | 'concluded' | 'citizenWrote' | InternalEventType;

export interface CaseEvent {
  /** The case version this event made. */
  readonly seq: number;
  readonly at: Instant;
  readonly type: CaseEventType;
  readonly by: Actor;
  readonly itemNumber?: number;
  /** For officers only: a return's reason, a conclusion's outcome, to whom it was replayed. */
  readonly detail?: string;
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
}

export interface CaseFile {
  readonly head: CaseHead;
  readonly statement: Statement;
  readonly items: readonly CaseItem[];
  readonly timeline: readonly CaseEvent[];
  readonly messages: readonly CaseMessage[];
}

/** A later version of a case: the new head, what changed, and what was added. */
export interface CaseChange {
  readonly head: CaseHead;
  readonly items: readonly CaseItem[];
  readonly event: CaseEvent;
  readonly message?: CaseMessage;
}

/** The messages of one filing: accusations against officials stand apart, invisible to whom they accuse (design §6). */
export function partsOf(submission: ComplaintSubmission): readonly (readonly RoutedItem[])[] {
  const items = route({
    categories: submission.categories,
    circumstances: submission.circumstances ?? [],
    hasDemand: submission.demand !== undefined,
  });
  const general = items.filter((item) => item.track !== 'X');
  const accusations = items.filter((item) => item.track === 'X');
  return [general, accusations].filter((part) => part.length > 0);
}

export function openCase(
  caseNumber: string,
  submission: ComplaintSubmission,
  routed: readonly RoutedItem[],
  { at, correlationId }: Occasion,
  intake?: Intake,
): CaseFile {
  const circumstances = submission.circumstances ?? [];
  const filedOn = intake?.receivedOn ?? dateInShanghai(at);
  const items = routed.map((item, index) => openItem(item, index + 1, filedOn));
  return {
    head: {
      caseNumber,
      version: 1,
      filedAt: at,
      anonymous: submission.anonymous,
      urgency: items.map((item) => item.urgency).reduce(mostUrgent),
      majorReasons: majorReasons({
        categories: items.flatMap((item) => item.categories),
        circumstances,
      }),
      locale: submission.locale ?? 'zh',
      correlationId,
      ...(intake && { intake }),
    },
    statement: {
      facts: submission.facts,
      institution: submission.institution,
      circumstances,
      confidential: submission.confidential ?? false,
      ...(submission.occurredOn && { occurredOn: submission.occurredOn }),
      ...(submission.demand && { demand: submission.demand }),
    },
    items,
    timeline: [{ seq: 1, at, type: 'filed', by: { kind: 'citizen' } }],
    messages: [],
  };
}

/** The departments that must hear of a change to these items. */
export const addresseesOf = (items: readonly CaseItem[]): readonly DepartmentCode[] => [
  ...new Set(items.flatMap((item) => item.referrals.map((referral) => referral.department))),
];

/** Who must hear of a change: an assignment is the affair of its own department. */
export const toldOf = ({ event, items }: CaseChange): readonly DepartmentCode[] =>
  event.type === 'assigned' && event.by.kind === 'officer'
    ? [event.by.department]
    : addresseesOf(items);

/** The earliest legal clock that runs, else the internal level. */
export function dueOf({ clocks, internalDueOn }: CaseItem): Pick<Clock, 'dueOn' | 'provisional'> {
  const [first] = clocks.filter(isRunning).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const { dueOn, provisional } = first ?? {
    dueOn: internalDueOn,
    provisional: dayKind(internalDueOn).provisional,
  };
  return { dueOn, provisional };
}

function openItem(routed: RoutedItem, itemNumber: number, filedOn: DateOnly): CaseItem {
  const lead = routed.lead.addressee;
  return {
    itemNumber,
    track: routed.track,
    categories: routed.categories,
    lead,
    cooperating: routed.cooperating.map(({ addressee }) => addressee),
    heldBy: heldBy(lead),
    status: 'received',
    urgency: routed.urgency,
    referrals: referralsOf(routed),
    clocks: receptionClocks(lead, routed.track, routed.categories).map((rule) =>
      startClock(rule, filedOn),
    ),
    internalDueOn: deadline(INTERNAL_ACCEPT, filedOn).dueOn,
    version: 1,
  };
}

/** One referral per department: the coordinator gets one for itself and all it holds for others. */
function referralsOf(routed: RoutedItem): readonly Referral[] {
  const roles = [
    { ...routed.lead, role: 'LEAD' as const },
    ...routed.cooperating.map((addressee) => ({ ...addressee, role: 'COOP' as const })),
  ];
  const byDepartment = Map.groupBy(roles, ({ addressee }) => heldBy(addressee));
  return [...byDepartment].map(([department, all]) => ({
    department,
    role: all.some(({ role }) => role === 'LEAD') ? 'LEAD' : 'COOP',
    parkedFor: all.map(({ addressee }) => addressee).filter((a) => heldBy(a) !== a),
    reasons: all.flatMap(({ reasons }: RoutedAddressee) => reasons),
    returned: false,
  }));
}
