/** How a deadline came about, in codes and dates: what was counted, what was not and why. Its words stand in the window. */
import { plusDays, type DateOnly, type Instant } from '../time.ts';
import { makeUpNotice, publishedCalendars, whyOff } from './calendar.ts';
import { closedPausesOf, lengthOf, type Clock, type Extension, type Pause } from './clocks.ts';
import { count, type Count, type SkippedDay } from './counting.ts';
import type { Certainty, ClockMoment, DayDuty, DayRule, DutyRule, PauseGround } from './rule.ts';
import { dutyOf } from './rule-book.ts';
import type { YearCalendar } from './year-calendar.ts';

/** Days in a row that do not count for one reason. */
export interface Stretch {
  readonly from: DateOnly;
  readonly to: DateOnly;
  readonly days: number;
  readonly why: 'weekend' | 'holiday' | 'pause';
  /** The notice that names the holiday; none where the year's notice is not out. */
  readonly source?: string;
  /** Of a pause. */
  readonly ground?: PauseGround;
}

/** Of an extension; who approved it and why only where officers read it. */
type ToldExtension = Pick<Extension, 'on' | 'from' | 'to'> & Partial<Extension>;

/** A clock as officers or as the citizen has it. */
export type ExplainableClock = Omit<Clock, 'extensions'> & {
  readonly extensions?: readonly ToldExtension[];
};

/**
 * From the day after `startedOn`, `counted` days and all days of `notCounted` and of `roll` lead to `dueOn`. A duty in
 * hours has no days: `length` hours lead from `startedAt` to `dueAt`.
 */
export interface Explanation {
  readonly id: string;
  readonly basis: string;
  readonly certainty: Certainty;
  /** What begins it, unless a new lead begins it again. */
  readonly begins: ClockMoment | undefined;
  readonly startedOn: DateOnly;
  readonly startedAt?: Instant;
  /** As the rule says, without extensions. */
  readonly length: number;
  readonly unit: DutyRule['unit'];
  /** In the same unit. */
  readonly extendedBy: number;
  readonly counted: number;
  readonly notCounted: readonly Stretch[];
  /** Days of a weekend that count, because they are worked. */
  readonly madeUp: readonly { readonly on: DateOnly; readonly source: string }[];
  /** The last day was off: the end moved over these. */
  readonly roll?: { readonly from: DateOnly; readonly over: readonly Stretch[] };
  readonly extensions: readonly ToldExtension[];
  readonly moves: NonNullable<Clock['moves']>;
  /** It stands still now; the deadline will move when it goes on. */
  readonly standsStill?: Pause;
  readonly unpublishedYears: readonly number[];
  readonly dueOn: DateOnly;
  readonly dueAt?: Instant;
  readonly warnOn?: DateOnly;
  readonly provisional: boolean;
}

/**
 * Explains a deadline as it was counted, even when a calendar came out after the clock had stopped.
 * Undefined when its rule has left the book or changed since: better no explanation than a wrong one.
 * @param duty - the rule itself, where it is not one of the duties of an item
 */
export function explainDeadline(
  clock: ExplainableClock,
  calendars: readonly YearCalendar[] = publishedCalendars,
  duty: DutyRule | DayRule | undefined = dutyOf(clock.id),
): Explanation | undefined {
  if (!duty) return undefined;
  const { id, basis, startedOn, startedAt, dueOn, dueAt, warnOn, provisional } = clock;
  const told = {
    ...{ id, basis, certainty: duty.certainty, startedOn, dueOn, provisional },
    ...{
      begins: 'startedBy' in duty ? duty.startedBy[0] : undefined,
      length: duty.length,
      unit: duty.unit,
    },
    ...{ extensions: clock.extensions ?? [], moves: clock.moves ?? [] },
    ...(startedAt && { startedAt }),
    ...(dueAt && { dueAt }),
    ...(warnOn && { warnOn }),
  };
  const noDays = { extendedBy: 0, counted: 0, notCounted: [], madeUp: [], unpublishedYears: [] };
  if (duty.unit === 'hours') return { ...told, ...noDays };
  const days = explainDays(clock, duty, calendars);
  return days && { ...told, ...days };
}

function explainDays(
  clock: ExplainableClock,
  duty: DayDuty | DayRule,
  calendars: readonly YearCalendar[],
) {
  const length = lengthOf(duty, clock);
  const period = { ...duty, length };
  const known = calendarsOfThen(calendars).find((then) => {
    const { dueOn, provisional } = count(period, clock.startedOn, closedPausesOf(clock), then);
    return dueOn === clock.dueOn && provisional === clock.provisional;
  });
  if (!known) return undefined;
  const counting = count(period, clock.startedOn, closedPausesOf(clock), known);
  const { dueOn, endsOn, counted, skipped } = counting;
  const standsStill = clock.stoppedOn ? undefined : clock.pauses?.find(({ until }) => !until);
  const stretches = (days: readonly SkippedDay[]) => stretchesOf(days, known);
  return {
    extendedBy: length - duty.length,
    counted,
    notCounted: stretches(skipped.filter(({ on }) => on < endsOn)),
    madeUp: duty.unit === 'workingDays' ? madeUpDays(clock.startedOn, counting, known) : [],
    ...(endsOn < dueOn && {
      roll: { from: endsOn, over: stretches(skipped.filter(({ on }) => on >= endsOn)) },
    }),
    ...(standsStill && { standsStill }),
    unpublishedYears: clock.provisional ? yearsWithout(known, clock.startedOn, dueOn) : [],
  };
}

/** What was published at one time or another: calendars come out in the order of their years. */
function calendarsOfThen(calendars: readonly YearCalendar[]): readonly (readonly YearCalendar[])[] {
  const inOrder = calendars.toSorted((a, b) => a.year - b.year);
  return inOrder.map((_, dropped) => inOrder.slice(0, inOrder.length - dropped)).concat([[]]);
}

function stretchesOf(
  days: readonly SkippedDay[],
  calendars: readonly YearCalendar[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { on, why, ground } of days) {
    const reason = why === 'off' ? whyOff(on, calendars) : { why, ...(ground && { ground }) };
    const day: Stretch = { from: on, to: on, days: 1, ...reason };
    const last = stretches.at(-1);
    const goesOn =
      last &&
      plusDays(last.to, 1) === on &&
      last.why === day.why &&
      last.source === day.source &&
      last.ground === day.ground;
    if (goesOn) stretches[stretches.length - 1] = { ...last, to: on, days: last.days + 1 };
    else stretches.push(day);
  }
  return stretches;
}

function madeUpDays(
  startedOn: DateOnly,
  { dueOn, skipped }: Count,
  calendars: readonly YearCalendar[],
): Explanation['madeUp'] {
  const days: { on: DateOnly; source: string }[] = [];
  for (let on = plusDays(startedOn, 1); on <= dueOn; on = plusDays(on, 1)) {
    const source = makeUpNotice(on, calendars);
    if (source && !skipped.some((day) => day.on === on)) days.push({ on, source });
  }
  return days;
}

function yearsWithout(
  calendars: readonly YearCalendar[],
  from: DateOnly,
  to: DateOnly,
): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => !calendars.some((calendar) => calendar.year === year),
  );
}
