/** Counts a period day by day: which day it ends on, and which days on the way did not count and why. */
import { plusDays, plusMonths, type DateOnly } from '../time.ts';
import { dayKind } from './calendar.ts';
import type { PauseGround, Period } from './rule.ts';
import type { YearCalendar } from './year-calendar.ts';

/** Time that does not count: from the first day on, up to and without the day on which it goes on. */
export interface ClosedPause {
  readonly from: DateOnly;
  readonly until: DateOnly;
  readonly ground: PauseGround;
}

export interface SkippedDay {
  readonly on: DateOnly;
  readonly why: 'off' | 'pause';
  readonly ground?: PauseGround;
}

export interface Count {
  readonly dueOn: DateOnly;
  /** The last day that counts, before it is moved off a day off. */
  readonly endsOn: DateOnly;
  /** Asked about a day of a year without a published calendar. */
  readonly provisional: boolean;
  /** Days that count. */
  readonly counted: number;
  readonly skipped: readonly SkippedDay[];
}

/** The day of the event does not count (行政处罚法 85 and civil practice). Dates are in Asia/Shanghai. */
export function count(
  { length, unit, rollsToWorkingDay }: Period,
  startedOn: DateOnly,
  pauses: readonly ClosedPause[],
  calendars: readonly YearCalendar[],
): Count {
  const days = daysOf(length, unit, startedOn);
  const skipped: SkippedDay[] = [];
  let provisional = false;
  let date = startedOn;
  const isOff = () => {
    const kind = dayKind(date, calendars);
    provisional ||= kind.provisional;
    return !kind.working;
  };
  const skips = (asksForDaysOff: boolean): boolean => {
    const pause = pauses.find(({ from, until }) => from <= date && date < until);
    if (pause) skipped.push({ on: date, why: 'pause', ground: pause.ground });
    else if (asksForDaysOff && isOff()) skipped.push({ on: date, why: 'off' });
    else return false;
    return true;
  };
  for (let left = days; left > 0;) {
    date = plusDays(date, 1);
    if (!skips(unit === 'workingDays')) left--;
  }
  const endsOn = date;
  if (rollsToWorkingDay && unit !== 'workingDays') while (skips(true)) date = plusDays(date, 1);
  return { dueOn: date, endsOn, provisional, counted: days, skipped };
}

/** Months and years become the days they have from that day on. */
function daysOf(length: number, unit: Period['unit'], startedOn: DateOnly): number {
  if (unit === 'workingDays' || unit === 'calendarDays') return length;
  const end = plusMonths(startedOn, unit === 'years' ? 12 * length : length);
  return daysBetween(startedOn, end);
}

export const daysBetween = (first: DateOnly, last: DateOnly): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
