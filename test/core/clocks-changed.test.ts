/** What may be done to a clock: it is extended, paused, moved by a calendar; and what it can tell about itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayKind, publishedCalendars } from '../../shared/clocks/calendar.ts';
import {
  extendClock,
  isPaused,
  movedClock,
  pauseClock,
  resumeClock,
  signalOf,
  startClock,
  startHours,
  type Clock,
} from '../../shared/clocks/clocks.ts';
import { daysBetween } from '../../shared/clocks/counting.ts';
import { explainDeadline } from '../../shared/clocks/explanation.ts';
import type { DayDuty } from '../../shared/clocks/rule.ts';
import { duties } from '../../shared/clocks/rule-book.ts';
import {
  CR_DECIDE,
  CR_SEND,
  MD_ADMIN_DONE,
  MK_ACCEPT,
  MK_MEDIATE,
  MK_VERIFY,
  XF_DONE,
} from '../../shared/clocks/rules.ts';
import type { YearCalendar } from '../../shared/clocks/year-calendar.ts';
import type { Result } from '../../shared/result.ts';
import { plusDays, type DateOnly } from '../../shared/time.ts';

const approval = { by: 'head', reason: '案情复杂' };
const calendar2027: YearCalendar = {
  year: 2027,
  source: 'an invented notice',
  off: ['2027-01-01', '2027-01-04', '2027-01-05', '2027-02-08', '2027-02-09', '2027-02-10'],
  on: ['2027-01-09'],
};
const laterCalendars = [...publishedCalendars, calendar2027];

const dayDuties: readonly DayDuty[] = duties.filter((duty) => duty.unit !== 'hours');
const aDayOfTheseYears = fc
  .integer({ min: 0, max: 1_095 })
  .map((day) => plusDays('2024-01-01', day));

/** A clock that may have been paused, extended and moved, in the order in which that can happen. */
const aClockWithPast = fc
  .record({
    duty: fc.constantFrom(...dayDuties),
    startedOn: aDayOfTheseYears,
    waits: fc.array(fc.tuple(fc.nat(20), fc.nat(40)), { maxLength: 3 }),
    extends: fc.boolean(),
    stands: fc.boolean(),
  })
  .map(({ duty, startedOn, waits, extends: isExtended, stands }) => {
    let clock = startClock(duty, startedOn);
    let today = startedOn;
    for (const [before, during] of waits) {
      today = plusDays(today, before);
      const pause = pauseClock(clock, 'APPRAISAL', today);
      if (!pause.ok) break;
      today = plusDays(today, during);
      clock = valueOf(resumeClock(pause.value, today));
    }
    if (isExtended) {
      const longer = extendClock(clock, { on: today, ...approval });
      if (longer.ok) clock = longer.value;
    }
    const standing = pauseClock(clock, 'APPRAISAL', today);
    return { duty, clock: stands && standing.ok ? standing.value : clock };
  });

describe('an extension', () => {
  it('adds to the length of the rule, once, and remembers who gave it', () => {
    const longer = valueOf(
      extendClock(startClock(MK_VERIFY, '2026-02-10'), { on: '2026-03-05', ...approval }),
    );
    expect(longer.dueOn).toBe('2026-03-30');
    expect(longer.extensions).toEqual([
      { on: '2026-03-05', ...approval, from: '2026-03-09', to: '2026-03-30' },
    ]);
    expect(extendClock(longer, { on: '2026-03-10', ...approval }).ok).toBe(false);
  });

  it('is refused where the law knows none, after the deadline, and when the duty is done', () => {
    const refusal = { ok: false, error: { code: 'CLOCK_NOT_EXTENDABLE' } };
    const verify = startClock(MK_VERIFY, '2026-02-10');
    const on = '2026-02-11';
    expect(extendClock(startClock(MK_ACCEPT, on), { on, ...approval })).toEqual(refusal);
    expect(extendClock(verify, { on: '2026-03-10', ...approval })).toEqual(refusal);
    expect(extendClock({ ...verify, stoppedOn: on }, { on, ...approval })).toEqual(refusal);
    expect(extendClock(startHours(CR_SEND, `${on}T01:00:00.000Z`), { on, ...approval })).toEqual(
      refusal,
    );
  });

  it('never shortens', () => {
    fc.assert(
      fc.property(fc.constantFrom(MK_VERIFY, XF_DONE), aDayOfTheseYears, (duty, startedOn) => {
        const clock = startClock(duty, startedOn);
        const longer = valueOf(extendClock(clock, { on: startedOn, ...approval }));
        expect(longer.dueOn > clock.dueOn).toBe(true);
      }),
    );
  });
});

