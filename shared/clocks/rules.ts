/** Which clocks begin and end at which moment of an item's life (domain B.0, B.1). The rules themselves stand by family. */
import type { Addressee, CategoryCode } from '../complaints/categories.ts';
import type { ItemTrack } from '../complaints/routing.ts';
import { chosenDistrict } from '../districts/chosen.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import { publishedCalendars } from './calendar.ts';
import { isRunning, startClock, startHours, type Clock } from './clocks.ts';
import type { ClockMoment, DutyRule, Procedure } from './rule.ts';
import { duties, dutyOf } from './rule-book.ts';
import type { YearCalendar } from './year-calendar.ts';

export * from './enforcement-rules.ts';
export * from './health-rules.ts';
export * from './internal-levels.ts';
export * from './market-rules.ts';
export * from './penalty-rules.ts';
export type { ClockMoment } from './rule.ts';

/** What decides which duties an item has. */
export interface ClockSubject {
  /** Who leads from this moment on. */
  readonly lead: Addressee;
  readonly track: ItemTrack;
  readonly categories: readonly CategoryCode[];
  readonly anonymous: boolean;
  /** Of `decide-filing` and `police-decide`. */
  readonly filed?: boolean;
  /** Of `approve-crime`. */
  readonly approved?: boolean;
}

export interface Advancing {
  /** The day of the moment, when it is not the one of the instant: a letter that came earlier. */
  readonly on?: DateOnly;
  readonly calendars?: readonly YearCalendar[];
  /** Ids of duties that are off by default and hold in this district. */
  readonly switchedOn?: readonly string[];
}

/** Bodies that answer by procedures of their own: the citizen sees "handed over", no clock (domain B.0). */
const withoutClock: readonly Addressee[] = ['PSB', 'DISCIPLINE', 'COURT', 'PROCURATORATE'];

/** They end every duty of an item: it is over, or another lead begins anew. */
const endings: readonly ClockMoment[] = ['refuse', 'conclude', 'withdraw', 'reassign', 'transfer'];

/**
 * The clocks of an item after a moment of its life: those whose duty it does or ends have stopped, those it begins have
 * started, each id at most once; a duty that begins again keeps its former run in `earlier`. Never ask it about
 * `reassign` to the lead that has the item already: whoever sends back in vain gains no time.
 */
export function advance(
  clocks: readonly Clock[],
  moment: ClockMoment,
  of: ClockSubject,
  at: Instant,
  {
    on = dateInShanghai(at),
    calendars = publishedCalendars,
    switchedOn = chosenDistrict.dutiesSwitchedOn,
  }: Advancing = {},
): readonly Clock[] {
  const stopped = clocks.map((clock) =>
    isRunning(clock) && isEnded(clock, moment)
      ? { ...clock, stoppedOn: on, stoppedBy: moment }
      : clock,
  );
  const isOpen = (id: string) => stopped.some((clock) => clock.id === id && isRunning(clock));
  const started = dutiesBegun(moment, of, switchedOn)
    .filter(({ id }) => !isOpen(id))
    .map((duty) =>
      begun(
        duty.unit === 'hours' ? startHours(duty, at) : startClock(duty, on, calendars),
        stopped.find(({ id }) => id === duty.id),
      ),
    );
  const isBegun = ({ id }: Clock) => started.some((clock) => clock.id === id);
  return [...stopped.filter((clock) => !isBegun(clock)), ...started];
}

/** The legal clocks that start when an item is received: chosen by its lead, never by the whole message (domain B.0). */
export const receptionClocks = (
  lead: Addressee,
  track: ItemTrack,
  categories: readonly CategoryCode[],
): readonly DutyRule[] => dutiesBegun('receive', { lead, track, categories, anonymous: true }, []);

/** Does the citizen see it? Rules that left the book are shown: they were. */
export const isForCitizen = ({ id }: Pick<Clock, 'id'>): boolean => !dutyOf(id)?.forOfficersOnly;

const isEnded = ({ id }: Clock, moment: ClockMoment): boolean =>
  endings.includes(moment) || (dutyOf(id)?.stoppedBy.includes(moment) ?? false);

function begun(clock: Clock, former: Clock | undefined): Clock {
  if (!former) return clock;
  const { startedOn, dueOn, stoppedOn, stoppedBy, earlier = [] } = former;
  const run = {
    startedOn,
    dueOn,
    ...(stoppedOn && { stoppedOn }),
    ...(stoppedBy && { stoppedBy }),
  };
  return { ...clock, earlier: [...earlier, run] };
}

function dutiesBegun(
  moment: ClockMoment,
  of: ClockSubject,
  switchedOn: readonly string[],
): readonly DutyRule[] {
  const procedures = proceduresOf(of);
  return duties.filter(
    (duty) =>
      duty.startedBy.includes(moment) &&
      procedures.includes(duty.procedure) &&
      (duty.track === undefined || duty.track === of.track) &&
      (duty.filed === undefined || duty.filed === of.filed) &&
      (duty.approved === undefined || duty.approved === of.approved) &&
      !(duty.toNamedOnly && of.anonymous) &&
      (!duty.offByDefault || switchedOn.includes(duty.id)),
  );
}

/** A medical dispute is answered by mediating it; whatever else is asked in the same item is answered as a petition. */
function proceduresOf({ lead, track, categories }: ClockSubject): readonly Procedure[] {
  if (withoutClock.includes(lead)) return [];
  if (lead === 'MARKET') return ['market', 'enforcement'];
  if (lead === 'MEDINS' && track === 'R') return ['insurance', 'enforcement'];
  if (lead !== 'HEALTH' || !categories.includes('DISPUTE'))
    return ['petition', 'petitionAnswer', 'enforcement'];
  const isOnlyDispute = categories.every((category) => category === 'DISPUTE');
  return [
    'mediation',
    'petition',
    ...(isOnlyDispute ? [] : ['petitionAnswer' as const]),
    'enforcement',
  ];
}
