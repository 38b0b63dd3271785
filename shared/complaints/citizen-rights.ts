/** What a citizen may do, given where a case stands. Apart from the acts themselves, which no reader of a case needs. */
import { isCounting } from '../clocks/clocks.ts';
import { isForCitizen } from '../clocks/rules.ts';
import { plusDays, type DateOnly } from '../time.ts';
import { isOpen, type CaseFile, type CaseItem } from './case-file.ts';

/** [design] A reminder is heard once in so many days. */
const REMIND_AGAIN_AFTER_DAYS = 7;

/** Is a legal day over that the citizen knows of, and the item still open? Our own service level is nobody's right. */
export const isOverdue = (item: CaseItem, today: DateOnly): boolean =>
  isOpen(item.status) &&
  item.clocks.some((clock) => isForCitizen(clock) && isCounting(clock) && clock.dueOn < today);

export const mayRemind = (item: CaseItem, today: DateOnly): boolean =>
  isOverdue(item, today) &&
  (item.remindedOn === undefined || plusDays(item.remindedOn, REMIND_AGAIN_AFTER_DAYS) <= today);

/** The complaints of a case that can still be taken back. */
export const withdrawable = ({ items }: CaseFile): readonly CaseItem[] =>
  items.filter(({ track, status }) => track === 'C' && isOpen(status));