describe('a pause', () => {
  const mediation = startClock(MK_MEDIATE, '2026-04-20');

  it('leaves its days out: the first is not counted, the day it goes on is', () => {
    const standing = valueOf(pauseClock(mediation, 'TESTING', '2026-05-11'));
    expect(isPaused(standing)).toBe(true);
    const going = valueOf(resumeClock(standing, '2026-05-21'));
    expect(isPaused(going)).toBe(false);
    expect(going.pauses).toEqual([{ from: '2026-05-11', until: '2026-05-21', ground: 'TESTING' }]);
    expect(going.dueOn).toBe('2026-06-29'); // 60 + 10 days
  });

  it('leaves out working days only where only they count', () => {
    const standing = valueOf(
      pauseClock(startClock(MD_ADMIN_DONE, '2026-11-02'), 'APPRAISAL', '2026-11-06'),
    );
    expect(standing.dueOn).toBe('2026-12-14');
    expect(valueOf(resumeClock(standing, '2026-11-09')).dueOn).toBe('2026-12-15'); // Friday only
  });

  it('that begins while the end is rolled over days off moves the end too', () => {
    const standing = valueOf(pauseClock(mediation, 'APPRAISAL', '2026-06-20'));
    expect(valueOf(resumeClock(standing, '2026-06-26')).dueOn).toBe('2026-06-26');
  });

  it('needs a ground of the rule, a clock that runs, and a deadline still ahead', () => {
    const refusal = { ok: false, error: { code: 'CLOCK_NOT_PAUSABLE' } };
    const mediated = startClock(MD_ADMIN_DONE, '2026-11-02');
    const standing = valueOf(pauseClock(mediation, 'TESTING', '2026-05-11'));
    expect(pauseClock(mediated, 'TESTING', '2026-11-06')).toEqual(refusal);
    expect(pauseClock(standing, 'TESTING', '2026-05-12')).toEqual(refusal);
    expect(pauseClock(mediation, 'TESTING', '2026-06-23')).toEqual(refusal);
    expect(resumeClock(mediation, '2026-05-12')).toEqual(refusal);
    expect(resumeClock(standing, '2026-05-10')).toEqual(refusal);
  });

  it('and its end never shorten', () => {
    fc.assert(
      fc.property(
        ...[fc.constantFrom(MK_MEDIATE, MD_ADMIN_DONE), aDayOfTheseYears, fc.nat(50), fc.nat(80)],
        (duty, startedOn, before, during) => {
          const clock = startClock(duty, startedOn);
          const from = plusDays(startedOn, before);
          fc.pre(from <= clock.dueOn);
          const standing = valueOf(pauseClock(clock, 'APPRAISAL', from));
          const going = valueOf(resumeClock(standing, plusDays(from, during)));
          expect(going.dueOn >= clock.dueOn).toBe(true);
          expect(daysBetween(startedOn, going.dueOn)).toBeGreaterThanOrEqual(during);
        },
      ),
    );
  });
});

describe('a newly published calendar', () => {
  it('moves a provisional deadline, makes it firm, and leaves a trace', () => {
    const clock = startClock(MK_VERIFY, '2026-12-17');
    expect(clock).toMatchObject({ dueOn: '2027-01-08', provisional: true });
    const moved = movedClock(clock, '2026-12-20', laterCalendars);
    expect(moved).toMatchObject({
      dueOn: '2027-01-11',
      provisional: false,
      moves: [{ on: '2026-12-20', from: '2027-01-08', to: '2027-01-11' }],
    });
  });

  it('makes a deadline firm that it does not move, without a trace', () => {
    const clock = startClock(XF_DONE, '2026-12-01');
    const moved = movedClock(clock, '2026-12-20', laterCalendars);
    expect(clock.provisional).toBe(true);
    expect(moved).toEqual({ ...clock, provisional: false });
  });

  it('changes nothing that was counted with it already, nothing twice, and nothing that is done', () => {
    fc.assert(
      fc.property(aClockWithPast, ({ clock }) => {
        expect(movedClock(clock, '2026-12-20')).toBeUndefined();
        const moved = movedClock(clock, '2026-12-20', laterCalendars);
        if (moved) expect(movedClock(moved, '2026-12-21', laterCalendars)).toBeUndefined();
        const done = { ...clock, stoppedOn: clock.startedOn };
        expect(movedClock(done, '2026-12-20', laterCalendars)).toBeUndefined();
      }),
    );
  });
});

