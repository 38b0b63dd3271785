/** The months that may be chosen, and those that are shown unless somebody chooses. */
import { dateInShanghai, instantOf, monthOf, plusMonths } from '../../../../../shared/time.ts';
import { MOST_MONTHS } from '../../../../../shared/statistics/statistics.ts';

const SHOWN = 6;

export interface Period {
  readonly from: string;
  readonly to: string;
}

const before = (month: string, count: number): string => monthOf(plusMonths(`${month}-01`, -count));

/** The newest first. */
export function choosableMonths(now: number): readonly string[] {
  const newest = monthOf(dateInShanghai(instantOf(now)));
  return Array.from({ length: MOST_MONTHS }, (_, count) => before(newest, count));
}

/** What the address asks for, as far as it can be shown; a period that runs backwards is turned round. */
export function periodOf(asked: Pick<URLSearchParams, 'get'>, now: number): Period {
  const months = choosableMonths(now);
  const [newest = ''] = months;
  const chosen = (name: string, usual: string) =>
    months.find((month) => month === asked.get(name)) ?? usual;
  const to = chosen('to', newest);
  const from = chosen('from', before(newest, SHOWN - 1));
  return from <= to ? { from, to } : { from: to, to: from };
}
