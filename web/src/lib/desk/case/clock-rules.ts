/** How the clocks of an item are counted, by their ids. */
export { dutyOf as clockRule } from '../../../../../shared/clocks/rule-book.ts';
