/** What the citizen with the receipt code may see of a case. Public bundles carry this and nothing of the desk. */
import { isForCitizen } from '../clocks/rules.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import type { CaseFile, CaseItem, CaseMessage } from './case-file.ts';
import { isOverdue, mayRemind, withdrawable } from './citizen-rights.ts';
import { isTold } from './telling.ts';

const publicClocks = (item: CaseItem) =>
  item.clocks
    .filter(isForCitizen)
    .map(
      ({ id, startedOn, startedAt, dueOn, dueAt, provisional, basis, stoppedOn, ...history }) => ({
        ...{ id, startedOn, dueOn, provisional, basis },
        ...(startedAt && { startedAt }),
        ...(dueAt && { dueAt }),
        ...(stoppedOn && { stoppedOn }),
        ...(history.extensions && {
          extensions: history.extensions.map(({ on, from, to }) => ({ on, from, to })),
        }),
        ...(history.pauses && { pauses: history.pauses }),
        ...(history.moves && { moves: history.moves }),
      }),
    );

/** What filing and tracking tell about an item. */
export function itemForCitizen(item: CaseItem) {
  const { itemNumber, track, categories, lead, cooperating, status, heldBy, registered } = item;
  return {
    ...{ itemNumber, track, categories, lead, cooperating, status, heldBy },
    clocks: publicClocks(item),
    ...(registered && { registered }),
  };
}

/** The citizen sees which department acted and when, never which person, and no officers' reasons. */
export function caseForCitizen(file: CaseFile, now: Instant) {
  const today = dateInShanghai(now);
  return {
    caseNumber: file.head.caseNumber,
    filedAt: file.head.filedAt,
    items: file.items.map((item) => trackedItem(item, today)),
    ...(withdrawable(file).length > 0 && { withdrawable: true as const }),
    ...(file.statement.attachments && { attachments: file.statement.attachments }),
    timeline: file.timeline.filter(isTold).map(({ seq, at, type, itemNumber, by }) => ({
      ...{ seq, at, type },
      ...(itemNumber !== undefined && { itemNumber }),
      ...(by.kind === 'officer' && { department: by.department }),
    })),
    messages: file.messages.map((message): CaseMessage => message),
    ...(file.news && { news: file.news }),
  };
}

/** Where it stands, whether its day has passed, and what the citizen may do. */
function trackedItem(item: CaseItem, today: DateOnly) {
  const { refusal, rating, escalatedOn } = item;
  const isLate = isOverdue(item, today);
  return {
    ...itemForCitizen(item),
    overdue: isLate,
    ...(mayRemind(item, today) && { mayRemind: true as const }),
    ...(isLate && escalatedOn && { escalatedOn }),
    ...(refusal && { refusal: { ground: refusal.ground } }),
    ...(rating && { rating: rating.score }),
    ...(!rating && item.status === 'concluded' && { mayRate: true as const }),
  };
}
