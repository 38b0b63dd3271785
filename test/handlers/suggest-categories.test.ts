/** Asking what a text is about: anybody may, and nobody else hears of it. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Suggestion } from '../../shared/complaints/suggestion.ts';
import { handler } from '../../functions/complaints/suggest-categories.ts';

afterEach(() => vi.restoreAllMocks());

const ask = (body: unknown) =>
  handler({
    headers: {},
    body: JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: { requestId: 'r1' },
  } as unknown as APIGatewayProxyEventV2); // the parts the wrapper reads

describe('suggesting categories', () => {
  it('answers with categories, the words that spoke for them, and circumstances', async () => {
    const answer = await ask({ text: '小区里有人没得证,给人打吊针' });
    expect(answer.statusCode).toBe(200);
    const { categories, circumstances } = JSON.parse(answer.body ?? '') as Suggestion; // our own
    expect(categories[0]).toMatchObject({
      code: 'UNLICENSED_PRACTICE',
      because: expect.arrayContaining([expect.stringContaining('没得证')]),
    });
    expect(circumstances).toEqual(['RESIDENTIAL_OR_RURAL']);
  });

  it('names the channel of what is no complaint', async () => {
    const answer = await ask({ text: '请问诊所备案需要什么材料' });
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ channel: 'CONSULT' });
  });

  it.each([
    ['no text', {}],
    ['an empty text', { text: '  ' }],
    ['a text that is too long', { text: '长'.repeat(10_001) }],
    ['more than a text', { text: '举报', phone: '1' }],
  ])('refuses %s', async (_, body) => {
    expect((await ask(body)).statusCode).toBe(422);
  });

  it('logs nothing, whatever it is told', async () => {
    const written = [
      vi.spyOn(process.stdout, 'write'),
      vi.spyOn(process.stderr, 'write'),
      ...(['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name)),
    ];
    await ask({ text: '护士把我的化验单发到群里' });
    expect(written.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });
});
