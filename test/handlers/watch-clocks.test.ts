/** What the clock does by itself: it tells the coordinator once, and follows a new calendar. */
import { describe, expect, it } from 'vitest';
import { loadCase, newCaseWrites } from '../../functions/aws/case-store.ts';
import { watchClocks } from '../../functions/complaints/watch-clocks.ts';
import { publishedCalendars } from '../../shared/clocks/calendar.ts';
import type { YearCalendar } from '../../shared/clocks/year-calendar.ts';
import type { CaseFile } from '../../shared/complaints/case-file.ts';
import { caseForCitizen } from '../../shared/complaints/views.ts';
import { aCase, CASE_NUMBER } from '../support/builders.ts';
import { MemoryTables } from '../support/memory-tables.ts';

async function filed(file: CaseFile): Promise<MemoryTables> {
  const tables = new MemoryTables();
  await tables.commit(newCaseWrites(file));
  return tables;
}

const typesOf = async (tables: MemoryTables) =>
  (await loadCase(tables, CASE_NUMBER))?.timeline.map(({ type }) => type);

/** One that begins with a week of holidays nobody could know of. */
const calendar2027: YearCalendar = {
  ...{ year: 2027, source: 'a notice that this test invents', on: [] },
  off: ['2027-01-01', '2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'],
};

describe('the watch over clocks', () => {
  it('tells the coordinator of an overdue item once, and the citizen that it is overdue', async () => {
    const tables = await filed(aCase({ categories: ['STAFF_CERT'] }));
    await watchClocks({ tables }, '2026-12-07T02:00:00.000Z'); // its last day
    expect(await typesOf(tables)).toEqual(['filed']);
    const late = '2026-12-08T02:00:00.000Z';
    await watchClocks({ tables }, late);
    await watchClocks({ tables }, late);
    await watchClocks({ tables }, '2027-06-01T02:00:00.000Z');
    expect(await typesOf(tables)).toEqual(['filed', 'escalated']);
    const file = await loadCase(tables, CASE_NUMBER);
    expect(file?.items[0]).toMatchObject({ escalatedOn: '2026-12-08', heldBy: 'HRSS' });
    expect(file && caseForCitizen(file, late).items[0]).toMatchObject({ overdue: true });
    const told = tables.all('relay').map(({ pk }) => pk.split('#').at(-1));
    expect(told).toEqual(expect.arrayContaining(['HEALTH', 'HRSS']));
  });

  it('watches our own level where no law sets a day, and says nothing of it to the citizen', async () => {
    const tables = await filed(aCase({ categories: ['VIOLENCE'] }));
    const late = '2026-12-02T02:00:00.000Z';
    await watchClocks({ tables }, late);
    expect(await typesOf(tables)).toEqual(['filed', 'escalated']);
    const file = await loadCase(tables, CASE_NUMBER);
    const seen = file && caseForCitizen(file, late);
    expect(seen?.items[0]).toMatchObject({ overdue: false });
    expect(JSON.stringify(seen), 'our own level is nobody’s right').not.toMatch(/escalated/);
  });

  it('goes on past a case that it cannot read', async () => {
    const tables = await filed(aCase({ categories: ['STAFF_CERT'] }));
    const broken = { table: 'cases', put: { pk: 'CASE#broken', sk: 'CASE', value: {} } } as const;
    const due = { dueShard: 'CLOCK#1', dueKey: '2020-01-01#broken#1' };
    await tables.commit([
      broken,
      { ...broken, put: { ...broken.put, sk: 'STATEMENT' } },
      { ...broken, put: { ...broken.put, ...due, sk: 'ITEM#1', value: { status: 'received' } } },
    ]);
    await watchClocks({ tables }, '2026-12-08T02:00:00.000Z');
    expect(await typesOf(tables)).toEqual(['filed', 'escalated']);
  });

  it('never tells anybody of an accusation against officials', async () => {
    const tables = await filed(aCase({ categories: ['OFFICIAL_CONDUCT'] }));
    await watchClocks({ tables }, '2028-01-01T02:00:00.000Z');
    expect(await typesOf(tables)).toEqual(['filed']);
    expect(tables.all('relay')).toEqual([]);
  });

  it('moves a provisional deadline when its calendar is published, once, and keeps both days', async () => {
    const december = '2026-12-25T02:00:00.000Z';
    const tables = await filed(aCase({}, { at: december, correlationId: 'c' }));
    const before = (await loadCase(tables, CASE_NUMBER))?.items[0]?.clocks[0];
    expect(before).toMatchObject({ id: 'MK-VERIFY', provisional: true });
    const now = '2026-12-28T02:00:00.000Z';
    await watchClocks({ tables }, now);
    expect(await typesOf(tables)).toEqual(['filed']);
    const calendars = [...publishedCalendars, calendar2027];
    await watchClocks({ tables, calendars }, now);
    await watchClocks({ tables, calendars }, now);
    const file = await loadCase(tables, CASE_NUMBER);
    expect(file?.timeline.map(({ type }) => type)).toEqual(['filed', 'deadlineMoved']);
    const after = file?.items[0]?.clocks[0];
    expect(after).toMatchObject({ provisional: false, moves: [{ from: before?.dueOn }] });
    expect(after && before && after.dueOn > before.dueOn).toBe(true);
    expect(file?.timeline.at(-1)).toMatchObject({
      ...{ by: { kind: 'system' }, clock: 'MK-VERIFY' },
      detail: `${before?.dueOn} → ${after?.dueOn}`,
    });
  });
});
