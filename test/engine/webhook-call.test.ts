/** The one call that leaves the house, against real sockets on this machine. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { callWebhook } from '../../functions/call-webhook.ts';
import { freePort } from '../support/system.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

const listening = async (answer: RequestListener): Promise<string> => {
  const port = await freePort();
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(port, '127.0.0.1', resolve));
  return `http://127.0.0.1:${port}/`;
};

const answering = (status: number, headers: Record<string, string> = {}) =>
  listening((_, response) => response.writeHead(status, headers).end('unread'));

describe('a call to a department’s system', () => {
  it('carries body and headers, and succeeds by any 2xx', async () => {
    let received: unknown;
    const url = await listening((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, headers } = request;
        received = [method, headers['idempotency-key'], Buffer.concat(chunks).toString()];
        response.writeHead(202).end();
      });
    });
    expect(await callWebhook(url, { 'idempotency-key': 'k' }, '{"a":1}')).toBeUndefined();
    expect(received).toEqual(['POST', 'k', '{"a":1}']);
  });

  it('follows no redirect, for it could lead inside', async () => {
    const calls: string[] = [];
    const url = await listening((request, response) => {
      calls.push(request.url ?? '');
      response.writeHead(307, { location: '/inside' }).end();
    });
    expect([await callWebhook(url, {}, '{}'), calls]).toEqual(['HTTP_307', ['/']]);
  });

  it.each([400, 401, 410, 503])('names the status of a refusal: %d', async (status) => {
    expect(await callWebhook(await answering(status), {}, '{}')).toBe(`HTTP_${status}`);
  });

  it('gives up on a system that takes the call and never answers', async () => {
    expect(await callWebhook(await listening(() => {}), {}, '{}', 50)).toBe('TIMEOUT');
  });

  it('says when nobody listens', async () => {
    expect(await callWebhook(`http://127.0.0.1:${await freePort()}/`, {}, '{}')).toBe(
      'UNREACHABLE',
    );
  });

  it('does not call a name that leads inside, however public it looked when it was configured', async () => {
    let called = false;
    const url = await listening(() => {
      called = true;
    });
    const encrypted = url.replace('http://127.0.0.1', 'https://localhost');
    expect([await callWebhook(encrypted, {}, '{}'), called]).toEqual(['NOT_PUBLIC', false]);
  });
});
