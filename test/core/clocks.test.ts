/** Working days and legal deadlines. */
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayKind, publishedCalendars } from '../../shared/clocks/calendar.ts';
import { deadline, startClock, workingDaysLeft } from '../../shared/clocks/clocks.ts';
import * as levels from '../../shared/clocks/internal-levels.ts';
import {
  CR_OBJECT,
  MK_ACCEPT,
  receptionClocks,
  XF_OBJECT,
  XF_TELL,
} from '../../shared/clocks/rules.ts';
import { plusDays, plusMonths } from '../../shared/time.ts';
import { aDay } from '../support/arbitraries.ts';

const workingDays = (length: number) =>
  ({ length, unit: 'workingDays', rollsToWorkingDay: false }) as const;
const calendarDays = (length: number) =>
  ({ length, unit: 'calendarDays', rollsToWorkingDay: true }) as const;

describe('deadlines', () => {
  it.each([
    ['a complaint is accepted, across National Day', '2026-09-28', workingDays(7), '2026-10-13'],
    ['a complaint is accepted, across Mid-Autumn', '2026-09-18', workingDays(7), '2026-09-29'],
    ['a report is verified, across Spring Festival', '2026-02-10', workingDays(15), '2026-03-09'],
    ['… and once extended', '2026-02-10', workingDays(30), '2026-03-30'],
    ['a penalty is published', '2026-09-30', workingDays(7), '2026-10-15'],
    ['a penalty reaches the enterprise register', '2026-09-30', workingDays(20), '2026-11-03'],
    ['a publication is taken back', '2026-04-30', workingDays(3), '2026-05-08'],
    ['a hearing is asked for', '2026-06-17', workingDays(5), '2026-06-25'],
    ['a petitioner is told', '2026-10-01', calendarDays(15), '2026-10-16'],
    ['a mediation ends on the day after a holiday', '2026-04-20', calendarDays(60), '2026-06-22'],
    ['a handover is approved, rolled over Mid-Autumn', '2026-09-24', calendarDays(3), '2026-09-28'],
    ['a penalty is decided in ninety days', '2026-03-02', calendarDays(90), '2026-06-01'],
    ['a draw result is published', '2026-05-06', workingDays(20), '2026-06-02'],
  ])('%s', (_, startedOn, rule, dueOn) => {
    expect(deadline(rule, startedOn)).toEqual({ dueOn, provisional: false });
  });

  it('are provisional as soon as they pass into a year without a published calendar', () => {
    expect(deadline(workingDays(15), '2026-12-20').provisional).toBe(true);
    expect(deadline(calendarDays(15), '2026-12-20').provisional).toBe(true);
    expect(deadline(workingDays(3), '2026-12-20').provisional).toBe(false);
  });

  it('know the fixed holidays of a year whose calendar is not out', () => {
    expect(dayKind('2027-01-01')).toEqual({ working: false, provisional: true });
    expect(dayKind('2027-10-02')).toEqual({ working: false, provisional: true });
  });

  it('count months and years by the calendar, and clamp to the end of a month', () => {
    const months = { length: 6, unit: 'months', rollsToWorkingDay: false } as const;
    expect(deadline(months, '2026-03-31')).toEqual({ dueOn: '2026-09-30', provisional: false });
    expect(deadline({ ...months, length: 2, unit: 'years' }, '2024-02-29').dueOn).toBe(
      '2026-02-28',
    );
    expect(deadline({ ...months, rollsToWorkingDay: true }, '2026-04-03').dueOn).toBe('2026-10-08');
  });

  it('never come earlier when the event is later or the period longer', () => {
    const aPeriod = fc.record({
      length: fc.integer({ min: 1, max: 40 }),
      unit: fc.constantFrom(...(['workingDays', 'calendarDays', 'months', 'years'] as const)),
      rollsToWorkingDay: fc.boolean(),
    });
    fc.assert(
      fc.property(aDay, aPeriod, (startedOn, period) => {
        const due = deadline(period, startedOn).dueOn;
        expect(deadline(period, plusDays(startedOn, 1)).dueOn >= due).toBe(true);
        const longer = deadline({ ...period, length: period.length + 1 }, startedOn).dueOn;
        expect(longer >= due).toBe(true);
        if (period.unit === 'workingDays') expect(longer > due).toBe(true);
        expect(due > startedOn).toBe(true);
      }),
    );
  });
});

