/** Who may see what of a case: the citizen with the receipt code, and each department its own items. */
import { isRunning, workingDaysLeft, type Clock } from '../clocks/clocks.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import { actionsOf } from './actions.ts';
import { dueOf, type CaseEvent, type CaseFile, type CaseItem } from './case-file.ts';
import type { ActingOfficer } from './lifecycle.ts';

const publicClocks = (item: CaseItem) =>
  item.clocks.map(({ id, startedOn, dueOn, provisional, basis, stoppedOn }) => ({
    ...{ id, startedOn, dueOn, provisional, basis },
    ...(stoppedOn && { stoppedOn }),
  }));

/** What filing and tracking tell about an item. */
export function itemForCitizen(item: CaseItem) {
  const { itemNumber, track, categories, lead, cooperating, status, heldBy } = item;
  return {
    ...{ itemNumber, track, categories, lead, cooperating, status, heldBy },
    clocks: publicClocks(item),
  };
}

/** The citizen sees which department acted and when, never which person, and no officers' reasons. */
export function caseForCitizen(file: CaseFile) {
  return {
    caseNumber: file.head.caseNumber,
    filedAt: file.head.filedAt,
    items: file.items.map(itemForCitizen),
    timeline: file.timeline.filter(isForCitizen).map(({ seq, at, type, itemNumber, by }) => ({
      ...{ seq, at, type },
      ...(itemNumber !== undefined && { itemNumber }),
      ...(by.kind === 'officer' && { department: by.department }),
    })),
    messages: file.messages,
  };
}

/** A message sent once more, and who works on it, are the departments' own affair. */
const isForCitizen = ({ type }: CaseEvent): boolean => type !== 'replayed' && type !== 'assigned';

/**
 * An officer sees the items referred to his department, what belongs to them and what he may do; undefined when nothing
 * is. Who works on an item is told by each department to its own people.
 * @param institutionName - of the register, where the citizen named an institution by its id
 */
export function caseForOfficer(
  file: CaseFile,
  officer: ActingOfficer,
  now: Instant,
  institutionName?: string,
) {
  const referred = file.items.flatMap((item) => {
    const own = item.referrals.find(({ department }) => department === officer.department);
    return own ? [{ item, own }] : [];
  });
  if (referred.length === 0) return undefined;
  const today = dateInShanghai(now);
  const concerns = (part: { readonly itemNumber?: number }) =>
    part.itemNumber === undefined ||
    referred.some(({ item }) => item.itemNumber === part.itemNumber);
  const { caseNumber, filedAt, anonymous, urgency, majorReasons, version, intake } = file.head;
  return {
    ...{ caseNumber, filedAt, anonymous, urgency, majorReasons, version },
    ...(intake && { intake }),
    statement: { ...file.statement, ...(institutionName && { institutionName }) },
    items: referred.map(({ item, own: { role, assignee } }) => ({
      ...{ ...item, role, ...dueOf(item) },
      workingDaysLeft: workingDaysLeft(today, dueOf(item).dueOn),
      clocks: item.clocks.map((clock) => clockForDesk(clock, today)),
      referrals: item.referrals.map(({ assignee: _, ...referral }) => referral),
      ...(assignee && { assignee }),
      actions: actionsOf(file, item, officer, now),
    })),
    timeline: file.timeline
      .filter(concerns)
      .filter((event) => event.type !== 'assigned' || isOf(event, officer.department))
      .map(eventForDesk),
    messages: file.messages.filter(concerns),
  };
}

/** How long it still runs; a clock that has stopped has nothing left. */
const clockForDesk = (clock: Clock, today: DateOnly) => ({
  ...clock,
  ...(isRunning(clock) && { workingDaysLeft: workingDaysLeft(today, clock.dueOn) }),
});

const isOf = ({ by }: CaseEvent, department: string): boolean =>
  by.kind === 'officer' && by.department === department;

/** Who, when, what: the officer is named by the subject of his token, and by his name where the token told it. */
function eventForDesk({ by, ...event }: CaseEvent) {
  if (by.kind === 'citizen') return { ...event, by: 'citizen' };
  const { subject, name, department } = by;
  return { ...event, by: subject, ...(name && { byName: name }), department };
}
