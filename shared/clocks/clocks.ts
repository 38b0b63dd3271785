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

/** A clock of an item: what the citizen and the department see. */
export interface Clock {
  readonly id: string;
  readonly startedOn: DateOnly;
  readonly dueOn: DateOnly;
  /** Passes through a year whose calendar is not published yet. */
  readonly provisional: boolean;
  readonly basis: string;
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
