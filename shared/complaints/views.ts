/** What the citizen with the receipt code may see of a case. Public bundles carry this and nothing of the desk. */
import type { CaseEvent, CaseFile, CaseItem } from './case-file.ts';

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
