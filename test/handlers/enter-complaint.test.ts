/** What a clerk enters for who called, came or wrote. */
import { describe, expect, it } from 'vitest';
import { enterComplaint } from '../../functions/complaints/enter-complaint.ts';
import { loadCase } from '../../functions/aws/case-store.ts';
import type { Officer } from '../../functions/ports.ts';
import type { ClerkIntake } from '../../shared/complaints/intake.ts';
import { aComplaint, TODAY } from '../support/builders.ts';
import { countingChance, request, tablesWithKeys, withSettings } from '../support/handler-world.ts';

withSettings();

const clerk: Officer = {
  ...{ subject: 'clerk-1', name: '示例员', department: 'HEALTH', roles: ['clerk'] },
};

const anEntry = (overrides: Partial<ClerkIntake> = {}): ClerkIntake => ({
  channel: 'HOTLINE_12345',
  originalNumber: 'YC-1',
  receivedOn: '2026-11-13',
  complaint: aComplaint(),
  ...overrides,
});

async function enter(entry: ClerkIntake, officer = clerk) {
  const tables = await tablesWithKeys();
  const deps = { tables, randomBytes: countingChance };
  const outcome = await enterComplaint(request(entry, { officer }), deps);
  if (!outcome.ok) return { error: outcome.error };
  await tables.commit(outcome.value.writes ?? []);
  const answer = outcome.value.answer as { caseNumber: string; receiptCode: string }; // as for a citizen
  return { answer, tables, file: await loadCase(tables, answer.caseNumber) };
}

describe('an entry by a clerk', () => {
  it('becomes a case like any other, with a receipt, and says how it came and who wrote it down', async () => {
    const { answer, file, tables } = await enter(anEntry());
    expect(answer?.receiptCode).toMatch(/^[0-9A-Z]{4}-/);
    expect(file?.head.intake).toEqual({
      channel: 'HOTLINE_12345',
      originalNumber: 'YC-1',
      receivedOn: '2026-11-13',
      enteredBy: 'clerk-1',
    });
    expect(tables?.all('relay').map((row) => row['addressee'])).toEqual([
      'MARKET',
      'MEDINS',
      'HEALTH',
      'STATISTICS',
    ]);
  });

  it('has its clocks start on the day it was received, not on the day it was typed', async () => {
    const early = (await enter(anEntry())).file?.items[0]?.clocks[0];
    const late = (await enter(anEntry({ receivedOn: TODAY }))).file?.items[0]?.clocks[0];
    expect(early?.startedOn).toBe('2026-11-13');
    expect(late?.startedOn).toBe(TODAY);
    expect((early?.dueOn ?? '') < (late?.dueOn ?? '')).toBe(true);
  });

  it('is sealed like a citizen’s: no name and no number stands in clear', async () => {
    const identity = { name: '金丝雀', phone: '13900000000' };
    const complaint = aComplaint({ anonymous: false, identity });
    const { tables } = await enter(anEntry({ complaint }));
    const all = JSON.stringify([tables?.all('cases'), tables?.all('vault'), tables?.all('relay')]);
    expect(all).not.toContain('金丝雀');
    expect(all).not.toContain('13900000000');
  });

  it('is refused from who is no clerk', async () => {
    const { error } = await enter(anEntry(), { ...clerk, roles: ['officer'] });
    expect(error).toMatchObject({ status: 403, code: 'ROLE_MISSING', role: 'clerk' });
  });

  it.each([
    ['received tomorrow', { receivedOn: '2026-11-21' }, 'receivedOn', 'IN_FUTURE'],
    ['received 61 days ago', { receivedOn: '2026-09-20' }, 'receivedOn', 'TOO_LONG_AGO'],
    [
      'about what happened after it was received',
      { complaint: aComplaint({ occurredOn: TODAY }) },
      'complaint.occurredOn',
      'AFTER_RECEIPT',
    ],
  ])('is refused when %s', async (_, overrides, field, code) => {
    const { error } = await enter(anEntry(overrides));
    expect(error).toMatchObject({ status: 422, errors: [{ field, code }] });
  });

  it('may have been received sixty days ago, or on a day that nobody named: today', async () => {
    expect((await enter(anEntry({ receivedOn: '2026-09-21' }))).file).toBeDefined();
    const { receivedOn: _, ...undated } = anEntry();
    expect((await enter(undated)).file?.head.intake?.receivedOn).toBe(TODAY);
  });
});
