/** What sends notices on one machine: a gateway that sends nothing, and writes each to `notifications.jsonl` for its owner to read. */
import { appendFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface NoticeGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** A notice is a sentence and an address. */
const LARGEST_BYTES = 4_096;

export async function startNoticeGateway(dataDir: string): Promise<NoticeGateway> {
  const path = join(dataDir, 'notifications.jsonl');
  const server = createServer((request, response) => {
    taken(request)
      .then((notice) => appendFile(path, `${JSON.stringify(notice)}\n`, { mode: 0o600 }))
      .then(
        () => response.writeHead(204).end(),
        () => response.writeHead(400).end(),
      );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function taken(request: IncomingMessage): Promise<object> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) {
    body += String(part);
    if (body.length > LARGEST_BYTES) throw new Error('no notice is that long');
  }
  const notice: unknown = JSON.parse(body);
  return { at: new Date().toISOString(), ...Object(notice) };
}
