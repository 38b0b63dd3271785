/** The functions by which a citizen hears of news, at work. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../cdk/local/demo/client.ts';
import { aComplaintBody, type Filed } from '../../support/complaints.ts';
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

async function filed(world: World): Promise<Filed> {
  const request = { body: aComplaintBody(), key: randomUUID() };
  return demand(await world.client.post('/api/complaints', request)).json as Filed; // the contract of a 201
}

async function track(world: World, path: string, body: object): Promise<unknown> {
  const request = { body, key: randomUUID() };
  return demand(await world.client.post(`/api/track/${path}`, request)).json;
}

const contact = { kind: 'mail', address: 'nobody@example.test' };

/** A case of which somebody who left a contact is to be told. */
export async function announced(world: World): Promise<string> {
  const of = await filed(world);
  await track(world, 'contacts', { receiptCode: of.receiptCode, contact });
  const token = await world.client.officer('MARKET', 'officer');
  const path = `/api/desk/cases/${of.caseNumber}/items/1/commands`;
  demand(await world.client.post(path, { token, body: { type: 'accept' }, key: randomUUID() }));
  return of.caseNumber;
}

export const newsExercises: readonly Deed[] = [
  deed('keep-contact', 'keeps a contact and forgets it', async (world) => {
    const { receiptCode } = await filed(world);
    await track(world, 'contacts', { receiptCode, contact });
    await track(world, 'contacts', { receiptCode, contact: null });
  }),
  deed('notify-citizen', 'tells that there is news', async (world) => {
    const caseNumber = await announced(world);
    await world.consume('notify-citizen', await world.message(caseNumber, '#NOTICE'));
  }),
  deed('notify-citizen', 'parks a message that is no notice', async (world) => {
    const caseNumber = await announced(world);
    const message = await world.message(caseNumber, '#NOTICE');
    const pointer = { kind: 'referral', caseNumber, version: 1 };
    await world.consume('notify-citizen', { ...message, pointer }).catch(() => undefined);
    const [row] = await world.outbox(caseNumber, '#NOTICE');
    if (row?.state !== 'parked') throw new Error(`its row is ${row?.state}`);
  }),
  deed('open-feed', 'opens a feed in place of another', async (world) => {
    const { receiptCode } = await filed(world);
    await track(world, 'feeds', { receiptCode });
    await track(world, 'feeds', { receiptCode });
  }),
  deed('close-feed', 'ends a feed', async (world) => {
    const { receiptCode } = await filed(world);
    await track(world, 'feeds', { receiptCode });
    await track(world, 'feeds/closings', { receiptCode });
  }),
  deed('read-feed', 'gives a feed', async (world) => {
    const { receiptCode } = await filed(world);
    const { path } = (await track(world, 'feeds', { receiptCode })) as { path: string }; // the contract of a 201
    demand(await world.client.get(path));
  }),
];
