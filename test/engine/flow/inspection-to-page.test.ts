/** An inspection is published with a page of its own by the department that did it. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { askUntil } from '../../../cdk/local/demo/ask.ts';
import { plusDays } from '../../../shared/time.ts';
import { systemClient } from '../../support/citizen.ts';
import { today } from '../../support/penalties.ts';

const client = systemClient();
const anInspection = (changes: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'DAILY',
  institution: { name: '示例综合门诊部', uscc: '91500104MA60QW12X2' },
  inspectedOn: today(),
  inspectors: ['示例证001', '示例证002'],
  items: [{ item: '器械一人一用一灭菌', result: 'NO_PROBLEM' }],
  result: 'NO_PROBLEM',
  ...changes,
});

async function record(body: unknown, role = 'officer', key = randomUUID()) {
  const token = await client.officer('HEALTH', role);
  return client.post('/api/desk/inspections', { token, body, key });
}

it('publishes what was looked at and found, and not who looked', async () => {
  const item = `示例检查${randomUUID().slice(0, 8)}`;
  const items = [{ item, result: 'PROBLEM', note: '现场责令改正' }];
  const recorded = await record(anInspection({ items, result: 'PROBLEM' }));
  expect(recorded.status, recorded.text).toBe(201);
  const page = await askUntil(async () => {
    const { json } = await client.get(
      `/api/disclosures?kind=inspection&q=${encodeURIComponent(item)}`,
    );
    const [found] = (json as { records: { path: string }[] }).records; // the contract of a 200
    const answer = found && (await client.get(found.path));
    return answer?.status === 200 ? answer : undefined;
  }, 30_000);
  expect(page?.text).toContain(item);
  expect(page?.text).toContain('现场责令改正');
  expect(page?.text).not.toContain('示例证001');
});

it.each([
  ['one inspector', { inspectors: ['示例证001'] }],
  ['the same inspector twice', { inspectors: ['示例证001', '示例证001'] }],
  ['an inspection of tomorrow', { inspectedOn: plusDays(today(), 1) }],
  ['nothing looked at', { items: [] }],
  ['an unknown result', { result: 'FINE' }],
  ['an unknown field', { verdict: 'good' }],
])('refuses %s', async (_what, changes) => {
  const answer = await record(anInspection(changes));
  expect(answer.status, answer.text).toBe(422);
  expect(answer.json).toMatchObject({ code: expect.any(String), errors: expect.any(Array) });
});

it('lets only an officer record it', async () => {
  expect((await record(anInspection(), 'publisher')).status).toBe(403);
});

it('records once what is sent twice', async () => {
  const key = randomUUID();
  const first = await record(anInspection(), 'officer', key);
  const again = await record(anInspection(), 'officer', key);
  expect(again).toEqual(first);
});
