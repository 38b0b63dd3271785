/** The functions around departments' own systems at work. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from '../../../cdk/local/demo/client.ts';
import { aComplaintBody, type Filed } from '../../support/complaints.ts';
import type { World } from './world.ts';

interface Deed {
  readonly of: string;
  readonly deed: string;
  readonly run: (world: World) => Promise<void>;
}

const deed = (of: string, what: string, run: Deed['run']): Deed => ({ of, deed: what, run });

/** A system of the market department for as long as something is done with it. */
async function withSystem(answers: 204 | 503, during: (url: string) => Promise<void>) {
  const server = createServer((_, response) => response.writeHead(answers).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  try {
    await during(`http://127.0.0.1:${port}/`);
  } finally {
    server.close();
  }
}

function demand(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

async function configure(world: World, url: string, changes: object = {}): Promise<void> {
  const token = await world.client.officer('MARKET', 'administrator');
  const body = { url, active: true, ...changes };
  demand(await world.client.post('/api/desk/webhook', { token, body, key: randomUUID() }));
}

/** A case of which the market department's own system is to be told. */
async function announced(world: World): Promise<string> {
  const request = { body: aComplaintBody(), key: randomUUID() };
  const filed = demand(await world.client.post('/api/complaints', request));
  const { caseNumber } = filed.json as Filed; // the contract of a 201
  await world.consume('deliver-referral MARKET', await world.message(caseNumber, '#MARKET'));
  return caseNumber;
}

const ours = '#WEBHOOK.MARKET';
const nobody = 'http://127.0.0.1:9/';

async function tell(world: World, caseNumber: string): Promise<void> {
  await world.consume('deliver-webhook MARKET', await world.message(caseNumber, ours));
}

export const webhookExercises: readonly Deed[] = [
  deed('configure-webhook', 'takes an address and makes new secrets', async (world) => {
    await configure(world, nobody, { rotate: true });
    await configure(world, nobody, { rotate: true });
  }),
  deed('read-webhook', 'shows the address', async (world) => {
    await configure(world, nobody);
    const token = await world.client.officer('MARKET', 'administrator');
    demand(await world.client.get('/api/desk/webhook', token));
  }),
  deed('list-changes', 'shows what has changed', async (world) => {
    const token = await world.client.department('MARKET');
    demand(await world.client.get('/api/desk/changes', token));
  }),
  deed('deliver-referral', 'tells the department’s own system', async (world) => {
    await configure(world, nobody);
    await world.outbox(await announced(world), ours);
  }),
  deed('deliver-webhook', 'closes the row that the other side has taken', (world) =>
    withSystem(204, async (url) => {
      await configure(world, url);
      await tell(world, await announced(world));
    }),
  ),
  deed('deliver-webhook', 'notes what the other side said', (world) =>
    withSystem(503, async (url) => {
      await configure(world, url);
      const caseNumber = await announced(world);
      await tell(world, caseNumber);
      const [row] = await world.outbox(caseNumber, ours);
      if (row?.reason !== 'HTTP_503') throw new Error('the reason is not noted');
    }),
  ),
  deed('dispatch-outbox', 'sends a row to the queue of a system', async (world) => {
    await configure(world, nobody);
    const caseNumber = await announced(world);
    await world.follow('dispatch-outbox', await world.outbox(caseNumber, ours));
  }),
  deed('sweep-outbox', 'sends a row of a system again', async (world) => {
    await configure(world, nobody);
    const [row] = await world.outbox(await announced(world), ours);
    if (!row) throw new Error('outbox() gives one at least');
    await world.alter(row, { nextAt: '2020-01-01T00:00:00.000Z' });
    await world.tick('sweep-outbox');
    const [after] = await world.outbox(row.pk);
    if (after?.attempts === 0) throw new Error('it was not sent');
  }),
  deed('redrive-outbox', 'sets a row of a system going again', async (world) => {
    await configure(world, nobody);
    const caseNumber = await announced(world);
    await configure(world, nobody, { active: false });
    await tell(world, caseNumber);
    const [row] = await world.outbox(caseNumber, ours);
    const token = await world.client.officer('MARKET', 'administrator');
    const body = { type: 'redrive', outboxId: row?.pk };
    const request = { token, body, key: randomUUID() };
    const answer = demand(await world.client.post('/api/desk/relay/commands', request));
    if ((answer.json as { readonly waiting: number }).waiting > 0) throw new Error('it waits'); // the contract of a 200
  }),
];
