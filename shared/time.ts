/** Instants (UTC) and calendar dates (Asia/Shanghai), both as ISO 8601 strings; the clock itself is always an argument. */

/** An instant, ISO 8601 in UTC with milliseconds: `2026-11-21T15:04:05.000Z`. */
export type Instant = string;

/** A calendar date as people in Asia/Shanghai write it: `2026-11-21`. */
export type DateOnly = string;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000; // UTC+8 all year: China has had no summer time since 1991
const DAY_MS = 86_400_000;

export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString();

/** The date it is in Asia/Shanghai at that instant. */
export const dateInShanghai = (at: Instant): DateOnly =>
  new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** The date and minute in Asia/Shanghai, as government meta tags want it: `2026-11-21 23:04`. */
export const minuteInShanghai = (at: Instant): string =>
  new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');

/** The instant at which a date begins in Asia/Shanghai. */
export const startInShanghai = (date: DateOnly): Instant =>
  instantOf(Date.parse(date) - SHANGHAI_OFFSET_MS);

export const plusDays = (date: DateOnly, days: number): DateOnly =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** 0 = Sunday … 6 = Saturday. */
export const dayOfWeek = (date: DateOnly): number => new Date(date).getUTCDay();

/** Adds months and clamps to the end of the month: 2026-11-30 + 3 = 2027-02-28 (domain B.6). */
export function plusMonths(date: DateOnly, months: number): DateOnly {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0),
  ).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}

export const monthOf = (date: DateOnly): string => date.slice(0, 7);

/** Is it a date that exists, in the form yyyy-mm-dd? */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

export const plusSeconds = (at: Instant, seconds: number): Instant =>
  instantOf(Date.parse(at) + seconds * 1000);
