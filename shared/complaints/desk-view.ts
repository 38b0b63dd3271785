/** What an officer sees of a case: his department's items, and what he may do to each. */
import { isRunning, workingDaysLeft, type Clock } from '../clocks/clocks.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import { optionsOf } from './actions.ts';
import {
  dueOf,
  isForDesk,
  isOwnAffair,
  type CaseEvent,
  type CaseFile,
  type DeskEventType,
} from './case-file.ts';
import type { ActingOfficer } from './lifecycle.ts';
import { urgencyReasons } from './major.ts';

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
  const { caseNumber, filedAt, anonymous, urgency, majorReasons, version, intake, follows } =
    file.head;
  return {
    ...{ caseNumber, filedAt, anonymous, urgency, majorReasons, version },
    ...(intake && { intake }),
    ...(follows && { follows }),
    urgencyReasons: urgencyReasons({
      categories: referred.flatMap(({ item }) => item.categories),
      circumstances: file.statement.circumstances,
    }),
    statement: { ...file.statement, ...(institutionName && { institutionName }) },
    items: referred.map(({ item, own: { role, assignee } }) => ({
      ...{ ...item, role, ...dueOf(item) },
      workingDaysLeft: workingDaysLeft(today, dueOf(item).dueOn),
      clocks: item.clocks.map((clock) => clockForDesk(clock, today)),
      referrals: item.referrals.map(({ assignee: _, ...referral }) => referral),
      ...(assignee && { assignee }),
      ...optionsOf(file, item, officer, now),
    })),
    timeline: file.timeline
      .filter(concerns)
      .filter(isForDesk)
      .filter((event) => !isOwnAffair(event.type) || isOf(event, officer.department))
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

/** Who, when, what: the citizen, the clock, or the officer, is named by the subject of his token, and by his name where the token told it. */
function eventForDesk({ by, ...event }: CaseEvent & { readonly type: DeskEventType }) {
  if (by.kind !== 'officer') return { ...event, by: by.kind };
  const { subject, name, department } = by;
  return { ...event, by: subject, ...(name && { byName: name }), department };
}
