/** The functions with which administrators watch the relay and set it going again, at work. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../cdk/local/demo/client.ts';
import { asideKey } from '../../../shared/relay/outbox.ts';
import { aComplaintBody, type Filed } from '../../support/complaints.ts';
import { decided } from '../../support/penalties.ts';
import { applied } from './import-exercises.ts';
import { announced } from './news-exercises.ts';
import type { World } from './world.ts';

interface Deed {
  readonly of: string;
  readonly deed: string;
  readonly run: (world: World) => Promise<void>;
}

function demand(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

/** An act of the coordinator's administrator. */
async function administer(world: World, path: string, body: unknown): Promise<Answer> {
  const token = await world.client.officer('HEALTH', 'administrator');
  return demand(await world.client.post(`/api/desk${path}`, { token, body, key: randomUUID() }));
}

async function look(world: World, path: string): Promise<void> {
  const token = await world.client.officer('HEALTH', 'administrator');
  demand(await world.client.get(`/api/desk${path}`, token));
}

/** The health department cooperates in it. */
async function file(world: World): Promise<string> {
  const request = { body: aComplaintBody(), key: randomUUID() };
  const filed = demand(await world.client.post('/api/complaints', request));
  return (filed.json as Filed).caseNumber; // the contract of a 201
}

/** As a consumer would have set it aside. */
async function park(world: World, ...words: readonly string[]): Promise<void> {
  for (const row of await world.outbox(...words)) {
    const key = asideKey(row.addressee, new Date().toISOString());
    await world.alter(row, {
      state: 'parked',
      reason: 'NO_SUCH_CASE',
      asideState: 'PARKED',
      asideKey: key,
    });
  }
}

export const relayExercises: readonly Deed[] = [
  {
    of: 'replay-case',
    deed: 'tells a department of a case once more',
    async run(world) {
      const caseNumber = await file(world);
      await administer(world, `/cases/${caseNumber}/replays`, { department: 'MARKET' });
    },
  },
  {
    of: 'list-outbox',
    deed: 'shows what needs a person',
    run: (world) => look(world, '/relay?state=parked'),
  },
  {
    of: 'redrive-outbox',
    deed: 'sets one referral going again',
    async run(world) {
      const caseNumber = await file(world);
      await park(world, caseNumber, '#HEALTH');
      const [row] = await world.outbox(caseNumber, '#HEALTH');
      const command = { type: 'redrive', outboxId: row?.pk };
      const { json } = await administer(world, '/relay/commands', command);
      const { redriven, waiting } = json as { redriven: number; waiting: number }; // the contract of a 200
      if (redriven !== 1 || waiting > 0) throw new Error('it was not sent');
    },
  },
  {
    of: 'redrive-outbox',
    deed: 'sets a department’s referrals, publications, statistics, notices, channels and imports going again',
    async run(world) {
      const caseNumber = await file(world);
      await park(world, caseNumber, '#HEALTH');
      await park(world, caseNumber, '#STATISTICS');
      await park(world, await announced(world), '#NOTICE');
      const number = `示市监罚〔2026〕${randomUUID().slice(0, 8)}号`;
      const penaltyId = await decided(world.client, number);
      await park(world, penaltyId, '#DISCLOSURE');
      await park(world, penaltyId, '#CHANNEL.CITY_CREDIT');
      await park(world, await applied(world, 'institutions'));
      const command = { type: 'redrive', department: 'HEALTH' };
      const { json } = await administer(world, '/relay/commands', command);
      const { redriven, waiting } = json as { redriven: number; waiting: number }; // the contract of a 200
      if (redriven < 6 || waiting > 0) throw new Error('not all were sent');
    },
  },
  {
    of: 'read-operations',
    deed: 'shows the figures that alarms read',
    run: (world) => look(world, '/operations'),
  },
];
