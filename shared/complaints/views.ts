/** Who may see what of a case: the citizen with the receipt code, and each department its own items. */
import type { DepartmentCode } from '../departments/directory.ts';
import type { CaseEvent, CaseFile, CaseItem } from './case-file.ts';

const publicClocks = (item: CaseItem) =>
  item.clocks.map(({ id, dueOn, provisional, basis }) => ({ id, dueOn, provisional, basis }));

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

/** A message sent once more is the departments' own affair. */
const isForCitizen = ({ type }: CaseEvent): boolean => type !== 'replayed';

/** A department sees the items referred to it and what belongs to them; undefined when nothing is. */
export function caseForDepartment(file: CaseFile, department: DepartmentCode) {
  const items = file.items.filter((item) =>
    item.referrals.some((referral) => referral.department === department),
  );
  if (items.length === 0) return undefined;
  const numbers = items.map((item) => item.itemNumber);
  const concerns = (part: { readonly itemNumber?: number }) =>
    part.itemNumber === undefined || numbers.includes(part.itemNumber);
  const { caseNumber, filedAt, anonymous, urgency, majorReasons, version } = file.head;
  return {
    ...{ caseNumber, filedAt, anonymous, urgency, majorReasons, version },
    statement: file.statement,
    items: items.map(({ referrals, ...item }) => ({
      ...item,
      referrals,
      role: referrals.find((referral) => referral.department === department)?.role,
    })),
    timeline: file.timeline.filter(concerns).map(eventForDesk),
    messages: file.messages.filter(concerns),
  };
}

/** Who, when, what: the officer is named by the subject of his token. */
function eventForDesk({ by, ...event }: CaseEvent) {
  return by.kind === 'officer'
    ? { ...event, by: by.subject, department: by.department }
    : { ...event, by: 'citizen' };
}
