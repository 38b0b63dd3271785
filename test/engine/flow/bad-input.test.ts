/** Bad input is refused with a code and the field, never with a stack trace, and leaves nothing behind. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../cdk/local/demo/client.ts';
import { file, systemClient } from '../../support/citizen.ts';
import { aComplaintBody } from '../../support/complaints.ts';

const identity = { name: '示例某某', phone: '13900000000' };

const refused: readonly [what: string, body: unknown, status: number, field?: string][] = [
  ['not JSON', '{"facts":', 400],
  ['a list', [], 422],
  ['a bare word', '"complaint"', 422],
  ['no facts', aComplaintBody({ facts: '  ' }), 422, 'facts'],
  ['facts that are a number', aComplaintBody({ facts: 7 }), 422, 'facts'],
  ['no category', aComplaintBody({ categories: [] }), 422, 'categories'],
  ['unknown category', aComplaintBody({ categories: ['NOPE'] }), 422, 'categories.0'],
  [
    'six categories',
    aComplaintBody({ categories: ['PRICE', 'BLOOD', 'TOUT', 'VACCINE', 'PRIVACY', 'OTHER'] }),
    422,
    'categories',
  ],
  ['no institution', aComplaintBody({ institution: undefined }), 422, 'institution'],
  ['an unknown field', aComplaintBody({ admin: true }), 422, 'admin'],
  [
    'an unknown field inside',
    aComplaintBody({ institution: { name: '示例', owner: '某人' } }),
    422,
    'institution.owner',
  ],
  [
    'a street of another city',
    aComplaintBody({ institution: { name: '示例', streetCode: '110101001' } }),
    422,
    'institution.streetCode',
  ],
  ['a day that does not exist', aComplaintBody({ occurredOn: '2026-02-30' }), 422, 'occurredOn'],
  [
    'an unknown circumstance',
    aComplaintBody({ circumstances: ['ALIENS'] }),
    422,
    'circumstances.0',
  ],
  ['a demand without a name', aComplaintBody({ demand: '退款' }), 422, 'demand'],
  ['an anonymous complaint with a name', aComplaintBody({ identity }), 422, 'identity'],
  ['a named complaint without a name', aComplaintBody({ anonymous: false }), 422, 'identity'],
  ['far too large', aComplaintBody({ facts: '长'.repeat(400_000) }), 413],
];

/** RFC 9457 with our code, and nothing of the inside. */
function expectProblem({ status, type, text, json }: Answer, expected: number, field?: string) {
  expect(status, text).toBe(expected);
  expect(type).toMatch(/^application\/problem\+json/);
  expect(json).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/) });
  if (field) {
    const error = { field, code: expect.stringMatching(/^[A-Z_]+$/) };
    expect(json).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining(error)]),
    });
  }
  expect(text).not.toMatch(/\bat .*\.(m?js|ts):\d+|node_modules|Error:|asset\./);
}

describe('POST /api/complaints refuses', () => {
  it.each(refused)('%s', async (_what, body, status, field) => {
    const client = systemClient();
    const key = randomUUID();
    expectProblem(await client.post('/api/complaints', { body, key }), status, field);
    const mended = await client.post('/api/complaints', { body: aComplaintBody(), key });
    expect(mended.status, 'a refused filing has not used up its key').toBe(201);
  });

  it('a filing without an idempotency key', async () => {
    const answer = await systemClient().post('/api/complaints', { body: aComplaintBody() });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expectProblem(answer, answer.status);
  });
});

describe('other calls', () => {
  it.each(['AAAA-AAAA-AAAA-AAAA-A', '', 'x'.repeat(200), '<script>'])(
    'give the same 404 for the receipt code “%s” as for an unknown one',
    async (receiptCode) => {
      const client = systemClient();
      const unknown = { receiptCode: '0000-0000-0000-0000-0' };
      const one = await client.post('/api/track', { body: { receiptCode } });
      const other = await client.post('/api/track', { body: unknown });
      expectProblem(one, 404);
      expect(one.text).toBe(other.text);
    },
  );

  it('refuse a message that says nothing', async () => {
    const body = { receiptCode: '0000-0000-0000-0000-0', text: '' };
    const answer = await systemClient().post('/api/track/messages', { body });
    expect([404, 422]).toContain(answer.status);
    expectProblem(answer, answer.status);
  });

  it('refuse a command that does not exist', async () => {
    const client = systemClient();
    const token = await client.officer('MARKET', 'officer');
    const { caseNumber } = await file(client);
    const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
    const answer = await client.post(path, { token, body: { type: 'explode' } });
    expectProblem(answer, 422, 'type');
  });

  it('give 404 for a case, a penalty and a record that do not exist', async () => {
    const client = systemClient();
    const token = await client.officer('MARKET', 'officer');
    expectProblem(await client.get('/api/desk/cases/500104-20260101-00000X', token), 404);
    expectProblem(await client.get('/api/desk/cases/..%2f..', token), 404);
    expectProblem(await client.get('/api/disclosures/nosuchrecord', token), 404);
  });

  it('refuse a list that is asked for wrongly', async () => {
    const client = systemClient();
    const token = await client.department('MARKET');
    for (const query of ['limit=0', 'limit=101', 'limit=many', 'state=lost', 'cursor=forged'])
      expectProblem(await client.get(`/api/desk/worklist?${query}`, token), 422);
    for (const query of ['kind=rumour', 'from=yesterday', 'cursor=forged'])
      expectProblem(await client.get(`/api/disclosures?${query}`), 422);
  });
});
