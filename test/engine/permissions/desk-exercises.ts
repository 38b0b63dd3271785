/** The functions behind the desk itself, at work: who is at it, what lies on it, who works on what. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../cdk/local/demo/client.ts';
import { aComplaintBody, type Filed } from '../../support/complaints.ts';
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

async function file(world: World, changes: Readonly<Record<string, unknown>>): Promise<string> {
  const request = { body: aComplaintBody(changes), key: randomUUID() };
  const filed = demand(await world.client.post('/api/complaints', request));
  return (filed.json as Filed).caseNumber; // the contract of a 201
}

async function signIn(world: World): Promise<string> {
  const token = await world.client.officer('MARKET', 'officer');
  const request = { token, body: {}, key: randomUUID() };
  const { json } = demand(await world.client.post('/api/desk/sign-ins', request));
  return (json as { readonly subject: string }).subject; // the contract of a 201
}

export const deskExercises: readonly Deed[] = [
  {
    of: 'sign-in-officer',
    deed: 'enters an officer into the staff list',
    async run(world) {
      await signIn(world);
    },
  },
  {
    of: 'list-officers',
    deed: 'shows the staff list',
    async run(world) {
      const token = await world.client.officer('MARKET', 'officer');
      demand(await world.client.get('/api/desk/officers', token));
    },
  },
  {
    of: 'act-on-referral',
    deed: 'gives an item to a colleague',
    async run(world) {
      const assignee = await signIn(world);
      const caseNumber = await file(world, {});
      const token = await world.client.officer('MARKET', 'supervisor');
      const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
      const request = { token, body: { type: 'assign', assignee }, key: randomUUID() };
      demand(await world.client.post(path, request));
    },
  },
  {
    of: 'acknowledge-notice',
    deed: 'keeps who has read that a case is major, which no longer waits then',
    async run(world) {
      const circumstances = ['DEATH'];
      const caseNumber = await file(world, { circumstances });
      await world.consume('deliver-referral MARKET', await world.message(caseNumber, '#MARKET'));
      const token = await world.client.officer('MARKET', 'supervisor');
      const request = { token, body: { urgency: 'P0' }, key: randomUUID() };
      demand(await world.client.post(`/api/desk/cases/${caseNumber}/acknowledgements`, request));
    },
  },
  {
    of: 'list-worklist',
    deed: 'tells a supervisor what has become major',
    async run(world) {
      const token = await world.client.officer('MARKET', 'supervisor');
      demand(await world.client.get('/api/desk/worklist', token));
    },
  },
  {
    of: 'hand-out-identity',
    deed: 'writes down for what a sealed identity is handed out, and hands it out',
    async run(world) {
      const identity = { name: '示例人', phone: '13800000000' };
      const facts = `收费没有清单，收据号${randomUUID()}。`;
      const caseNumber = await file(world, { facts, anonymous: false, identity });
      const token = await world.client.officer('MARKET', 'officer');
      const request = { token, body: { purpose: 'VERIFY_FACTS' }, key: randomUUID() };
      demand(await world.client.post(`/api/desk/cases/${caseNumber}/openings`, request));
    },
  },
  {
    of: 'read-case',
    deed: 'names the institution of a case that gives its id',
    async run(world) {
      const caseNumber = await file(world, { institution: { id: '91500104MA60QW12X2' } });
      const token = await world.client.officer('MARKET', 'officer');
      demand(await world.client.get(`/api/desk/cases/${caseNumber}`, token));
    },
  },
];
