/** Working days in China: weekends, statutory holidays and make-up workdays 调休, from one published calendar per year. */
import { dayOfWeek, type DateOnly } from '../time.ts';
import { calendar2024 } from './calendar-2024.ts';
import { calendar2025 } from './calendar-2025.ts';
import { calendar2026 } from './calendar-2026.ts';
import type { YearCalendar } from './year-calendar.ts';

/** Every calendar the State Council has published and we hold. */
export const publishedCalendars: readonly YearCalendar[] = [
  calendar2024,
  calendar2025,
  calendar2026,
];

/**
 * Statutory holidays with a fixed date (全国年节及纪念日放假办法, 2024 text, art. 2): all that is known of a year
 * before its notice. The movable feasts are not guessed.
 */
const fixedHolidays: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

export interface DayKind {
  readonly working: boolean;
  /** The year has no published calendar: what follows from this day is an estimate. */
  readonly provisional: boolean;
}

export function dayKind(
  date: DateOnly,
  calendars: readonly YearCalendar[] = publishedCalendars,
): DayKind {
  const weekday = dayOfWeek(date) % 6 !== 0;
  const calendar = calendarOf(date, calendars);
  if (!calendar)
    return { working: weekday && !fixedHolidays.includes(date.slice(5)), provisional: true };
  if (calendar.off.includes(date)) return { working: false, provisional: false };
  return { working: weekday || calendar.on.includes(date), provisional: false };
}

/** Why a day is off. `source`: the notice that says so; none in a year that has no calendar. */
export function whyOff(
  date: DateOnly,
  calendars: readonly YearCalendar[],
): { readonly why: 'weekend' | 'holiday'; readonly source?: string } {
  const calendar = calendarOf(date, calendars);
  if (calendar?.off.includes(date)) return { why: 'holiday', source: calendar.source };
  const isFixed = !calendar && fixedHolidays.includes(date.slice(5));
  return { why: isFixed ? 'holiday' : 'weekend' };
}

/** The notice that makes a weekend day a working day 调休. */
export const makeUpNotice = (
  date: DateOnly,
  calendars: readonly YearCalendar[],
): string | undefined => {
  const calendar = calendarOf(date, calendars);
  return calendar?.on.includes(date) ? calendar.source : undefined;
};

const calendarOf = (date: DateOnly, calendars: readonly YearCalendar[]): YearCalendar | undefined =>
  calendars.find(({ year }) => year === Number(date.slice(0, 4)));
