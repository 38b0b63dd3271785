/** How a case begins: its parts, its items with their first referrals and clocks. */
import { deadline } from '../clocks/clocks.ts';
import { advance, INTERNAL_ACCEPT, XF_OBJECT } from '../clocks/rules.ts';
import { COORDINATOR } from '../departments/directory.ts';
import type { Occasion } from '../relay/outbox.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import type { CaseFile, CaseItem, Referral } from './case-file.ts';
import type { ComplaintSubmission } from './complaint.ts';
import type { Intake } from './intake.ts';
import { registeredWhereDue } from './registration.ts';
import {
  heldBy,
  majorReasons,
  mostUrgent,
  route,
  type RoutedAddressee,
  type RoutedItem,
} from './routing.ts';

/** The messages of one filing: accusations against officials stand apart, invisible to whom they accuse (design §6). */
export function partsOf(submission: ComplaintSubmission): readonly (readonly RoutedItem[])[] {
  const routed = route({
    categories: submission.categories,
    circumstances: submission.circumstances ?? [],
    hasDemand: submission.demand !== undefined,
    ...(submission.accused && { accused: submission.accused }),
  });
  const items = registeredWhereDue(routed, submission);
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
  const { anonymous } = submission;
  const reasons = majorReasons({
    categories: routed.flatMap(({ categories }) => categories),
    circumstances,
  });
  const begun = routed.map((item, index) => openItem(item, index + 1, filedOn, { at, anonymous }));
  const isSeen = begun.some(({ referrals }) => referrals.some(isCoordinators));
  const items = reasons.length > 0 && !isSeen ? begun.map(watched) : begun;
  return {
    head: {
      caseNumber,
      version: 1,
      filedAt: at,
      anonymous,
      urgency: items.map((item) => item.urgency).reduce(mostUrgent),
      majorReasons: reasons,
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
      ...(submission.accused &&
        routed.some(({ track }) => track === 'X') && { accused: submission.accused }),
    },
    items,
    timeline: [{ seq: 1, at, type: 'filed', by: { kind: 'citizen' } }],
    messages: [],
  };
}

function openItem(
  routed: RoutedItem,
  itemNumber: number,
  filedOn: DateOnly,
  { at, anonymous }: { at: Instant; anonymous: boolean },
): CaseItem {
  const { track, categories, registered, urgency } = routed;
  const lead = routed.lead.addressee;
  const common = { itemNumber, track, categories, urgency, dispatchedOn: filedOn, version: 1 };
  if (registered) {
    return {
      ...common,
      ...{ lead: COORDINATOR, heldBy: COORDINATOR, cooperating: [], clocks: [] },
      ...{ status: 'registered', registered, internalDueOn: filedOn },
      referrals: [overseer()],
    };
  }
  return {
    ...common,
    lead,
    cooperating: routed.cooperating.map(({ addressee }) => addressee),
    heldBy: heldBy(lead),
    status: 'received',
    referrals: referralsOf(routed, filedOn),
    clocks: advance([], 'receive', { lead, track, categories, anonymous }, at, { on: filedOn }),
    internalDueOn: deadline(INTERNAL_ACCEPT, filedOn).dueOn,
  };
}

/** A major case of which the coordinator would know nothing. Accusations against officials go by the rules of those who hear them. */
const watched = (item: CaseItem): CaseItem =>
  item.track === 'X' ? item : { ...item, referrals: [...item.referrals, overseer()] };

const isCoordinators = ({ department }: Referral): boolean => department === COORDINATOR;

/** The coordinator watches an item that it neither leads nor helps with. */
export const overseer = (): Referral => ({
  ...{ department: COORDINATOR, role: 'OVERSEE', parkedFor: [], reasons: [] },
});

/** Until when a lead may say that it is not competent (信访工作条例 23). */
export const returnUntil = (dispatchedOn: DateOnly): DateOnly =>
  deadline(XF_OBJECT, dispatchedOn).dueOn;

/** One referral per department: the coordinator gets one for itself and all it holds for others. */
function referralsOf(routed: RoutedItem, filedOn: DateOnly): readonly Referral[] {
  const roles = [
    { ...routed.lead, role: 'LEAD' as const },
    ...routed.cooperating.map((addressee) => ({ ...addressee, role: 'COOP' as const })),
  ];
  const byDepartment = Map.groupBy(roles, ({ addressee }) => heldBy(addressee));
  return [...byDepartment].map(([department, all]) => {
    const leads = all.some(({ role }) => role === 'LEAD');
    return {
      department,
      role: leads ? 'LEAD' : 'COOP',
      parkedFor: all.map(({ addressee }) => addressee).filter((a) => heldBy(a) !== a),
      reasons: all.flatMap(({ reasons }: RoutedAddressee) => reasons),
      ...(leads && { returnUntil: returnUntil(filedOn) }),
    };
  });
}