describe('the calendar', () => {
  it('agrees with an outside calendar on every day of every published year', () => {
    for (const { year } of publishedCalendars)
      for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = plusDays(date, 1))
        expect([date, dayKind(date).working]).toEqual([date, chineseDays.isWorkday(date)]);
  });
});

describe('the clocks of an item', () => {
  it('follow its lead: market supervision accepts a complaint in seven working days', () => {
    expect(receptionClocks('MARKET', 'C', ['PRICE'])).toEqual([MK_ACCEPT]);
    expect(startClock(MK_ACCEPT, '2026-09-28')).toMatchObject({ dueOn: '2026-10-13' });
  });

  it('are none where the body has procedures of its own', () => {
    for (const lead of ['PSB', 'DISCIPLINE', 'COURT', 'PROCURATORATE'] as const)
      expect(receptionClocks(lead, 'R', ['OTHER'])).toEqual([]);
  });

  it('are otherwise the written notice within fifteen days', () => {
    expect(receptionClocks('ECOENV', 'R', ['EIA_POLLUTION'])).toEqual([XF_TELL]);
  });
});

describe('what is no duty', () => {
  it('is a right with a last day: to send back, to ask the police again', () => {
    expect(deadline(XF_OBJECT, '2026-11-20').dueOn).toBe('2026-11-27');
    expect(deadline(CR_OBJECT, '2026-09-24').dueOn).toBe('2026-09-28');
  });

  it('is a level of our own, which claims no law and comes before the law does', () => {
    for (const level of Object.values(levels)) {
      expect(level.certainty).toBe('design');
      expect(level).not.toHaveProperty('basis');
    }
    const [triage, take, accept] = [
      levels.INTERNAL_TRIAGE,
      levels.INTERNAL_TAKE,
      levels.INTERNAL_ACCEPT,
    ].map((level) => deadline(level, '2026-11-20').dueOn);
    expect([String(triage) < String(take), String(take) < String(accept)]).toEqual([true, true]);
    expect(deadline(XF_TELL, '2026-11-20').dueOn > String(accept)).toBe(true);
  });
});

describe('months', () => {
  it.each([
    ['2026-05-31', 3, '2026-08-31'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2028-02-29', 36, '2031-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(plusMonths(date, months)).toBe(expected);
  });
});

describe('working days left', () => {
  it.each([
    ['on the day itself', '2026-11-20', '2026-11-20', 0],
    ['over a weekend', '2026-11-20', '2026-11-23', 1],
    ['over National Day with its make-up day', '2026-09-30', '2026-10-10', 3],
    ['the day after', '2026-11-24', '2026-11-23', -1],
    ['late by a weekend only', '2026-11-21', '2026-11-20', -1],
    ['late by a holiday and a day', '2026-10-08', '2026-09-30', -1],
  ])('%s', (_, today, dueOn, left) => {
    expect(workingDaysLeft(today, dueOn)).toBe(left);
  });

  it('agree with the deadline that was computed, and with what is overdue', () => {
    fc.assert(
      fc.property(aDay, aDay, fc.integer({ min: 1, max: 30 }), (startedOn, today, length) => {
        const { dueOn } = deadline(workingDays(length), startedOn);
        expect(workingDaysLeft(startedOn, dueOn)).toBe(length);
        expect(workingDaysLeft(today, dueOn) < 0).toBe(dueOn < today);
      }),
    );
  });
});
