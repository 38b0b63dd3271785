/** The way in: parsing, replay, and the race for a version. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { http } from '../../functions/aws/http.ts';
import { ok } from '../../shared/result.ts';
import { withSettings } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';

withSettings();

const event = (body: string, key?: string): APIGatewayProxyEventV2 =>
  ({
    headers: key ? { 'idempotency-key': key } : {},
    body,
    isBase64Encoded: false,
    requestContext: { requestId: 'r1' },
  }) as unknown as APIGatewayProxyEventV2; // the parts the wrapper reads

/** A call that counts how often it was done. */
function counting(tables: MemoryTables, options: { idempotencyKey?: 'required' } = {}) {
  let runs = 0;
  return http(
    { call: 'POST /x', body: v.strictObject({ say: v.string() }), status: 201, ...options },
    ({ body }) => {
      runs++;
      const row = { pk: `CASE#${runs}`, sk: 'CASE', say: body.say };
      return Promise.resolve(
        ok({ answer: { runs }, writes: [{ table: 'cases', put: row, when: 'absent' } as const] }),
      );
    },
    () => ({ tables }),
  );
}

describe('bad input', () => {
  it.each([
    ['no JSON', '{"say":', 400, 'NOT_JSON'],
    ['the wrong type', '{"say":1}', 422, 'INVALID'],
    ['an unknown field', '{"say":"a","admin":true}', 422, 'INVALID'],
    ['too much', `{"say":"${'长'.repeat(30_000)}"}`, 413, 'TOO_LARGE'],
  ])('%s is a problem with a code', async (_, body, status, code) => {
    const answer = await counting(new MemoryTables())(event(body));
    expect(answer.statusCode).toBe(status);
    expect(answer.headers?.['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ status, code });
  });

  it('names the field', async () => {
    const answer = await counting(new MemoryTables())(event('{"say":"a","admin":true}'));
    expect(JSON.parse(answer.body ?? '')).toMatchObject({
      errors: [{ field: 'admin', code: 'UNKNOWN_FIELD' }],
    });
  });

  it('a call that must be repeatable is refused without a key', async () => {
    const call = counting(new MemoryTables(), { idempotencyKey: 'required' });
    const answer = await call(event('{"say":"a"}'));
    expect(JSON.parse(answer.body ?? '')).toMatchObject({
      status: 422,
      errors: [{ field: 'Idempotency-Key', code: 'REQUIRED' }],
    });
  });
});

describe('the same key', () => {
  it('gets the very same answer, once done', async () => {
    const tables = new MemoryTables();
    const call = counting(tables);
    const first = await call(event('{"say":"a"}', 'key-key-key'));
    const again = await call(event('{ "say": "a" }', 'key-key-key'));
    expect(again).toEqual(first);
    expect(tables.all('cases').length).toBe(1);
  });

  it('with another body is refused', async () => {
    const call = counting(new MemoryTables());
    await call(event('{"say":"a"}', 'key-key-key'));
    const other = await call(event('{"say":"b"}', 'key-key-key'));
    expect(JSON.parse(other.body ?? '')).toMatchObject({
      status: 409,
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('raced, is done once and answered alike', async () => {
    const tables = new MemoryTables();
    const call = counting(tables);
    const racers = Array.from({ length: 5 }, () => call(event('{"say":"a"}', 'key-key-key')));
    const answers = await Promise.all(racers);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(tables.all('cases').length).toBe(1);
  });

  it('leaves neither key, body nor answer in clear in the table', async () => {
    const tables = new MemoryTables();
    await counting(tables)(event('{"say":"秘密"}', 'key-key-key'));
    const text = JSON.stringify(tables.all('relay'));
    expect(text).not.toMatch(/秘密|key-key-key|runs/);
  });
});

describe('two writers of one version', () => {
  it('both succeed, one after the other, on what the first left', async () => {
    const tables = new MemoryTables();
    await tables.commit([{ table: 'cases', put: { pk: 'C', sk: 'C', version: 1 } }]);
    const raise = http(
      { call: 'POST /raise', body: v.strictObject({}) },
      async () => {
        const row = await tables.get('cases', { pk: 'C', sk: 'C' });
        const version = Number(row?.['version']);
        await Promise.resolve();
        return ok({
          answer: { version: version + 1 },
          writes: [
            {
              table: 'cases',
              put: { pk: 'C', sk: 'C', version: version + 1 },
              when: { version },
            } as const,
          ],
        });
      },
      () => ({ tables }),
    );
    const answers = await Promise.all([raise(event('{}')), raise(event('{}'))]);
    expect(answers.map(({ body }) => String(body)).sort()).toEqual([
      '{"version":2}',
      '{"version":3}',
    ]);
  });
});
