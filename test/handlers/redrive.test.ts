/** What needs a person: seen with its reason, and set going again by who may. */
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { newCaseWrites } from '../../functions/aws/case-store.ts';
import { referralWrites, setAsideWrite } from '../../functions/aws/outbox-store.ts';
import { deliverReferral } from '../../functions/departments/deliver-referral.ts';
import { replayCase } from '../../functions/departments/replay-case.ts';
import { listOutbox } from '../../functions/relay/list-outbox.ts';
import { noteDeadLetter } from '../../functions/relay/note-dead-letter.ts';
import { redriveOutbox } from '../../functions/relay/redrive-outbox.ts';
import { readOperations } from '../../functions/relay/read-operations.ts';
import type { Officer } from '../../functions/ports.ts';
import { addresseesOf } from '../../shared/complaints/case-file.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { URGENT_PARKED } from '../../shared/coordination/parked.ts';
import { figuresOf } from '../../shared/relay/figures.ts';
import { OutboxRow } from '../../shared/relay/outbox.ts';
import type { OutboxQuery, RedriveCommand } from '../../shared/relay/redrive.ts';
import { plusSeconds } from '../../shared/time.ts';
import { aCase, AT, CASE_NUMBER, OCCASION } from '../support/builders.ts';
import { request, withSettings } from '../support/handler-world.ts';
import { MemoryQueues } from '../support/memory-queues.ts';
import { MemoryTables } from '../support/memory-tables.ts';

withSettings();

const administrator = (department: DepartmentCode): Officer => ({
  subject: `administrator of ${department}`,
  name: '示例管理员',
  department,
  roles: ['administrator'],
});

let tables: MemoryTables;
let queues: MemoryQueues;

/** A filed case whose referrals to MARKET and HEALTH are set aside, those to the third and to the statistics open. */
beforeEach(async () => {
  tables = new MemoryTables();
  queues = new MemoryQueues();
  const file = aCase();
  await tables.commit([
    ...newCaseWrites(file),
    ...referralWrites(CASE_NUMBER, 1, addresseesOf(file.items), OCCASION),
  ]);
  const aside = (addressee: string, state: 'STUCK' | 'PARKED', reason: string) =>
    tables.commit([setAsideWrite({ outboxId: idOf(addressee), addressee }, state, reason, AT)]);
  await aside('MARKET', 'PARKED', 'NO_SUCH_CASE');
  await aside('HEALTH', 'STUCK', 'TOO_MANY_ATTEMPTS');
});

const idOf = (addressee: string) => `OUT#${CASE_NUMBER}.1#${addressee}`;
const rows = () => tables.all('relay').map((row) => v.parse(OutboxRow, row));
const rowOf = (addressee: string) => rows().find((row) => row.addressee === addressee);

async function list(officer: Officer, query: OutboxQuery = {}) {
  const outcome = await listOutbox({ ...request(undefined, { officer }), query }, { tables });
  if (!outcome.ok) return outcome.error;
  return (outcome.value.answer as { rows: readonly unknown[] }).rows; // asserted below
}

const redrive = (officer: Officer, body: RedriveCommand) =>
  redriveOutbox(request(body, { officer }), { tables, queues });

describe('the list', () => {
  it('shows the coordinator’s administrator everything that needs a person, with reasons', async () => {
    expect(await list(administrator('HEALTH'))).toMatchObject([
      { addressee: 'MARKET', state: 'parked', reason: 'NO_SUCH_CASE' },
      { addressee: 'HEALTH', state: 'stuck', reason: 'TOO_MANY_ATTEMPTS' },
    ]);
    expect(await list(administrator('HEALTH'), { state: 'stuck' })).toMatchObject([
      { addressee: 'HEALTH' },
    ]);
  });

  it('shows a department’s administrator his own, and nobody else anything', async () => {
    expect(await list(administrator('MARKET'))).toMatchObject([{ addressee: 'MARKET' }]);
    expect(await list(administrator('MARKET'), { department: 'HEALTH' })).toMatchObject({
      status: 403,
    });
    const officer = { ...administrator('MARKET'), roles: ['officer'] };
    expect(await list(officer)).toMatchObject({ status: 403, code: 'ROLE_MISSING' });
  });

  it('shows what a queue gave up, though it is still sent again', async () => {
    const row = rowOf('MEDINS');
    if (!row) throw new Error('no row');
    const message = { outboxId: row.pk, addressee: 'MEDINS', pointer: row.pointer };
    await noteDeadLetter(
      { ...message, correlationId: 'c' },
      { tables, now: () => plusSeconds(AT, 300) },
    );
    expect(await list(administrator('MEDINS'))).toMatchObject([
      { state: 'dead', reason: 'GIVEN_UP_BY_QUEUE' },
    ]);
    expect(rowOf('MEDINS')?.openShard).toBe(row.openShard);
  });
});

