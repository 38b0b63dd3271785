/** A planted reporter: his name and phone appear in nothing that was written and nothing that was answered. */
import { randomInt, randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { addresseesOf, arrivalOf, file, systemClient } from '../../support/citizen.ts';
import { filesContaining } from '../../support/files.ts';

it('keeps name, phone, address and id number of a reporter out of every file, log, queue, key and answer', async () => {
  const client = systemClient();
  const mark = randomUUID().slice(0, 8);
  const identity = {
    name: `金丝雀${mark}`,
    phone: `139${randomInt(10_000_000, 99_999_999)}`,
    address: `金丝雀路${mark}号`,
    idNumber: '500109199001010019',
  };
  const facts = `所述事实${randomUUID().slice(0, 8)}`;
  const named = { facts, anonymous: false, identity, demand: '退款' };
  const filed = await file(client, { ...named, categories: ['PRICE', 'OFFICIAL_CONDUCT'] });
  const refused = await client.post('/api/complaints', {
    key: randomUUID(),
    body: { facts, anonymous: false, identity, categories: ['NOPE'] },
  });
  expect(refused.status).toBe(422);

  const answers = [JSON.stringify(filed), refused.text];
  for (const department of addresseesOf(filed)) {
    expect(await arrivalOf(client, department, filed.caseNumber), department).toBeDefined();
    const token = await client.department(department);
    answers.push((await client.get(`/api/desk/cases/${filed.caseNumber}`, token)).text);
    answers.push((await client.get('/api/desk/worklist?limit=100', token)).text);
  }
  const officer = await client.officer('MARKET', 'officer');
  const path = `/api/desk/cases/${filed.caseNumber}/items/1/commands`;
  answers.push((await client.post(path, { token: officer, body: { type: 'accept' } })).text);
  const { receiptCode } = filed;
  answers.push((await client.post('/api/track', { body: { receiptCode } })).text);
  answers.push((await client.get('/api/disclosures')).text, (await client.get('/')).text);

  for (const secret of Object.values(identity)) {
    expect(
      answers.filter((text) => text.includes(secret)),
      secret,
    ).toEqual([]);
    expect(filesContaining(inject('system').dataDir, secret), secret).toEqual([]);
  }
  for (const code of [receiptCode, filed.separate?.[0]?.receiptCode ?? '']) {
    expect(code).not.toBe('');
    expect(filesContaining(inject('system').dataDir, code), 'a receipt code').toEqual([]);
  }
  const withFacts = filesContaining(inject('system').dataDir, facts);
  expect(withFacts, 'what was said is in the store, so the search does find things').not.toEqual(
    [],
  );
  expect(withFacts.filter((path) => /log|sqs|fauxqs|terminal/i.test(path))).toEqual([]);
});
