/** Objections at work: filed, followed, listed, read, answered. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../cdk/local/demo/client.ts';
import { decided } from '../../support/penalties.ts';
import type { World } from './world.ts';

interface Deed {
  readonly of: string;
  readonly deed: string;
  readonly run: (world: World) => Promise<void>;
}

interface Filed {
  readonly objectionId: string;
  readonly receiptCode: string;
  readonly department: 'MARKET';
}

function demand(status: number, answer: Answer): Answer {
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

async function publicRecord(world: World): Promise<string> {
  const penaltyId = await decided(world.client, `示市监罚〔2026〕${randomUUID().slice(0, 8)}号`);
  await world.consume('publish-record', await world.message(penaltyId, '#DISCLOSURE'));
  const [record] = await world.client.disclosures(new URLSearchParams({ department: 'MARKET' }));
  if (!record) throw new Error('nothing was published');
  return record.id;
}

async function object(world: World): Promise<Filed> {
  const body = {
    ...{ record: await publicRecord(world), objector: 'PARTY', ground: 'FACTS' },
    ...{ words: '金额写错了。', contact: { kind: 'sms', address: '13800000000' } },
  };
  const request = { body, key: randomUUID() };
  const answer = demand(201, await world.client.post('/api/objections', request));
  return answer.json as Filed; // the contract of a 201
}

const publisher = (world: World): Promise<string> => world.client.officer('MARKET', 'publisher');

async function act(world: World, { objectionId }: Filed, body: unknown): Promise<void> {
  const request = { token: await publisher(world), body, key: randomUUID() };
  const path = `/api/desk/objections/${objectionId}/commands`;
  demand(200, await world.client.post(path, request));
}

export const objectionExercises: readonly Deed[] = [
  {
    of: 'submit-objection',
    deed: 'takes an objection with a contact',
    async run(world) {
      await object(world);
    },
  },
  {
    of: 'track-objection',
    deed: 'tells the holder of the code how it goes',
    async run(world) {
      const { receiptCode } = await object(world);
      demand(200, await world.client.post('/api/objections/track', { body: { receiptCode } }));
    },
  },
  {
    of: 'list-objections',
    deed: 'lists what lies with a department',
    async run(world) {
      demand(200, await world.client.get('/api/desk/objections', await publisher(world)));
    },
  },
  {
    of: 'read-objection',
    deed: 'shows an objection to its department',
    async run(world) {
      const { objectionId } = await object(world);
      const token = await publisher(world);
      demand(200, await world.client.get(`/api/desk/objections/${objectionId}`, token));
    },
  },
  {
    of: 'act-on-objection',
    deed: 'opens the contact, and answers',
    async run(world) {
      const filed = await object(world);
      await act(world, filed, { type: 'open-contact' });
      await act(world, filed, { type: 'reject', words: '与决定书一致。' });
    },
  },
];
