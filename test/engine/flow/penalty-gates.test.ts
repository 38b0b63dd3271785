/** No decision before its lawful steps, none by someone without the role, none by who proposed it. */
import { describe, expect, it } from 'vitest';
import { systemClient } from '../../support/citizen.ts';
import {
  act,
  aProposal,
  idOf,
  noticeAndStatements,
  propose,
  readyToDecide,
  today,
} from '../../support/penalties.ts';

const client = systemClient();

describe('the gates of a penalty', () => {
  it('refuse a decision before notice, defence, hearing and review', async () => {
    const penaltyId = idOf(await propose(client));
    const decide = { type: 'decide', decisionNumber: '示罚〔2026〕1号', decidedOn: today() };
    expect((await act(client, 'approver', penaltyId, decide)).status).toBe(409);
    await act(client, 'officer', penaltyId, { type: 'notify', servedOn: today() });
    const review = { type: 'review', outcome: 'pass' };
    expect((await act(client, 'reviewer', penaltyId, review)).status).toBe(409);
    expect((await act(client, 'approver', penaltyId, decide)).status).toBe(409);
  });

  it('refuse a step by someone without its role', async () => {
    const penaltyId = await readyToDecide(client);
    const decide = { type: 'decide', decisionNumber: '示罚〔2026〕2号', decidedOn: today() };
    for (const role of ['officer', 'reviewer', 'publisher'])
      expect((await act(client, role, penaltyId, decide)).status, role).toBe(403);
  });

  it('let nobody review or decide what he proposed himself, whatever his roles', async () => {
    const token = await client.officer('MARKET', 'officer', 'reviewer', 'approver');
    const proposed = await client.post('/api/desk/penalties', { token, body: aProposal() });
    const path = `/api/desk/penalties/${idOf(proposed)}/commands`;
    for (const body of noticeAndStatements())
      expect((await client.post(path, { token, body })).status, body.type).toBe(200);
    const review = { type: 'review', outcome: 'pass' };
    const own = await client.post(path, { token, body: review });
    expect([403, 409]).toContain(own.status);
    expect(own.json).toMatchObject({ code: 'SAME_PERSON' });
    expect((await act(client, 'reviewer', idOf(proposed), review)).status).toBe(200);
    const decide = { type: 'decide', decisionNumber: '示罚〔2026〕3号', decidedOn: today() };
    expect([403, 409]).toContain((await client.post(path, { token, body: decide })).status);
  });

  it('let no other department act', async () => {
    const penaltyId = idOf(await propose(client));
    const token = await client.officer('HEALTH', 'officer');
    const body = { type: 'notify', servedOn: today() };
    const answer = await client.post(`/api/desk/penalties/${penaltyId}/commands`, { token, body });
    expect([403, 404]).toContain(answer.status);
  });

  it.each([
    ['one handler', { handlers: ['示例证001'] }],
    ['the same handler twice', { handlers: ['示例证001', '示例证001'] }],
    [
      'a credit code that is too short',
      { party: { ...aProposal().party, uscc: '91500104MA60QW' } },
    ],
    ['a fine without an amount', { fineFen: undefined }],
    ['an unknown kind', { kinds: ['P77'] }],
    ['no legal basis', { legalBasis: [] }],
  ])('refuse a proposal with %s', async (_what, changes) => {
    const answer = await propose(client, changes);
    expect(answer.status, answer.text).toBe(422);
    expect(answer.type).toMatch(/problem\+json/);
  });
});
