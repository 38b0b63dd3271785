/** The clocks of an item: a duty's legal deadline as it is kept, and what may be done to it. */
import { err, ok, type Result } from '../result.ts';
import { dateInShanghai, plusDays, plusSeconds, type DateOnly, type Instant } from '../time.ts';
import { dayKind, publishedCalendars } from './calendar.ts';
import { count, type ClosedPause } from './counting.ts';
import {
  pauseGrounds,
  type ClockMoment,
  type DayDuty,
  type HourDuty,
  type PauseGround,
  type Period,
} from './rule.ts';
import { dutyOf } from './rule-book.ts';
import type { YearCalendar } from './year-calendar.ts';

export { pauseGrounds, type PauseGround };

/** A time during which the duty was not counted. */
export interface Pause {
  /** The first day that does not count. */
  readonly from: DateOnly;
  /** The first day that counts again; absent: it still stands still. */
  readonly until?: DateOnly;
  readonly ground: PauseGround;
}

export interface Extension {
  readonly on: DateOnly;
  /** Subject of who approved it. */
  readonly by: string;
  /** For officers. */
  readonly reason: string;
  readonly from: DateOnly;
  readonly to: DateOnly;
}

/** One time that a duty ran. */
export interface Run {
  /** The day of the event; it does not count. */
  readonly startedOn: DateOnly;
  readonly dueOn: DateOnly;
  /** The day the duty was done or ended; the clock runs as long as there is none. */
  readonly stoppedOn?: DateOnly;
  readonly stoppedBy?: ClockMoment;
}

/** A clock of an item: what the citizen and the department see. An item has at most one of each id. */
export interface Clock extends Run {
  readonly id: string;
  /** Passes through a year whose calendar is not published yet. */
  readonly provisional: boolean;
  readonly basis: string;
  /** Of duties counted in hours. */
  readonly startedAt?: Instant;
  readonly dueAt?: Instant;
  /** The stricter reading of a deadline that was moved off a day off; for officers. */
  readonly warnOn?: DateOnly;
  readonly extensions?: readonly Extension[];
  readonly pauses?: readonly Pause[];
  /** How newly published calendars moved it. */
  readonly moves?: readonly {
    readonly on: DateOnly;
    readonly from: DateOnly;
    readonly to: DateOnly;
  }[];
  /** Under a former lead, or before the same duty began again. */
  readonly earlier?: readonly Run[];
}

/** When a period ends that an event on `startedOn` sets going. */
export function deadline(
  period: Period,
  startedOn: DateOnly,
  calendars: readonly YearCalendar[] = publishedCalendars,
): { readonly dueOn: DateOnly; readonly provisional: boolean } {
  const { dueOn, provisional } = count(period, startedOn, [], calendars);
  return { dueOn, provisional };
}

/** Only duties run as clocks: rights and internal levels are dates (`deadline`). */
export function startClock(
  duty: DayDuty,
  startedOn: DateOnly,
  calendars: readonly YearCalendar[] = publishedCalendars,
): Clock {
  return counted({ id: duty.id, startedOn, basis: duty.basis }, duty, calendars);
}

export function startHours(duty: HourDuty, startedAt: Instant): Clock {
  const dueAt = plusSeconds(startedAt, duty.length * 3_600);
  return {
    ...{ id: duty.id, basis: duty.basis, provisional: false },
    ...{ startedAt, startedOn: dateInShanghai(startedAt) },
    ...{ dueAt, dueOn: dateInShanghai(dueAt) },
  };
}

/** Is the duty still to be done? It may stand still. */
export const isRunning = (clock: Pick<Clock, 'stoppedOn'>): boolean =>
  clock.stoppedOn === undefined;

export const isPaused = (clock: Pick<Clock, 'stoppedOn' | 'pauses'>): boolean =>
  isRunning(clock) && openPauseOf(clock) !== undefined;

/** It runs and is not paused: only such a clock can make anything due. */
export const isCounting = (clock: Clock): boolean => isRunning(clock) && !isPaused(clock);

/**
 * The extension that the duty's law allows, counted on from the start: 15 and 15 working days are 30. Who may approve it
 * is for the caller to know; after the deadline it is too late.
 */
export function extendClock(
  clock: Clock,
  { on, by, reason }: Pick<Extension, 'on' | 'by' | 'reason'>,
  calendars: readonly YearCalendar[] = publishedCalendars,
): Result<Clock, { readonly code: 'CLOCK_NOT_EXTENDABLE' }> {
  const duty = dayDutyOf(clock);
  const earlier = clock.extensions ?? [];
  const isSpent = earlier.length >= (duty?.extension?.times ?? 0);
  const isLate = on > clock.dueOn && !isPaused(clock);
  if (!duty || isSpent || isLate || !isRunning(clock)) return err({ code: 'CLOCK_NOT_EXTENDABLE' });
  const extension = { on, by, reason, from: clock.dueOn, to: clock.dueOn };
  const longer = counted({ ...clock, extensions: [...earlier, extension] }, duty, calendars);
  return ok({ ...longer, extensions: [...earlier, { ...extension, to: longer.dueOn }] });
}