describe('a redrive', () => {
  it('of one message opens its row and sends it at once', async () => {
    const outcome = await redrive(administrator('MARKET'), {
      type: 'redrive',
      outboxId: idOf('MARKET'),
    });
    expect(outcome).toMatchObject({ value: { answer: { redriven: 1, waiting: 0 } } });
    expect(queues.sent.map(({ addressee }) => addressee)).toEqual(['MARKET']);
    expect(rowOf('MARKET')).toMatchObject({ state: 'open', attempts: 1 });
    expect(rowOf('MARKET')?.asideState).toBe(undefined);
  });

  it('of a department leaves the others alone; of all leaves nothing aside', async () => {
    await redrive(administrator('HEALTH'), { type: 'redrive', department: 'MARKET' });
    expect(rowOf('HEALTH')?.state).toBe('stuck');
    await redrive(administrator('HEALTH'), { type: 'redrive', all: true });
    expect(rows().map(({ state }) => state)).toEqual(['open', 'open', 'open', 'open']);
  });

  it('beyond one’s own department is refused', async () => {
    const beyond: readonly RedriveCommand[] = [
      { type: 'redrive', all: true },
      { type: 'redrive', department: 'HEALTH' },
    ];
    for (const command of beyond)
      expect(await redrive(administrator('MARKET'), command)).toMatchObject({
        error: { status: 403, code: 'NOT_YOUR_DEPARTMENT' },
      });
    const foreign = await redrive(administrator('MARKET'), {
      type: 'redrive',
      outboxId: idOf('HEALTH'),
    });
    expect(foreign).toMatchObject({ error: { status: 404 } });
  });

  it('is open again and swept when its queue is down', async () => {
    const down = new MemoryQueues(['MARKET']);
    const outcome = await redriveOutbox(
      request({ type: 'redrive', outboxId: idOf('MARKET') } as const, {
        officer: administrator('MARKET'),
      }),
      { tables, queues: down },
    );
    expect(outcome).toMatchObject({ value: { answer: { redriven: 1, waiting: 1 } } });
    expect(rowOf('MARKET')).toMatchObject({ state: 'open', nextAt: AT });
  });
});

describe('a replay', () => {
  it('tells one department of the case once more, and the timeline says who asked', async () => {
    const officer = administrator('HEALTH');
    const outcome = await replayCase(
      request({ department: 'TAX' } as const, { officer, path: { caseNumber: CASE_NUMBER } }),
      { tables },
    );
    expect(outcome).toMatchObject({ error: { status: 404 } });
    const done = await replayCase(
      request({ department: 'MEDINS' } as const, { officer, path: { caseNumber: CASE_NUMBER } }),
      { tables },
    );
    if (!done.ok) throw new Error(done.error.code);
    await tables.commit(done.value.writes ?? []);
    const event = tables.all('cases').find(({ sk }) => sk === 'EVENT#000002')?.['value'];
    expect(event).toMatchObject({
      type: 'replayed',
      detail: 'MEDINS',
      by: { subject: officer.subject },
    });
    const row = rows().find(({ pk }) => pk === `OUT#${CASE_NUMBER}.2#MEDINS`);
    if (!row) throw new Error('no row');
    const { pk: outboxId, addressee, pointer, correlationId } = row;
    await deliverReferral(
      { outboxId, addressee, pointer, correlationId },
      { tables, department: 'MEDINS', now: () => AT },
    );
    expect(tables.all('worklists')).toMatchObject([{ pk: 'DEPT#MEDINS', version: 2 }]);
  });
});

describe('the figures', () => {
  it('say what is open, how old, set aside, and overdue by law', () => {
    const [open] = rows().filter(({ state }) => state === 'open');
    if (!open) throw new Error('no row');
    const publication = { ...open, addressee: 'DISCLOSURE', dueOn: '2026-11-19' };
    const aside = { STUCK: [publication], PARKED: [], DEAD: [] };
    expect(figuresOf([open], aside, plusSeconds(AT, 90))).toEqual({
      OpenRows: 1,
      OldestOpenRowSeconds: 90,
      StuckRows: 1,
      ParkedRows: 0,
      DeadRows: 0,
      PublisherLagSeconds: 90,
      OverduePublications: 1,
    });
  });

  it('are for administrators, and honest about what was not measured', async () => {
    const metrics = { latest: () => Promise.resolve([3]) };
    const officer = administrator('HEALTH');
    const outcome = await readOperations(request(undefined, { officer }), { metrics });
    if (!outcome.ok) throw new Error(outcome.error.code);
    expect(outcome.value.answer).toMatchObject({
      figures: expect.arrayContaining([
        { name: 'OpenRows', of: 'now', value: 3 },
        { name: 'Errors', of: 'hour', value: null },
        { name: URGENT_PARKED, of: 'hour', value: 0 },
      ]),
    });
    const plain = { ...officer, roles: ['officer'] };
    expect(await readOperations(request(undefined, { officer: plain }), { metrics })).toMatchObject(
      {
        error: { status: 403 },
      },
    );
  });
});
