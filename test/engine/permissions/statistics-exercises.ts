/** The functions that count, show and recount, at work. */
import { randomUUID } from 'node:crypto';
import { dateInShanghai, monthOf } from '../../../shared/time.ts';
import { aComplaintBody, type Filed } from '../../support/complaints.ts';
import type { World } from './world.ts';

interface Deed {
  readonly of: string;
  readonly deed: string;
  readonly run: (world: World) => Promise<void>;
}

const thisMonth = () => monthOf(dateInShanghai(new Date().toISOString()));

async function file(world: World): Promise<string> {
  const answer = await world.client.post('/api/complaints', {
    body: aComplaintBody(),
    key: randomUUID(),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return (answer.json as Filed).caseNumber; // the contract of a 201
}

async function recount(world: World, part: 'cases' | 'totals'): Promise<void> {
  const token = await world.client.officer('HEALTH', 'administrator');
  const path = '/api/desk/statistics/recounts';
  let cursor: string | undefined;
  do {
    const body = { month: thisMonth(), part, mend: true, ...(cursor && { cursor }) };
    const answer = await world.client.post(path, { token, body, key: randomUUID() });
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    ({ cursor } = answer.json as { cursor?: string }); // the contract of a 200
  } while (cursor);
}

export const statisticsExercises: readonly Deed[] = [
  {
    of: 'count-case',
    deed: 'counts a case',
    async run(world) {
      const caseNumber = await file(world);
      await world.consume('count-case', await world.message(caseNumber, '#STATISTICS'));
    },
  },
  {
    of: 'count-case',
    deed: 'parks a message of a case that is not there',
    async run(world) {
      const caseNumber = await file(world);
      const message = await world.message(caseNumber, '#STATISTICS');
      const pointer = { kind: 'statistics', caseNumber: '500104-20200101-ABCDEF', version: 1 };
      await world.consume('count-case', { ...message, pointer }).catch(() => undefined);
      const [row] = await world.outbox(caseNumber, '#STATISTICS');
      if (row?.state !== 'parked') throw new Error(`its row is ${row?.state}`);
    },
  },
  {
    of: 'read-statistics',
    deed: 'shows the figures of this month',
    async run(world) {
      const token = await world.client.officer('MARKET', 'officer');
      const path = `/api/desk/statistics?from=${thisMonth()}&to=${thisMonth()}`;
      const { status, text } = await world.client.get(path, token);
      if (status !== 200) throw new Error(`${status} ${text}`);
    },
  },
  {
    of: 'recount-statistics',
    deed: 'counts what was not counted, and compares the counters',
    async run(world) {
      await file(world);
      await recount(world, 'cases');
      await recount(world, 'totals');
    },
  },
];
