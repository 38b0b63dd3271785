/** Every function at work: for each, the deeds that together use all it may do. A deed fails when its function fails. */
import { SEARCH_MANIFEST_PATH } from '../../../shared/search/manifest.ts';
import { dataFilePath } from '../../../shared/disclosure/data-files.ts';
import { objectKey } from '../../../shared/disclosure/pages.ts';
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../cdk/local/demo/client.ts';
import { dateInShanghai, instantOf, monthOf } from '../../../shared/time.ts';
import { aComplaintBody, type Filed } from '../../support/complaints.ts';
import { act, aProposal, decided, idOf, propose, today } from '../../support/penalties.ts';
import { attachmentExercises } from './attachment-exercises.ts';
import { channelExercises } from './channel-exercises.ts';
import { deskExercises } from './desk-exercises.ts';
import { applied, importExercises } from './import-exercises.ts';
import { announced, newsExercises } from './news-exercises.ts';
import { objectionExercises } from './objection-exercises.ts';
import { relayExercises } from './relay-exercises.ts';
import { rewardExercises } from './reward-exercises.ts';
import { statisticsExercises } from './statistics-exercises.ts';
import { webhookExercises } from './webhook-exercises.ts';
import type { World } from './world.ts';

export interface Exercise {
  /** Catalogue name. */
  readonly of: string;
  readonly deed: string;
  readonly run: (world: World) => Promise<unknown>;
}

const exercise = (of: string, deed: string, run: Exercise['run']): Exercise => ({ of, deed, run });

