/** A reporter's sealed identity is handed out for a stated purpose, and the reporter reads of every time. */
import { describe, expect, it } from 'vitest';
import { handOutIdentity } from '../../functions/complaints/hand-out-identity.ts';
import { submitComplaint } from '../../functions/complaints/submit-complaint.ts';
import { trackComplaint } from '../../functions/complaints/track-complaint.ts';
import type { Officer } from '../../functions/ports.ts';
import { openingPurposes, type OpeningPurpose } from '../../shared/complaints/identity-opening.ts';
import { aComplaint, anOfficer, AT } from '../support/builders.ts';
import { countingChance, request, tablesWithKeys, withSettings } from '../support/handler-world.ts';

withSettings();

const identity = { name: '示例人', phone: '13800000000' };
const lead = { ...anOfficer(), name: '示例甲' };

async function filed(overrides: Parameters<typeof aComplaint>[0] = { anonymous: false, identity }) {
  const tables = await tablesWithKeys();
  const deps = { tables, randomBytes: countingChance };
  const outcome = await submitComplaint(request(aComplaint(overrides)), deps);
  if (!outcome.ok) throw new Error(outcome.error.code);
  await tables.commit(outcome.value.writes ?? []);
  const { caseNumber, receiptCode } = outcome.value.answer as Record<string, string>; // as a citizen gets it
  const path = { caseNumber: caseNumber ?? '' };
  const ask = async (officer: Officer = lead, purpose: OpeningPurpose = 'VERIFY_FACTS') => {
    const asked = await handOutIdentity(request({ purpose }, { path, officer }), deps);
    if (!asked.ok) return asked.error;
    expect((await tables.commit(asked.value.writes ?? [])).ok).toBe(true);
    return asked.value.answer;
  };
  const follow = async () => {
    const body = { receiptCode: receiptCode ?? '' };
    const found = await trackComplaint(request(body), { tables, sendsNotices: false });
    return found.ok ? (found.value.answer as { readonly openings?: unknown }) : undefined;
  };
  return { tables, ask, follow };
}

describe('a sealed identity', () => {
  it('is handed out as it is kept, with what it is bound to, which brings back no receipt code', async () => {
    const { ask, tables } = await filed();
    const answer = await ask();
    expect(answer).toMatchObject({
      sealed: { wrapped: [{ recipient: 'MARKET' }, { recipient: 'ESCROW' }] },
      binding: expect.stringMatching(/^[\w-]{43}$/) as unknown,
    });
    expect(JSON.stringify([answer, tables.all('vault')])).not.toContain('a-key-for-tests');
  });

  it('is read of by its reporter, time for time, as day, department and purpose and never as a person', async () => {
    const { ask, follow } = await filed();
    expect((await follow())?.openings).toEqual([]);
    for (const purpose of openingPurposes) await ask(lead, purpose);
    const openings = (await follow())?.openings as readonly { readonly purpose: string }[]; // five lines above
    expect(openings.map(({ purpose }) => purpose).toSorted()).toEqual(openingPurposes.toSorted());
    expect(openings[0]).toEqual({
      at: AT,
      department: 'MARKET',
      purpose: expect.anything() as unknown,
    });
  });

  it('leaves nothing in the case, its worklists or the outbox', async () => {
    const { ask, tables } = await filed();
    const before = JSON.stringify([tables.all('cases'), tables.all('relay')]);
    await ask();
    expect(JSON.stringify([tables.all('cases'), tables.all('relay')])).toBe(before);
    expect(tables.all('vault').filter(({ pk }) => pk.startsWith('OPENING#'))).toHaveLength(1);
  });

  it.each([
    ['a department that has no part in it', { department: 'PSB' as const }, 404],
    ['one that only cooperates', { department: 'MEDINS' as const }, 403],
    ['a supervisor who is no officer', { roles: ['supervisor'] }, 403],
  ])('stays closed to %s, and nothing is written', async (_, who, status) => {
    const { ask, follow } = await filed();
    expect(await ask({ ...lead, ...who })).toMatchObject({ status });
    expect((await follow())?.openings).toEqual([]);
  });

  it('is not there of the anonymous, who are told of no openings', async () => {
    const { ask, follow } = await filed({ anonymous: true });
    expect(await ask()).toMatchObject({ status: 409, code: 'NO_IDENTITY' });
    expect(await follow()).not.toHaveProperty('openings');
  });
});
