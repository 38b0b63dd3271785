/** An officer acts, the citizen sees it by receipt code, and both write to each other. */
import { expect, it } from 'vitest';
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
    { clocks: [{ id: 'XF-TELL', stoppedOn: expect.any(String) }] },
  ]);
  expect(JSON.stringify(seen), 'who works on it is the department’s affair').not.toContain(
    assignee,
  );
});
