/** What the clock does by itself: it tells the coordinator of what is overdue, once, and moves deadlines when a calendar comes. */
import { isCounting, isRunning, movedClock } from '../clocks/clocks.ts';
import { isForCitizen } from '../clocks/rules.ts';
import { publishedCalendars } from '../clocks/calendar.ts';
import type { YearCalendar } from '../clocks/year-calendar.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import { overseen } from './acts/referrals.ts';
import {
  dueOf,
  isOpen,
  MOST_EVENTS,
  type CaseChange,
  type CaseEvent,
  type CaseFile,
  type CaseItem,
} from './case-file.ts';

/** Has its day passed, by law or, where no law sets one, by our own level, and has the coordinator not been told? */
export const isToEscalate = (item: CaseItem, today: DateOnly): boolean =>
  isOpen(item.status) &&
  item.escalatedOn === undefined &&
  item.track !== 'X' && // nobody but its own bodies may hear of it
  dueOf(item).dueOn < today;

/** The first overdue item goes to the coordinator; undefined when there is none. Asked again, it takes the next. */
export function escalate(file: CaseFile, at: Instant): CaseChange | undefined {
  const on = dateInShanghai(at);
  const late = file.items.find((item) => isToEscalate(item, on));
  if (!late) return undefined;
  const { itemNumber, clocks } = late;
  const legal = clocks.find(
    (clock) => isForCitizen(clock) && isCounting(clock) && clock.dueOn < on,
  );
  const event = { type: 'escalated', itemNumber, detail: dueOf(late).dueOn } as const;
  return change(
    file,
    at,
    { ...event, ...(legal && { clock: legal.id }) },
    { ...overseen(late), escalatedOn: on },
  );
}

/** The first running clock that a newly published calendar moves, or makes certain; undefined when there is none. */
export function moveDeadline(
  file: CaseFile,
  at: Instant,
  calendars: readonly YearCalendar[] = publishedCalendars,
): CaseChange | undefined {
  const on = dateInShanghai(at);
  for (const item of file.items.filter(({ status }) => isOpen(status)))
    for (const [place, clock] of item.clocks.entries()) {
      const moved = isRunning(clock) ? movedClock(clock, on, calendars) : undefined;
      if (!moved) continue;
      const event = {
        type: 'deadlineMoved',
        itemNumber: item.itemNumber,
        clock: clock.id,
      } as const;
      const detail = `${clock.dueOn} → ${moved.dueOn}`;
      return change(
        file,
        at,
        { ...event, detail },
        {
          ...item,
          clocks: item.clocks.with(place, moved),
        },
      );
    }
  return undefined;
}

function change(
  { head }: CaseFile,
  at: Instant,
  event: Pick<CaseEvent, 'type' | 'itemNumber' | 'detail' | 'clock'>,
  item: CaseItem,
): CaseChange | undefined {
  const version = head.version + 1;
  if (version > MOST_EVENTS) return undefined;
  return {
    head: { ...head, version },
    items: [{ ...item, version }],
    event: { ...event, seq: version, at, by: { kind: 'system' } },
  };
}
