/** Legal deadlines: which clocks run, how long, on what basis, and when each is due. */
import { plusDays, type DateOnly } from '../time.ts';
import { dayKind, publishedCalendars } from './calendar.ts';
import type { YearCalendar } from './year-calendar.ts';

export interface ClockRule {
  readonly id: string;
  readonly length: number;
  readonly unit: 'workingDays' | 'calendarDays';
  /** A period of calendar days that ends on a day off ends on the next working day. */
  readonly rollsToWorkingDay: boolean;
  readonly basis: string;
}

/** A clock that starts when an item is received; it stops when the duty it measures is done. */
export interface ReceptionClockRule extends ClockRule {
  /** The officer's command that fulfils the duty. */
  readonly stoppedBy: 'accept' | 'conclude';
}

/** A clock of an item: what the citizen and the department see. */
export interface Clock {
  readonly id: string;
  readonly startedOn: DateOnly;
  readonly dueOn: DateOnly;
  /** Passes through a year whose calendar is not published yet. */
  readonly provisional: boolean;
  readonly basis: string;
  /** The day the duty was done; the clock runs as long as there is none. */
  readonly stoppedOn?: DateOnly;
}

/**
 * When a period ends that an event on `startedOn` sets going. The day of the event does not count (行政处罚法 85 and
 * civil practice). Dates are in Asia/Shanghai.
 */
export function deadline(
  rule: Pick<ClockRule, 'length' | 'unit' | 'rollsToWorkingDay'>,
  startedOn: DateOnly,
  calendars: readonly YearCalendar[] = publishedCalendars,
): { readonly dueOn: DateOnly; readonly provisional: boolean } {
  let date = startedOn;
  let provisional = false;
  const step = () => {
    date = plusDays(date, 1);
    const kind = dayKind(date, calendars);
    provisional ||= kind.provisional;
    return kind.working;
  };
  if (rule.unit === 'workingDays') {
    for (let left = rule.length; left > 0;) if (step()) left--;
    return { dueOn: date, provisional };
  }
  date = plusDays(startedOn, rule.length);
  const end = dayKind(date, calendars);
  provisional = end.provisional;
  if (rule.rollsToWorkingDay && !end.working) while (!step());
  return { dueOn: date, provisional };
}

export function startClock(
  rule: ClockRule,
  startedOn: DateOnly,
  calendars: readonly YearCalendar[] = publishedCalendars,
): Clock {
  return { id: rule.id, startedOn, basis: rule.basis, ...deadline(rule, startedOn, calendars) };
}

export const isRunning = (clock: Clock): boolean => clock.stoppedOn === undefined;

/**
 * How many working days are left until a deadline: 0 on the day itself, negative once it has passed. A deadline that
 * passed on a day off counts as one working day late, so that the sign always tells what is overdue.
 */
export function workingDaysLeft(
  today: DateOnly,
  dueOn: DateOnly,
  calendars: readonly YearCalendar[] = publishedCalendars,
): number {
  if (dueOn < today) return -Math.max(1, workingDaysAfter(dueOn, today, calendars));
  return workingDaysAfter(today, dueOn, calendars);
}

/** Working days after the first date, up to and with the last. */
function workingDaysAfter(
  first: DateOnly,
  last: DateOnly,
  calendars: readonly YearCalendar[],
): number {
  let count = 0;
  for (let date = first; date < last;) {
    date = plusDays(date, 1);
    if (dayKind(date, calendars).working) count++;
  }
  return count;
}