function expect(status: number, answer: Answer): Answer {
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

const INSTITUTION = { name: '示例综合门诊部', uscc: '91500104MA60QW12X2' };

async function file(world: World, changes: Readonly<Record<string, unknown>> = {}): Promise<Filed> {
  const request = { body: aComplaintBody(changes), key: randomUUID() };
  const answer = expect(201, await world.client.post('/api/complaints', request));
  return answer.json as Filed; // the contract of a 201
}

/** A filing by name; the same words of the same person within a day would join the first. */
const named = () => ({
  facts: `收费没有清单，收据号${randomUUID()}。`,
  anonymous: false,
  identity: { name: '示例人', phone: '13800000000' },
});

/** An act of an officer of the market department, under a key of its own. */
async function desk(world: World, status: number, path: string, body: unknown, role = 'officer') {
  const token = await world.client.officer('MARKET', role);
  const answer = await world.client.post(`/api/desk${path}`, { token, body, key: randomUUID() });
  return expect(status, answer);
}

async function inspect(world: World, institution: unknown = INSTITUTION): Promise<string> {
  const answer = await desk(world, 201, '/inspections', {
    kind: 'DAILY',
    institution,
    inspectedOn: today(),
    inspectors: ['示例证001', '示例证002'],
    items: [{ item: '明码标价', result: 'NO_PROBLEM' }],
    result: 'NO_PROBLEM',
  });
  return (answer.json as { inspectionId: string }).inspectionId; // the contract of a 201
}

/** A penalty that the publisher has made public. */
const decidedNow = (world: World): Promise<string> =>
  decided(world.client, `示市监罚〔2026〕${randomUUID().slice(0, 8)}号`);

async function publish(world: World): Promise<string> {
  const penaltyId = await decided(world.client, `示市监罚〔2026〕${randomUUID().slice(0, 8)}号`);
  await world.consume('publish-record', await world.message(penaltyId, '#DISCLOSURE'));
  return penaltyId;
}

async function isSetAside(world: World, ...words: readonly string[]): Promise<void> {
  const [row] = await world.outbox(...words);
  if (row?.state !== 'parked') throw new Error(`its row is ${row?.state}`);
}

/** A message whose row is there and whose subject is not; the consumer has to park it. */
async function parks(world: World, consumer: string, pointer: object, ...words: readonly string[]) {
  const message = await world.message(...words);
  // A consumer of a standard queue reports the parked message as failed, so that it goes to the dead letters.
  await world.consume(consumer, { ...message, pointer }).catch(() => undefined);
  await isSetAside(world, ...words);
}

async function due(world: World, ...words: readonly string[]): Promise<void> {
  const rows = await world.outbox(...words);
  for (const row of rows) await world.alter(row, { nextAt: '2020-01-01T00:00:00.000Z' });
}

export const exercises: readonly Exercise[] = [
  exercise('submit-complaint', 'takes a complaint with a name', (world) =>
    file(world, { ...named(), demand: '退还多收的费用' }),
  ),
  exercise('submit-complaint', 'adds what is new to the case of an earlier code', async (world) => {
    const { receiptCode } = await file(world);
    await file(world, { facts: '昨天又收了一次，这回有票据。', earlierReceiptCode: receiptCode });
  }),
  exercise('enter-complaint', 'adds what a caller with an earlier code says', async (world) => {
    const { receiptCode } = await file(world);
    const facts = '昨天又收了一次，这回有票据。';
    const complaint = aComplaintBody({ facts, earlierReceiptCode: receiptCode });
    await desk(world, 201, '/complaints', { channel: 'TELEPHONE', complaint }, 'clerk');
  }),
  exercise('enter-complaint', 'enters what somebody with a name said on the telephone', (world) =>
    desk(
      world,
      201,
      '/complaints',
      {
        channel: 'TELEPHONE',
        complaint: aComplaintBody(named()),
      },
      'clerk',
    ),
  ),
  exercise('track-complaint', 'shows a named case by its receipt code', async (world) => {
    const { receiptCode } = await file(world, named());
    expect(200, await world.client.post('/api/track', { body: { receiptCode } }));
  }),
  exercise('write-message', 'adds what the citizen writes', async (world) => {
    const { receiptCode } = await file(world);
    const body = { receiptCode, text: '补充：有收据照片。' };
    expect(201, await world.client.post('/api/track/messages', { body, key: randomUUID() }));
  }),
  exercise('act-on-own-case', 'takes back what the citizen wants for himself', async (world) => {
    const { receiptCode } = await file(world, {
      ...{ categories: ['DISPUTE'], anonymous: true },
    });
    const body = { receiptCode, act: { type: 'withdraw' } };
    expect(200, await world.client.post('/api/track/acts', { body, key: randomUUID() }));
  }),
  exercise('watch-clocks', 'tells the coordinator of what is overdue', async (world) => {
    const token = await world.client.officer('HEALTH', 'clerk');
    const receivedOn = dateInShanghai(instantOf(Date.now() - 40 * 86_400_000));
    const complaint = aComplaintBody({ categories: ['STAFF_CERT'] });
    const body = { channel: 'COUNTER', receivedOn, complaint };
    const request = { token, body, key: randomUUID() };
    const answer = expect(201, await world.client.post('/api/desk/complaints', request));
    const { caseNumber } = answer.json as Filed; // the contract of a 201
    await world.tick('watch-clocks');
    await world.outbox(`${caseNumber}.2#HEALTH`);
  }),
  exercise('list-keys', 'gives the public sealing keys', async (world) => {
    expect(200, await world.client.get('/api/keys'));
  }),
  exercise('deliver-referral', 'brings a case to a worklist', async (world) => {
    const { caseNumber } = await file(world);
    await world.consume('deliver-referral MARKET', await world.message(caseNumber, '#MARKET'));
  }),
  exercise('deliver-referral', 'parks a message of a case that is not there', async (world) => {
    const { caseNumber } = await file(world);
    const pointer = { kind: 'referral', caseNumber: '500104-20200101-ABCDEF', version: 1 };
    await parks(world, 'deliver-referral MARKET', pointer, caseNumber, '#MARKET');
  }),
  exercise('list-worklist', 'shows what is to be done', async (world) => {
    await world.client.worklist('MARKET', 'open');
  }),
  exercise('read-case', 'shows a case to its department', async (world) => {
    const { caseNumber } = await file(world);
    const token = await world.client.officer('MARKET', 'officer');
    expect(200, await world.client.get(`/api/desk/cases/${caseNumber}`, token));
  }),
  exercise('act-on-referral', 'accepts an item', async (world) => {
    const { caseNumber } = await file(world);
    await desk(world, 200, `/cases/${caseNumber}/items/1/commands`, { type: 'accept' });
  }),
  exercise('dispatch-outbox', 'sends new rows to their queues', async (world) => {
    const { caseNumber } = await file(world);
    const inspectionId = await inspect(world);
    const told = await announced(world);
    const importId = await applied(world, 'institutions');
    const penaltyId = await decidedNow(world);
    const ids = [caseNumber, inspectionId, told, importId, penaltyId];
    const rows = (await Promise.all(ids.map((id) => world.outbox(id)))).flat();
    await world.follow('dispatch-outbox', rows);
  }),
  exercise('sweep-outbox', 'sends again what is due', async (world) => {
    const { caseNumber } = await file(world);
    const inspectionId = await inspect(world);
    const importId = await applied(world, 'institutions');
    const penaltyId = await decidedNow(world);
    const sweepable = [caseNumber, inspectionId, await announced(world), importId, penaltyId];
    for (const id of sweepable) await due(world, id);
    await world.tick('sweep-outbox');
    for (const id of sweepable)
      for (const { attempts } of await world.outbox(id))
        if (attempts === 0) throw new Error('a row was not sent');
  }),
  exercise('note-dead-letter', 'notes on a row that a queue gave its message up', async (world) => {
    const { caseNumber } = await file(world);
    await world.consume('note-dead-letter', await world.message(caseNumber, '#MARKET'));
    const [row] = await world.outbox(caseNumber, '#MARKET');
    if (row?.asideState !== 'DEAD') throw new Error(`its row says ${row?.asideState}`);
  }),
  exercise('read-load', 'counts what lies at a department', async (world) => {
    const token = await world.client.officer('MARKET', 'supervisor');
    const { caseNumber } = await file(world);
    await world.consume('deliver-referral MARKET', await world.message(caseNumber, '#MARKET'));
    expect(200, await world.client.get('/api/desk/load', token));
  }),
  exercise('list-penalties', 'lists those of a department', async (world) => {
    const token = await world.client.officer('MARKET', 'officer');
    expect(200, await world.client.get('/api/desk/penalties', token));
  }),
  exercise('list-inspections', 'lists those of a department', async (world) => {
    const token = await world.client.officer('MARKET', 'officer');
    expect(200, await world.client.get('/api/desk/inspections', token));
  }),
  exercise('propose-penalty', 'proposes one out of a complaint', async (world) => {
    const { caseNumber } = await file(world);
    await desk(world, 201, '/penalties', aProposal({ caseNumber, itemNumber: 1 }));
  }),
  exercise('decide-penalty', 'serves a notice', async (world) => {
    const penaltyId = idOf(expect(201, await propose(world.client)));
    const notify = { type: 'notify', servedOn: today() };
    await desk(world, 200, `/penalties/${penaltyId}/commands`, notify);
  }),
  exercise('decide-penalty', 'decides under a number', async (world) => {
    await decided(world.client, `示市监罚〔2026〕${randomUUID().slice(0, 8)}号`);
  }),
  exercise('read-penalty', 'shows a decided penalty to its department', async (world) => {
    const penaltyId = await decidedNow(world);
    const token = await world.client.officer('MARKET', 'officer');
    expect(200, await world.client.get(`/api/desk/penalties/${penaltyId}`, token));
  }),
  exercise('read-archive', 'lists the papers of a file', async (world) => {
    const penaltyId = idOf(expect(201, await propose(world.client)));
    const token = await world.client.officer('MARKET', 'officer');
    expect(200, await world.client.get(`/api/desk/penalties/${penaltyId}/archive`, token));
  }),
  exercise(
    'record-inspection',
    'records one of an institution by name, then by id',
    async (world) => {
      await inspect(world);
      await inspect(world, { id: '91500104MA60QW12X2' });
    },
  ),
  exercise('read-inspection', 'shows one to its department', async (world) => {
    const inspectionId = await inspect(world);
    const token = await world.client.officer('MARKET', 'officer');
    expect(200, await world.client.get(`/api/desk/inspections/${inspectionId}`, token));
  }),
  exercise('act-on-inspection', 'corrects one', async (world) => {
    const inspectionId = await inspect(world);
    const command = { type: 'correct', version: 1, reason: '示例更正', kind: 'SPECIAL' };
    await desk(world, 200, `/inspections/${inspectionId}/commands`, command, 'publisher');
  }),
  exercise('publish-record', 'publishes a penalty and an inspection', async (world) => {
    await world.forget(objectKey(dataFilePath('penalty', monthOf(today()), 'jsonl'))); // made anew from the table
    await publish(world);
    await world.consume('publish-record', await world.message(await inspect(world)));
  }),
  exercise('publish-record', 'takes a penalty back', async (world) => {
    const penaltyId = await publish(world);
    expect(
      200,
      await act(world.client, 'publisher', penaltyId, { type: 'withdraw', reason: '示例撤销' }),
    );
    await world.consume('publish-record', await world.message(penaltyId, '#DISCLOSURE'));
  }),
  exercise('publish-record', 'parks a message of a penalty that is not there', async (world) => {
    const inspectionId = await inspect(world);
    const pointer = { kind: 'publication', subject: 'PENALTY#none', version: 1 };
    await parks(world, 'publish-record', pointer, inspectionId);
  }),
  exercise('publish-record', 'writes the whole site for a new release', async (world) => {
    await world.forget('_release');
    await world.forget('_refresh'); // from its beginning: it asks itself to go on
    await world.consume('publish-record', { kind: 'refresh' });
  }),
  exercise('forget-pages', 'asks the distribution, and again with other paths', async (world) => {
    const reference = `${randomUUID()}.2`;
    await world.consume('forget-pages', { reference, paths: ['/', '/records/x*'] });
    await world.consume('forget-pages', { reference, paths: ['/'] });
    if (!world.hasForgotten(reference)) throw new Error('it was not asked');
  }),
  exercise('stop-publication', 'announces what has been public long enough', async (world) => {
    const penaltyId = await publish(world);
    const publicUntil = today();
    await world.endPeriods(publicUntil);
    await world.tick('stop-publication');
    await world.outbox(`${penaltyId}.until-${publicUntil}`);
  }),
  exercise('list-institutions', 'finds one by its name', async (world) => {
    const query = new URLSearchParams({ q: '示例' });
    expect(200, await world.client.get(`/api/institutions?${query}`));
  }),
  exercise('list-disclosures', 'finds records by words and by institution', async (world) => {
    await publish(world);
    const found = await world.client.disclosures(new URLSearchParams({ q: '价格', limit: '1' }));
    if (found.length === 0) throw new Error('nothing was found');
    expect(200, await world.client.get('/api/disclosures?institution=91500104MA60QW12X2'));
  }),
  ...(
    [
      ['search-records', '/api/search'],
      ['export-search', '/api/search.csv'],
      ['feed-search', '/api/search.atom'],
    ] as const
  ).map(([name, path]) =>
    exercise(name, 'reads the index, and finds nothing where there is none', async (world) => {
      await publish(world);
      const query = new URLSearchParams({ q: '价格' });
      expect(200, await world.client.get(`${path}?${query}`));
      await world.forget(objectKey(SEARCH_MANIFEST_PATH));
      expect(200, await world.client.get(`${path}?${query}`));
    }),
  ),
  exercise('read-disclosure', 'gives a record', async (world) => {
    await publish(world);
    const [record] = await world.client.disclosures(new URLSearchParams({ limit: '1' }));
    expect(200, await world.client.get(`/api/disclosures/${record?.id}`));
  }),
  ...attachmentExercises,
  ...deskExercises,
  ...newsExercises,
  ...objectionExercises,
  ...channelExercises,
  ...importExercises,
  ...relayExercises,
  ...statisticsExercises,
  ...rewardExercises,
  ...webhookExercises,
];
