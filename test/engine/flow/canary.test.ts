/** A planted reporter: his name and phone appear in nothing that was written and nothing that was answered. */
import { randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { askUntil } from '../../../cdk/local/demo/ask.ts';
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
  const address = `139${randomInt(10_000_000, 99_999_999)}`;
  const contact = { receiptCode, contact: { kind: 'sms', address } };
  answers.push((await client.post('/api/track/contacts', { body: contact })).text);
  const opened = await client.post('/api/track/feeds', { body: { receiptCode } });
  const feed = (opened.json as { path: string }).path; // the contract of a 201
  const asked = `请补充${randomUUID().slice(0, 8)}`;
  const ask = { token: officer, body: { type: 'request-material', text: asked } };
  expect((await client.post(path, ask)).status).toBe(200);
  const { dataDir } = inject('system');
  const outside = join(dataDir, 'notifications.jsonl'); // where a real gateway would be somebody else's
  const isTold = async () => ((await textOf(outside)).includes(address) ? true : undefined);
  expect(await askUntil(isTold, 10_000), 'the notice went out').toBe(true);
  const atom = (await client.get(feed)).text;
  for (const secret of [filed.caseNumber, receiptCode, asked, ...Object.values(identity)])
    expect([atom, await textOf(outside)].join('\n'), secret).not.toContain(secret);
  answers.push((await client.post('/api/track', { body: { receiptCode } })).text);
  answers.push((await client.get('/api/disclosures')).text, (await client.get('/')).text);

  for (const secret of Object.values(identity)) {
    expect(
      answers.filter((text) => text.includes(secret)),
      secret,
    ).toEqual([]);
    expect(filesContaining(dataDir, secret), secret).toEqual([]);
  }
  expect(answers.join('\n')).not.toContain(address);
  expect(filesContaining(dataDir, address)).toEqual([outside]);
  const token = feed.split('/').at(-1) ?? '';
  expect(filesContaining(dataDir, token), 'the address of a feed').toEqual([]);
  for (const code of [receiptCode, filed.separate?.[0]?.receiptCode ?? '']) {
    expect(code).not.toBe('');
    expect(filesContaining(dataDir, code), 'a receipt code').toEqual([]);
  }
  const withFacts = filesContaining(dataDir, facts);
  expect(withFacts, 'what was said is in the store, so the search does find things').not.toEqual(
    [],
  );
  for (const text of [facts, asked])
    expect(
      filesContaining(dataDir, text).filter((path) => /log|sqs|fauxqs|terminal/i.test(path)),
    ).toEqual([]);
});

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