describe('an explanation', () => {
  it('names the days that do not count, the days made up, and the notices that say so', () => {
    const notice = publishedCalendars.find(({ year }) => year === 2026)?.source;
    expect(explainDeadline(startClock(MK_ACCEPT, '2026-09-28'))).toMatchObject({
      ...{ startedOn: '2026-09-28', length: 7, unit: 'workingDays', dueOn: '2026-10-13' },
      ...{ counted: 7, extendedBy: 0, certainty: 'secondary', provisional: false },
      notCounted: [
        { from: '2026-10-01', to: '2026-10-07', days: 7, why: 'holiday', source: notice },
        { from: '2026-10-11', to: '2026-10-11', days: 1, why: 'weekend' },
      ],
      madeUp: [{ on: '2026-10-10', source: notice }],
    });
  });

  it('tells how the end moved off a day off', () => {
    expect(explainDeadline(startClock(MK_MEDIATE, '2026-04-20'))).toMatchObject({
      notCounted: [],
      roll: { from: '2026-06-19', over: [{ from: '2026-06-19', to: '2026-06-21', days: 3 }] },
    });
  });

  it('tells a pause, one that is not over, and the years without a calendar', () => {
    const clock = startClock(MD_ADMIN_DONE, '2026-12-01');
    const standing = valueOf(pauseClock(clock, 'APPRAISAL', '2026-12-02'));
    expect(explainDeadline(standing)).toMatchObject({
      standsStill: { from: '2026-12-02', ground: 'APPRAISAL' },
      unpublishedYears: [2027],
    });
    expect(explainDeadline(valueOf(resumeClock(standing, '2026-12-05')))?.notCounted[0]).toEqual({
      ...{ from: '2026-12-02', to: '2026-12-04', days: 3, why: 'pause', ground: 'APPRAISAL' },
    });
  });

  it('adds up to the deadline, also of a past counted before a calendar came out', () => {
    fc.assert(
      fc.property(
        aClockWithPast,
        fc.constantFrom(publishedCalendars, laterCalendars),
        ({ duty, clock }, calendars) => {
          const explained = explainDeadline(clock, calendars);
          const off = [...(explained?.notCounted ?? []), ...(explained?.roll?.over ?? [])];
          const days = off.reduce((sum, stretch) => sum + stretch.days, explained?.counted ?? 0);
          expect(plusDays(clock.startedOn, days)).toBe(clock.dueOn);
          expect(explained?.counted).toBe(duty.length + (explained?.extendedBy ?? 0));
          for (const { from, to, days: length } of off)
            expect(daysBetween(from, to) + 1).toBe(length);
        },
      ),
    );
  });

  it('is not given for a clock whose rule is not in the book or counts otherwise now', () => {
    const clock = startClock(MK_ACCEPT, '2026-09-28');
    expect(explainDeadline({ ...clock, id: 'OF-OLD' })).toBeUndefined();
    expect(explainDeadline({ ...clock, dueOn: '2026-10-12' })).toBeUndefined();
  });
});

describe('a deadline is provisional', () => {
  it('exactly when a day was asked of a year without a calendar', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dayDuties), aDayOfTheseYears, (duty, startedOn) => {
        const { dueOn, provisional } = startClock(duty, startedOn);
        expect(provisional).toBe(dayKind(dueOn).provisional);
      }),
    );
  });
});

describe('duties in hours and days of which the law leaves doubt', () => {
  it('are counted from instant to instant', () => {
    expect(startHours(CR_SEND, '2026-09-24T18:30:00.000Z')).toMatchObject({
      ...{ startedOn: '2026-09-25', dueOn: '2026-09-26' },
      ...{ startedAt: '2026-09-24T18:30:00.000Z', dueAt: '2026-09-25T18:30:00.000Z' },
    });
  });

  it('warn of the stricter day when the end was rolled', () => {
    const clock = startClock(CR_DECIDE, '2026-09-24');
    expect(clock).toMatchObject({ dueOn: '2026-09-28', warnOn: '2026-09-27' });
    expect(signalOf(clock, '2026-09-28')).toBe('red');
    expect(startClock(CR_DECIDE, '2026-09-07')).not.toHaveProperty('warnOn');
  });
});

describe('signals', () => {
  it.each<[DateOnly, string]>([
    ['2026-11-20', 'green'],
    ['2026-11-23', 'amber'],
    ['2026-11-25', 'amber'],
    ['2026-11-26', 'red'],
    ['2026-11-30', 'red'],
    ['2026-12-01', 'overdue'],
  ])('on %s a deadline of 30 November is %s', (today, signal) => {
    expect(signalOf('2026-11-30', today)).toBe(signal);
  });

  it('press nobody whose clock stands still or whose duty is done', () => {
    const clock = startClock(MK_MEDIATE, '2026-04-20');
    const standing = valueOf(pauseClock(clock, 'TESTING', '2026-05-11'));
    expect(signalOf(standing, '2026-12-01')).toBe('green');
    expect(signalOf({ ...clock, stoppedOn: '2026-12-01' }, '2026-12-01')).toBe('green');
    expect(signalOf(clock, '2026-12-01')).toBe('overdue');
  });
});

function valueOf(result: Result<Clock, unknown>): Clock {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
