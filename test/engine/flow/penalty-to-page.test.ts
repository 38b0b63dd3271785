/** A penalty goes its lawful way, by different persons, to a static page, and disappears again when it is withdrawn. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { askUntil } from '../../../cdk/local/demo/ask.ts';
import type { Answer } from '../../../cdk/local/demo/client.ts';
import { dateInShanghai, instantOf } from '../../../shared/time.ts';
import { file, systemClient } from '../../support/citizen.ts';

const client = systemClient();
const today = dateInShanghai(instantOf(Date.now()));
const proposal = {
  party: { kind: 'ORG', name: '示例综合门诊部', uscc: '91500104MA60QW12X2' },
  violation: '价格欺诈',
  facts: '以虚假的优惠价格诱导消费，多收价款。',
  legalBasis: ['《中华人民共和国价格法》第四十条'],
  kinds: ['P21', 'P22'],
  fineFen: 11_000_000,
  confiscatedFen: 2_820_000,
  procedure: 'ORDINARY',
  handlers: ['示例证001', '示例证002'],
};

async function propose(changes: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  const token = await client.officer('MARKET', 'officer');
  return client.post('/api/desk/penalties', { token, body: { ...proposal, ...changes } });
}
const idOf = ({ json }: Answer) => (json as { penaltyId: string }).penaltyId; // the contract of a 201

async function act(role: string, penaltyId: string, body: unknown): Promise<Answer> {
  const token = await client.officer('MARKET', role);
  return client.post(`/api/desk/penalties/${penaltyId}/commands`, { token, body });
}

/** Everything before the decision. */
async function readyToDecide(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const penaltyId = idOf(await propose(changes));
  await act('officer', penaltyId, { type: 'notify', servedOn: today });
  await act('officer', penaltyId, { type: 'waive-defence', statedOn: today });
  await act('officer', penaltyId, { type: 'waive-hearing', statedOn: today });
  const reviewed = await act('reviewer', penaltyId, { type: 'review', outcome: 'pass' });
  expect(reviewed.status, reviewed.text).toBe(200);
  return penaltyId;
}

interface FoundRecord {
  readonly id: string;
  readonly path: string;
}
const search = async (words: string): Promise<readonly FoundRecord[]> => {
  const { json } = await client.get(`/api/disclosures?kind=penalty&q=${encodeURIComponent(words)}`);
  return (json as { records: FoundRecord[] }).records; // the contract of a 200
};
/** Found and readable. */
const published = (words: string) =>
  askUntil(async () => {
    const [record] = await search(words);
    return record && (await client.get(record.path)).status === 200 ? record : undefined;
  }, 30_000);

describe('a decision', () => {
  const decisionNumber = `示市监罚〔2026〕${randomUUID().slice(0, 8)}号`;
  let record: FoundRecord;
  let penaltyId: string;
  let caseNumber: string;

  beforeAll(async () => {
    ({ caseNumber } = await file(client));
    penaltyId = await readyToDecide({ caseNumber, itemNumber: 1 });
    const command = { type: 'decide', decisionNumber, decidedOn: today };
    const decided = await act('approver', penaltyId, command);
    expect(decided.status, decided.text).toBe(200);
    const found = await published(decisionNumber);
    if (!found) throw new Error('it was not published in time');
    record = found;
  });

  it('has a page of plain HTML with its number, the government tags and no script', async () => {
    for (const path of [record.path, `/en${record.path}`]) {
      const page = await client.get(path);
      expect(page.status, path).toBe(200);
      expect(page.type).toMatch(/^text\/html/);
      expect(page.text).toContain(decisionNumber);
      expect(page.text).not.toMatch(/<script(?![^>]*ld\+json)/i);
      for (const name of [
        'SiteName',
        'SiteDomain',
        'SiteIDCode',
        'ArticleTitle',
        'PubDate',
        'ContentSource',
      ])
        expect(page.text, name).toContain(`name="${name}"`);
    }
  });

  it('stands in its month’s list, at its institution, on the home page and in the feed', async () => {
    const api = await client.get(`/api/disclosures/${record.id}`);
    const { institution } = api.json as { institution: { id: string } }; // a record of an ORG
    const pages = ['/', '/penalties', `/penalties/${today.slice(0, 7)}`, '/feed.atom'];
    for (const path of [...pages, `/institutions/${institution.id}`]) {
      const listed = await askUntil(async () => {
        const page = await client.get(path);
        const marker = path === '/penalties' ? today.slice(0, 7) : record.id;
        return (page.status === 200 && page.text.includes(marker)) || undefined;
      }, 10_000);
      expect(listed, path).toBe(true);
    }
  });

  it('tells the public nothing of the complaint', async () => {
    const page = await client.get(record.path);
    const api = await client.get(`/api/disclosures/${record.id}`);
    for (const { text } of [page, api]) {
      expect(text).not.toContain(caseNumber);
      expect(text).not.toContain(penaltyId);
      expect(text).not.toContain('示例证001');
    }
  });

  it('leaves a tombstone, a 410 and no trace of its content when it is withdrawn', async () => {
    const command = { type: 'withdraw', reason: '行政复议撤销（示例）' };
    expect([403, 409]).toContain((await act('officer', penaltyId, command)).status);
    expect((await act('publisher', penaltyId, command)).status).toBe(200);
    const gone = await askUntil(async () => {
      const { status } = await client.get(`/api/disclosures/${record.id}`);
      const page = await client.get(record.path);
      return (status === 410 && !page.text.includes(decisionNumber) && page) || undefined;
    }, 30_000);
    expect(gone?.status).toBe(200);
    expect(gone?.text).toContain('noindex');
    expect(gone?.text).toContain('行政复议撤销');
    expect(await search(decisionNumber)).toEqual([]);
    for (const path of [
      '/',
      `/penalties/${today.slice(0, 7)}`,
      '/feed.atom',
      `/en${record.path}`,
    ]) {
      const clean = await askUntil(async () => {
        const { text } = await client.get(path);
        return (!text.includes(decisionNumber) && !text.includes('多收价款')) || undefined;
      }, 10_000);
      expect(clean, path).toBe(true);
    }
  });
});