/** From this day on nothing counts, until the clock goes on. What is overdue cannot be paused. */
export function pauseClock(
  clock: Clock,
  ground: PauseGround,
  on: DateOnly,
): Result<Clock, { readonly code: 'CLOCK_NOT_PAUSABLE' }> {
  const isLawful = dayDutyOf(clock)?.pausedFor?.includes(ground) ?? false;
  const stands = !isRunning(clock) || isPaused(clock);
  const isOutside = on > clock.dueOn || on < clock.startedOn;
  if (!isLawful || stands || isOutside) return err({ code: 'CLOCK_NOT_PAUSABLE' });
  return ok({ ...clock, pauses: [...(clock.pauses ?? []), { from: on, ground }] });
}

/** Goes on: this day counts again, and the deadline moves by the days between. */
export function resumeClock(
  clock: Clock,
  on: DateOnly,
  calendars: readonly YearCalendar[] = publishedCalendars,
): Result<Clock, { readonly code: 'CLOCK_NOT_PAUSABLE' }> {
  const duty = dayDutyOf(clock);
  const pause = openPauseOf(clock);
  if (!duty || !pause || !isRunning(clock) || on < pause.from)
    return err({ code: 'CLOCK_NOT_PAUSABLE' });
  const pauses = [...(clock.pauses ?? []).slice(0, -1), { ...pause, until: on }];
  return ok(counted({ ...clock, pauses }, duty, calendars));
}

/** What a newly published calendar makes of a clock that runs; undefined when nothing changes. */
export function movedClock(
  clock: Clock,
  on: DateOnly,
  calendars: readonly YearCalendar[] = publishedCalendars,
): Clock | undefined {
  const duty = dayDutyOf(clock);
  if (!duty || !isRunning(clock)) return undefined;
  const moved = counted(clock, duty, calendars);
  if (moved.dueOn !== clock.dueOn)
    return {
      ...moved,
      moves: [...(clock.moves ?? []), { on, from: clock.dueOn, to: moved.dueOn }],
    };
  const isSame = moved.provisional === clock.provisional && moved.warnOn === clock.warnOn;
  return isSame ? undefined : moved;
}

export type Signal = 'overdue' | 'red' | 'amber' | 'green';

/** Working days left at which a deadline shows amber and red (domain B.0). */
const AMBER_FROM = 5;
const RED_FROM = 2;

/** How near a deadline is. What stands still or is done presses nobody. */
export function signalOf(
  due: Clock | DateOnly,
  today: DateOnly,
  calendars: readonly YearCalendar[] = publishedCalendars,
): Signal {
  const clock = typeof due === 'string' ? undefined : due;
  if (clock && (!isRunning(clock) || isPaused(clock))) return 'green';
  const dueOn = typeof due === 'string' ? due : due.dueOn;
  if (today > dueOn) return 'overdue';
  const left = workingDaysLeft(today, clock?.warnOn ?? dueOn, calendars);
  if (left <= RED_FROM) return 'red';
  return left <= AMBER_FROM ? 'amber' : 'green';
}

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
  let days = 0;
  for (let date = first; date < last;) {
    date = plusDays(date, 1);
    if (dayKind(date, calendars).working) days++;
  }
  return days;
}

function dayDutyOf({ id }: Clock): DayDuty | undefined {
  const duty = dutyOf(id);
  return duty?.unit === 'hours' ? undefined : duty;
}

const openPauseOf = ({ pauses = [] }: Pick<Clock, 'pauses'>): Pause | undefined => {
  const last = pauses.at(-1);
  return last?.until === undefined ? last : undefined;
};

export const closedPausesOf = ({ pauses = [] }: Pick<Clock, 'pauses'>): readonly ClosedPause[] =>
  pauses.flatMap(({ from, until, ground }) => (until ? [{ from, until, ground }] : []));

/** The whole length with all its extensions. */
export const lengthOf = (
  duty: Pick<DayDuty, 'length' | 'extension'>,
  { extensions = [] }: { readonly extensions?: readonly unknown[] },
): number => duty.length + extensions.length * (duty.extension?.length ?? 0);

/** The clock with the deadline that its start, extensions and closed pauses make. */
function counted(
  clock: Omit<Clock, 'dueOn' | 'provisional' | 'warnOn'> & { readonly warnOn?: DateOnly },
  duty: DayDuty,
  calendars: readonly YearCalendar[],
): Clock {
  const { warnOn: _, ...rest } = clock;
  const period = { ...duty, length: lengthOf(duty, clock) };
  const { dueOn, endsOn, provisional } = count(
    period,
    clock.startedOn,
    closedPausesOf(clock),
    calendars,
  );
  const warns = duty.warnsBeforeRoll && endsOn !== dueOn;
  return { ...rest, dueOn, provisional, ...(warns && { warnOn: endsOn }) };
}
