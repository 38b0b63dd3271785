/** An officer acts, the citizen sees it by receipt code, and both write to each other. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { askUntil } from '../../../cdk/local/demo/ask.ts';
import { arrivalOf, file, systemClient } from '../../support/citizen.ts';

interface Tracked {
  readonly caseNumber: string;
  readonly items: readonly {
    readonly itemNumber: number;
    readonly status: string;
    readonly heldBy: string;
  }[];
  readonly timeline: readonly unknown[];
  readonly messages: readonly { readonly text: string }[];
}

const client = systemClient();
const track = async (receiptCode: string): Promise<Tracked> =>
  (await client.post('/api/track', { body: { receiptCode } })).json as Tracked; // the contract of a 200

it('leads a complaint from received over accepted to concluded, and the citizen follows', async () => {
  const { caseNumber, receiptCode } = await file(client);
  const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
  const token = await client.officer('MARKET', 'officer');
  expect((await track(receiptCode)).items[0]?.status).toBe('received');

  expect((await client.post(path, { token, body: { type: 'accept' } })).status).toBe(200);
  const again = await client.post(path, { token, body: { type: 'accept' } });
  expect(again.status).toBe(409);
  expect(again.json).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  expect((await track(receiptCode)).items[0]?.status).toBe('accepted');

  const message = { receiptCode, text: '补充：有收据照片。' };
  expect((await client.post('/api/track/messages', { body: message })).status).toBe(201);
  await client.post(path, { token, body: { type: 'note', text: '已收到。' } });
  const conclusion = { type: 'conclude', outcome: '属实', text: '已责令退款。' };
  const early = await client.post(path, { token, body: conclusion });
  expect(early.json).toMatchObject({ code: 'COOPERATION_OPEN', departments: ['MEDINS', 'HEALTH'] });
  for (const department of ['MEDINS', 'HEALTH']) {
    const helper = await client.officer(department, 'officer');
    const reply = { token: helper, body: { type: 'reply', text: '已协助核查。' } };
    expect((await client.post(path, reply)).status).toBe(200);
  }
  expect((await client.post(path, { token, body: conclusion })).status).toBe(200);

  const seen = await track(receiptCode);
  expect(seen).toMatchObject({ caseNumber, items: [{ itemNumber: 1, status: 'concluded' }] });
  expect(seen.messages.map(({ text }) => text)).toEqual([
    '补充：有收据照片。',
    '已收到。',
    '已责令退款。',
  ]);
  const desk = await client.get(`/api/desk/cases/${caseNumber}`, token);
  expect(desk.json).toMatchObject({ messages: [{ text: '补充：有收据照片。' }, {}, {}] });
});

it('sends a returned item to the coordinator', async () => {
  const { caseNumber, receiptCode } = await file(client, { categories: ['EIA_POLLUTION'] });
  const token = await client.officer('ECOENV', 'officer');
  const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
  const answer = await client.post(path, { token, body: { type: 'return', reason: '不属于本局' } });
  expect(answer.status).toBe(200);
  const seen = await track(receiptCode);
  expect(seen.items[0]).toMatchObject({ status: 'returned', heldBy: 'HEALTH' });
  expect(JSON.stringify(seen), 'the reason is for officers').not.toContain('不属于本局');
  const entry = await arrivalOf(client, 'HEALTH', caseNumber);
  expect(entry).toMatchObject({ itemNumber: 1 });
});

it('lets only the department that leads an item act on it', async () => {
  const { caseNumber } = await file(client); // MARKET leads, MEDINS and HEALTH cooperate
  const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
  const cooperating = await client.officer('MEDINS', 'officer');
  const stranger = await client.officer('ECOENV', 'officer');
  const accept = { type: 'accept' };
  expect([403, 409]).toContain(
    (await client.post(path, { token: cooperating, body: accept })).status,
  );
  expect((await client.post(path, { token: stranger, body: accept })).status).toBe(404);
});

it('gives every worklist entry a due date and pages through a long list without loss', async () => {
  for (const { caseNumber } of [await file(client), await file(client)])
    await arrivalOf(client, 'MARKET', caseNumber);
  const whole = await client.worklist('MARKET', 'open');
  expect(whole.length).toBeGreaterThan(1);
  for (const { dueOn } of whole) expect(dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const token = await client.department('MARKET');
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '3', ...(cursor && { cursor }) });
    const { json } = await client.get(`/api/desk/worklist?${query}`, token);
    const page = json as { entries: { caseNumber: string; itemNumber: number }[]; cursor?: string };
    expect(page.entries.length).toBeLessThanOrEqual(3);
    paged.push(...page.entries.map((entry) => `${entry.caseNumber} ${entry.itemNumber}`));
    cursor = page.cursor;
  } while (cursor);
  const names = whole.map((entry) => `${entry.caseNumber} ${entry.itemNumber}`);
  expect(paged.toSorted()).toEqual(names.toSorted());
});

it('gives an item to an officer, who finds it among his own and accepts it, which stops its clock', async () => {
  const { caseNumber, receiptCode } = await file(client, { categories: ['INSURANCE_SERVICE'] });
  const officer = await client.officer('MEDINS', 'officer');
  const supervisor = await client.officer('MEDINS', 'supervisor');
  const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
  const signedIn = await client.post('/api/desk/sign-ins', { token: officer, body: {} });
  expect(signedIn.status).toBe(201);
  const { subject: assignee } = signedIn.json as { readonly subject: string }; // the contract of a 201
  const given = { token: supervisor, body: { type: 'assign', assignee } };
  expect((await client.post(path, given)).status).toBe(200);
  const own = await askUntil(async () => {
    const { json } = await client.get('/api/desk/worklist?assignee=me', officer);
    const { entries } = json as { readonly entries: readonly { readonly caseNumber: string }[] }; // the contract of a 200
    return entries.find((entry) => entry.caseNumber === caseNumber);
  }, 10_000);
  expect(own).toMatchObject({ assignee: { subject: assignee } });

  const desk = await client.get(`/api/desk/cases/${caseNumber}`, officer);
  const [item] = (desk.json as { items: readonly { actions: readonly unknown[] }[] }).items; // the contract of a 200
  expect(item?.actions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        type: 'accept',
        effect: expect.objectContaining({ stops: ['XF-TELL'] }),
      }),
    ]),
  );
  expect((await client.post(path, { token: officer, body: { type: 'accept' } })).status).toBe(200);
  const seen = await track(receiptCode);
  expect(seen.items).toMatchObject([
    { clocks: [{ id: 'XF-TELL', stoppedOn: expect.any(String) }, { id: 'XF-DONE' }] },
  ]);
  expect(JSON.stringify(seen), 'who works on it is the department’s affair').not.toContain(
    assignee,
  );
});

it('tells who left a contact and who has the feed that there is news, until he wants none of it', async () => {
  const { caseNumber, receiptCode } = await file(client, { categories: ['OUT_OF_SCOPE'] });
  const address = `${randomUUID()}@example.test`;
  const contacts = (contact: unknown) =>
    client.post('/api/track/contacts', { body: { receiptCode, contact } });
  expect((await contacts({ kind: 'mail', address })).json).toEqual({ news: { contact: 'mail' } });
  const opened = await client.post('/api/track/feeds', { body: { receiptCode } });
  expect(opened.status).toBe(201);
  const { path: feed } = opened.json as { readonly path: string }; // the contract of a 201
  expect(await track(receiptCode)).toMatchObject({ news: { contact: 'mail', feed: true } });

  const token = await client.officer('HEALTH', 'officer');
  const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
  expect((await client.post(path, { token, body: { type: 'accept' } })).status).toBe(200);
  const notices = join(inject('system').dataDir, 'notifications.jsonl');
  const sent = await askUntil(async () => {
    const lines = (await readFile(notices, 'utf8').catch(() => '')).split('\n');
    return lines.find((line) => line.includes(address));
  }, 10_000);
  expect(JSON.parse(sent ?? '{}')).toMatchObject({
    ...{ kind: 'mail', address },
    text: expect.stringMatching(/^您的投诉举报有新进展，请凭回执码查询。.*\/track$/),
  });
  const atom = await client.get(feed);
  expect(atom.status).toBe(200);
  expect(atom.text.match(/<entry>/g)).toHaveLength(1);
  expect(atom.text).toContain('已受理 / Accepted');

  expect((await contacts(null)).json).toEqual({ news: { feed: true } });
  const closed = await client.post('/api/track/feeds/closings', { body: { receiptCode } });
  expect(closed.json).toEqual({ news: {} });
  expect((await client.get(feed)).status).toBe(404);
});

it('takes what the citizen does: he rates once, and a report cannot be taken back', async () => {
  const { caseNumber, receiptCode } = await file(client, { categories: ['OUT_OF_SCOPE'] });
  const token = await client.officer('HEALTH', 'officer');
  const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
  const acts = (act: unknown) => client.post('/api/track/acts', { body: { receiptCode, act } });
  expect((await acts({ type: 'withdraw' })).json).toMatchObject({ code: 'REPORT_GOES_ON' });
  for (const body of [{ type: 'accept' }, { type: 'conclude', outcome: '属实', text: '已处理。' }])
    expect((await client.post(path, { token, body })).status).toBe(200);
  const rate = { type: 'rate', itemNumber: 1, score: 4 };
  expect((await acts(rate)).status).toBe(200);
  expect((await acts(rate)).json).toMatchObject({ code: 'ALREADY_RATED' });
  expect((await track(receiptCode)).items).toMatchObject([{ status: 'concluded', rating: 4 }]);
});