describe('the gates', () => {
  it('refuse a decision before notice, defence, hearing and review', async () => {
    const penaltyId = idOf(await propose());
    const decide = { type: 'decide', decisionNumber: '示罚〔2026〕1号', decidedOn: today };
    expect((await act('approver', penaltyId, decide)).status).toBe(409);
    await act('officer', penaltyId, { type: 'notify', servedOn: today });
    const review = { type: 'review', outcome: 'pass' };
    expect((await act('reviewer', penaltyId, review)).status).toBe(409);
    expect((await act('approver', penaltyId, decide)).status).toBe(409);
  });

  it('refuse a step by someone without its role', async () => {
    const penaltyId = await readyToDecide();
    const decide = { type: 'decide', decisionNumber: '示罚〔2026〕2号', decidedOn: today };
    for (const role of ['officer', 'reviewer', 'publisher'])
      expect((await act(role, penaltyId, decide)).status, role).toBe(403);
  });

  it('let nobody review or decide what he proposed himself, whatever his roles', async () => {
    const token = await client.officer('MARKET', 'officer', 'reviewer', 'approver');
    const proposed = await client.post('/api/desk/penalties', { token, body: proposal });
    const path = `/api/desk/penalties/${idOf(proposed)}/commands`;
    for (const body of [
      { type: 'notify', servedOn: today },
      { type: 'waive-defence', statedOn: today },
      { type: 'waive-hearing', statedOn: today },
    ])
      expect((await client.post(path, { token, body })).status, body.type).toBe(200);
    const review = { type: 'review', outcome: 'pass' };
    const own = await client.post(path, { token, body: review });
    expect([403, 409]).toContain(own.status);
    expect(own.json).toMatchObject({ code: 'SAME_PERSON' });
    expect((await act('reviewer', idOf(proposed), review)).status).toBe(200);
    const decide = { type: 'decide', decisionNumber: '示罚〔2026〕3号', decidedOn: today };
    expect([403, 409]).toContain((await client.post(path, { token, body: decide })).status);
  });

  it('let no other department act', async () => {
    const penaltyId = idOf(await propose());
    const token = await client.officer('HEALTH', 'officer');
    const body = { type: 'notify', servedOn: today };
    const answer = await client.post(`/api/desk/penalties/${penaltyId}/commands`, { token, body });
    expect([403, 404]).toContain(answer.status);
  });

  it.each([
    ['one handler', { handlers: ['示例证001'] }],
    ['the same handler twice', { handlers: ['示例证001', '示例证001'] }],
    ['a credit code that is too short', { party: { ...proposal.party, uscc: '91500104MA60QW' } }],
    ['a fine without an amount', { fineFen: undefined }],
    ['an unknown kind', { kinds: ['P77'] }],
    ['no legal basis', { legalBasis: [] }],
  ])('refuse a proposal with %s', async (_what, changes) => {
    const answer = await propose(changes);
    expect(answer.status, answer.text).toBe(422);
    expect(answer.type).toMatch(/problem\+json/);
  });
});
