/** A penalty goes its lawful way, by different persons, to a static page, and disappears again when it is withdrawn. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { askUntil } from '../../../cdk/local/demo/ask.ts';
import { file, systemClient } from '../../support/citizen.ts';
import { act, decided, today } from '../../support/penalties.ts';

const client = systemClient();
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
    penaltyId = await decided(client, decisionNumber, { caseNumber, itemNumber: 1 });
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
    const pages = ['/', '/penalties', `/penalties/${today().slice(0, 7)}`, '/feed.atom'];
    for (const path of [...pages, `/institutions/${institution.id}`]) {
      const listed = await askUntil(async () => {
        const page = await client.get(path);
        const marker = path === '/penalties' ? today().slice(0, 7) : record.id;
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
    expect([403, 409]).toContain((await act(client, 'officer', penaltyId, command)).status);
    expect((await act(client, 'publisher', penaltyId, command)).status).toBe(200);
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
      `/penalties/${today().slice(0, 7)}`,
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
