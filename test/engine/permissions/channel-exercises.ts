/** The channels at work: a penalty is told, fetched, called in, acknowledged, mended, repaired. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from '../../../cdk/local/demo/client.ts';
import { departmentName } from '../../../shared/departments/directory.ts';
import { act, decided, today } from '../../support/penalties.ts';
import type { World } from './world.ts';

interface Deed {
  readonly of: string;
  readonly deed: string;
  readonly run: (world: World) => Promise<void>;
}

const deed = (of: string, what: string, run: Deed['run']): Deed => ({ of, deed: what, run });

function demand(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

const CITY = '/api/desk/channels/CITY_CREDIT';
const HEALTH = '/api/desk/channels/HEALTH_CREDIT';

async function send(world: World, role: string, path: string, body: unknown): Promise<Answer> {
  const token =
    role === 'platform'
      ? await world.client.department('HEALTH')
      : await world.client.officer('HEALTH', role);
  return demand(await world.client.post(path, { token, body, key: randomUUID() }));
}

const someNumber = () => `示市监罚〔2026〕${randomUUID().slice(0, 8)}号`;

async function tell(world: World, penaltyId: string, channel = 'CITY_CREDIT'): Promise<void> {
  const message = await world.message(penaltyId, `#CHANNEL.${channel}`);
  await world.consume('deliver-to-channel', message);
}

/** A penalty that lies in a closed file. @returns the penalty, the file and how many lines it has */
async function filed(world: World, number = someNumber()) {
  const penaltyId = await decided(world.client, number);
  await tell(world, penaltyId);
  const { json } = await send(world, 'platform', `${CITY}/files`, {});
  return { penaltyId, ...(json as { number: number; lines: number }) }; // the contract of a 200
}

/** The health credit system for as long as something is done with it. */
async function withPlatform(answers: 204 | 503, during: () => Promise<void>, world: World) {
  const server = createServer((_, response) => response.writeHead(answers).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  try {
    const url = `http://127.0.0.1:${port}/`;
    await send(world, 'administrator', HEALTH, { delivery: 'webhook', url });
    await during();
  } finally {
    server.close();
  }
}

export const channelExercises: readonly Deed[] = [
  deed('deliver-to-channel', 'puts a penalty into a file', async (world) => {
    await filed(world);
  }),
  deed('deliver-to-channel', 'calls a platform that listens', (world) =>
    withPlatform(
      204,
      async () => tell(world, await decided(world.client, someNumber()), 'HEALTH_CREDIT'),
      world,
    ),
  ),
  deed('deliver-to-channel', 'notes what a platform said', (world) =>
    withPlatform(
      503,
      async () => {
        const penaltyId = await decided(world.client, someNumber());
        await tell(world, penaltyId, 'HEALTH_CREDIT');
        const [row] = await world.outbox(penaltyId, '#CHANNEL.HEALTH_CREDIT');
        if (row?.reason !== 'HTTP_503') throw new Error('the reason is not noted');
      },
      world,
    ),
  ),
  deed('deliver-to-channel', 'forgets what was never shown and is gone', async (world) => {
    const { penaltyId, number, lines } = await filed(world);
    const rejected = Array.from({ length: lines }, (_, line) => ({ row: line + 1, code: 'X' }));
    const body = { file: number, accepted: 0, rejected };
    await send(world, 'platform', `${CITY}/acknowledgements`, body);
    demand(await act(world.client, 'publisher', penaltyId, { type: 'withdraw', reason: '示例' }));
    await tell(world, penaltyId);
  }),
  deed('stop-publication', 'tells the platforms that have it', async (world) => {
    const { penaltyId } = await filed(world);
    await world.consume('publish-record', await world.message(penaltyId, '#DISCLOSURE'));
    await world.endPeriods(today());
    await world.tick('stop-publication');
    await world.outbox(`${penaltyId}.until-`, '#CHANNEL.CITY_CREDIT');
  }),
  deed('configure-channel', 'takes an address and makes new secrets', async (world) => {
    const body = { delivery: 'webhook', url: 'http://127.0.0.1:9/', rotate: true };
    await send(world, 'administrator', '/api/desk/channels/GSXT', body);
    await send(world, 'administrator', '/api/desk/channels/GSXT', body);
    await send(world, 'administrator', '/api/desk/channels/GSXT', { delivery: 'file' });
  }),
  deed('read-channel', 'shows how a channel stands', async (world) => {
    const token = await world.client.officer('HEALTH', 'publisher');
    demand(await world.client.get(CITY, token));
  }),
  deed('close-channel-file', 'closes the file of today', async (world) => {
    await filed(world);
  }),
  deed('read-channel-file', 'gives a closed file', async (world) => {
    const { number } = await filed(world);
    const token = await world.client.department('HEALTH');
    demand(await world.client.get(`${CITY}/files/${number}`, token));
  }),
  deed('acknowledge-delivery', 'notes what was taken', async (world) => {
    const { number, lines } = await filed(world);
    const body = { file: number, accepted: lines };
    await send(world, 'platform', `${CITY}/acknowledgements`, body);
  }),
  deed('resend-to-channel', 'sends a penalty once more', async (world) => {
    const { penaltyId } = await filed(world);
    await send(world, 'publisher', `${CITY}/resends`, { penaltyId });
  }),
  deed('repair-credit', 'ends the publication of a repaired penalty', async (world) => {
    const decisionNumber = someNumber();
    await filed(world, decisionNumber);
    const authority = departmentName('MARKET');
    const body = { decisionNumber, authority, on: today(), reference: randomUUID() };
    await send(world, 'platform', `${CITY}/repairs`, body);
  }),
  deed('repair-credit', 'keeps what nobody knows until a person settles it', async (world) => {
    const number = { decisionNumber: someNumber(), authority: departmentName('MARKET') };
    const body = { ...number, on: today(), reference: randomUUID() };
    await send(world, 'platform', `${CITY}/repairs`, body);
    await send(world, 'publisher', `${CITY}/repairs`, { ...body, closing: '另案处理' });
  }),
];
