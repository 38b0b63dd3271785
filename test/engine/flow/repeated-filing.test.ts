/** The same filing sent again, in a row or in a race, is one case, and every answer is the same to the letter. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { arrivalOf, file, systemClient } from '../../support/citizen.ts';
import { aComplaintBody } from '../../support/complaints.ts';

it('answers eight racing copies of a filing and a late one with the same case and receipt code', async () => {
  const client = systemClient();
  const key = randomUUID();
  const body = aComplaintBody({ categories: ['PHARMACIST'], facts: `同一件事 ${key}` });
  const copies = await Promise.all(
    Array.from({ length: 8 }, () => client.post('/api/complaints', { body, key })),
  );
  const late = await client.post('/api/complaints', { body, key });
  expect(late.status).toBe(201);
  for (const copy of copies) expect(copy).toEqual(late);
  const { caseNumber } = late.json as { caseNumber: string };
  await arrivalOf(client, 'MARKET', caseNumber);
  const entries = await client.worklist('MARKET', 'open');
  expect(entries.filter((entry) => entry.caseNumber === caseNumber)).toHaveLength(1);
});

it('refuses the same key with another body', async () => {
  const client = systemClient();
  const key = randomUUID();
  await file(client, {}, key);
  const body = aComplaintBody({ facts: '另一件事，内容不同。' });
  const answer = await client.post('/api/complaints', { body, key });
  expect(answer.status).toBe(409);
  expect(answer.json).toMatchObject({ code: expect.any(String) });
});

it('takes the same words under another key as another case', async () => {
  const client = systemClient();
  const [one, other] = [await file(client), await file(client)];
  expect(one.caseNumber).not.toBe(other.caseNumber);
});

it('does an officer’s command once however often it is sent', async () => {
  const client = systemClient();
  const { caseNumber, receiptCode } = await file(client);
  const token = await client.officer('MARKET', 'officer');
  const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
  const note = { type: 'note', text: '请补充付款凭证。' };
  const key = randomUUID();
  const first = await client.post(path, { token, body: note, key });
  const again = await client.post(path, { token, body: note, key });
  expect(first.status).toBe(200);
  expect(again).toEqual(first);
  const tracked = await client.post('/api/track', { body: { receiptCode } });
  expect((tracked.json as { messages: unknown[] }).messages).toHaveLength(1);
});
