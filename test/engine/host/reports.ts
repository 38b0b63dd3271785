/** Listens to what the functions of the small building tell, and lets a test wait for it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Report {
  readonly role: string;
  readonly bodies?: readonly string[];
  readonly keys?: readonly string[];
}

export interface Reports {
  readonly address: string;
  readonly all: readonly Report[];
  /** Resolves when the reports so far satisfy the condition. */
  until(condition: (all: readonly Report[]) => boolean): Promise<void>;
  /** From now on reports that satisfy it are heard but not answered, so their function never ends. */
  holdBack(which: ((report: Report) => boolean) | undefined): void;
  close(): Promise<void>;
}

export async function listenForReports(): Promise<Reports> {
  const all: Report[] = [];
  const waiting = new Set<() => void>();
  let held: ((report: Report) => boolean) | undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      const report = JSON.parse(body) as Report; // told by the bundle of the small building
      all.push(report);
      if (!held?.(report)) response.end();
      for (const check of waiting) check();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    address: `http://127.0.0.1:${port}/`,
    all,
    until: (condition) =>
      new Promise((resolve) => {
        const check = () => {
          if (!condition(all)) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    holdBack(which) {
      held = which;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const keysOf = (all: readonly Report[]): readonly string[] =>
  all.flatMap(({ keys }) => keys ?? []);

export const bodiesOf = (all: readonly Report[], role: string): readonly string[] =>
  all.filter((report) => report.role === role).flatMap(({ bodies }) => bodies ?? []);
