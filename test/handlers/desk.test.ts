/** The desk: who is at it, what lies on it, and who works on what. */
import { describe, expect, it } from 'vitest';
import { caseChangeWrites, loadCase, newCaseWrites } from '../../functions/aws/case-store.ts';
import { entryWrite } from '../../functions/aws/worklist-store.ts';
import { actOnReferral } from '../../functions/departments/act-on-referral.ts';
import { listOfficers } from '../../functions/departments/list-officers.ts';
import { listWorklist } from '../../functions/departments/list-worklist.ts';
import { readCase } from '../../functions/departments/read-case.ts';
import { readOfficer } from '../../functions/departments/read-officer.ts';
import { signInOfficer } from '../../functions/departments/sign-in-officer.ts';
import type { Officer } from '../../functions/ports.ts';
import type { ItemCommand } from '../../shared/complaints/lifecycle.ts';
import { worklistEntries, type WorklistEntry } from '../../shared/departments/worklist.ts';
import { WorklistQuery } from '../../shared/departments/worklist-query.ts';
import { plusDays } from '../../shared/time.ts';
import * as v from 'valibot';
import { aCase, anOfficer, AT, CASE_NUMBER, TODAY } from '../support/builders.ts';
import { request } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';

const officer = anOfficer({ subject: 'a', name: '示例甲' });
const supervisor = anOfficer({ subject: 's', name: '示例丙', roles: ['supervisor'] });

async function signIn(tables: MemoryTables, who: Officer): Promise<unknown> {
  const outcome = await signInOfficer(request({}, { officer: who }));
  if (!outcome.ok) return outcome.error;
  await tables.commit(outcome.value.writes ?? []);
  return outcome.value.answer;
}

async function officersOf(tables: MemoryTables, who: Officer) {
  const outcome = await listOfficers(request(undefined, { officer: who }), { tables });
  return outcome.ok ? outcome.value.answer.officers : [];
}

describe('the staff list', () => {
  it('holds who has signed in, once, with the newest name and roles, for his own department', async () => {
    const tables = new MemoryTables();
    const me = { subject: 'a', name: '示例甲', department: 'MARKET', roles: ['officer'] };
    expect(await signIn(tables, officer)).toEqual(me);
    await signIn(tables, { ...officer, name: '示例甲（新）' });
    await signIn(tables, supervisor);
    expect(await officersOf(tables, officer)).toEqual([
      { subject: 'a', name: '示例甲（新）', roles: ['officer'], lastSignInAt: AT },
      { subject: 's', name: '示例丙', roles: ['supervisor'], lastSignInAt: AT },
    ]);
    expect(await officersOf(tables, { ...officer, department: 'HEALTH' })).toEqual([]);
    expect(await readOfficer(request(undefined, { officer }))).toMatchObject({
      value: { answer: me },
    });
  });

  it('takes no department’s system, to which no work can be given', async () => {
    const tables = new MemoryTables();
    expect(await signIn(tables, { ...officer, roles: [] })).toMatchObject({ status: 403 });
    expect(await officersOf(tables, officer)).toEqual([]);
  });
});

describe('an assignment', () => {
  const act = async (tables: MemoryTables, body: ItemCommand, who: Officer) => {
    const path = { caseNumber: CASE_NUMBER, itemNumber: 1 };
    const outcome = await actOnReferral(request(body, { path, officer: who }), { tables });
    if (!outcome.ok) return outcome.error;
    expect((await tables.commit(outcome.value.writes ?? [])).ok).toBe(true);
    return outcome.value.answer;
  };

  it('goes to those of the staff list, and of all departments only its own is told', async () => {
    const tables = new MemoryTables();
    await tables.commit(newCaseWrites(aCase()));
    const assign = { type: 'assign', assignee: 'a' } as const;
    expect(await act(tables, assign, supervisor)).toMatchObject({
      status: 409,
      code: 'UNKNOWN_OFFICER',
    });
    await signIn(tables, officer);
    expect(await act(tables, assign, supervisor)).toMatchObject({ status: 'received', version: 2 });
    const file = await loadCase(tables, CASE_NUMBER);
    expect(file?.items[0]?.referrals[0]?.assignee).toEqual({ subject: 'a', name: '示例甲' });
    expect(tables.all('relay').map((row) => row['addressee'])).toEqual(['MARKET', 'STATISTICS']);
  });

  it('of another’s work is refused to who is no supervisor', async () => {
    const tables = new MemoryTables();
    await tables.commit(newCaseWrites(aCase()));
    await signIn(tables, officer);
    const other = { ...officer, subject: 'b' };
    expect(await act(tables, { type: 'assign', assignee: 'a' }, other)).toMatchObject({
      status: 403,
      code: 'ROLE_MISSING',
      role: 'supervisor',
    });
    expect(await act(tables, { type: 'accept' }, { ...officer, roles: [] })).toMatchObject({
      status: 403,
      code: 'ROLE_MISSING',
    });
  });
});

describe('a case at the desk', () => {
  it('tells the registered name of the institution, the days left, and the acts that are open', async () => {
    const tables = new MemoryTables();
    const institution = { id: '91500104MA60QW12X2', name: '示例综合门诊部' };
    await tables.commit([
      ...newCaseWrites(aCase({ institution: { id: institution.id } })),
      {
        table: 'supervision',
        put: { pk: `INST#${institution.id}`, sk: 'AGGREGATE', value: institution },
      },
    ]);
    const asked = request(undefined, { path: { caseNumber: CASE_NUMBER }, officer });
    expect(await readCase(asked, { tables })).toMatchObject({
      value: {
        answer: {
          statement: { institutionName: '示例综合门诊部' },
          items: [
            {
              clocks: [{ id: 'MK-VERIFY', workingDaysLeft: 15 }],
              actions: [
                'accept',
                'refuse',
                'return',
                'consult',
                'note',
                'request-material',
                'remark',
                'assign',
                'dispute',
              ].map((type) => ({ type })),
            },
          ],
        },
      },
    });
  });

  it('leaves the index of due clocks when they stop', async () => {
    const tables = new MemoryTables();
    const file = aCase();
    await tables.commit(newCaseWrites(file));
    const [item] = file.items;
    if (!item) throw new Error('a case has an item');
    const clocks = item.clocks.map((clock) => ({ ...clock, stoppedOn: TODAY }));
    const head = { ...file.head, version: 2 };
    const event = { seq: 2, at: AT, type: 'accepted', by: { kind: 'citizen' } } as const;
    await tables.commit(caseChangeWrites({ head, items: [{ ...item, clocks }], event }));
    const watched = tables.all('cases').filter((row) => row['dueShard'] !== undefined);
    expect(watched.map(({ sk }) => sk)).toEqual(['ITEM#1']); // by our own level, as long as it is open
    const ended = { ...item, status: 'refused', clocks } as const;
    const over = { head: { ...head, version: 3 }, items: [ended] };
    await tables.commit(caseChangeWrites({ ...over, event: { ...event, seq: 3 } }));
    expect(tables.all('cases').filter((row) => row['dueShard'] !== undefined)).toEqual([]);
  });
});

describe('the worklist', () => {
  const [sample] = worklistEntries(aCase(), 'MARKET');
  if (!sample) throw new Error('the sample case goes to MARKET');

  const tablesWith = async (...entries: readonly Partial<WorklistEntry>[]) => {
    const tables = new MemoryTables();
    for (const entry of entries) await tables.commit([entryWrite({ ...sample, ...entry }, AT)]);
    return tables;
  };

  const ask = async (tables: MemoryTables, query: Readonly<Record<string, string>>) => {
    const asked = { ...request(undefined, { officer }), query: v.parse(WorklistQuery, query) };
    const outcome = await listWorklist(asked, { tables });
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value.answer as {
      readonly entries: readonly {
        readonly caseNumber: string;
        readonly overdue: boolean;
        readonly workingDaysLeft: number;
      }[];
      readonly cursor?: string;
    }; // the contract of this call
  };

  it('is narrowed by role, state, urgency, category and who works on it, one by one and together', async () => {
    const own = { subject: 'a', name: '示例甲' };
    const tables = await tablesWith(
      { caseNumber: 'C-1', role: 'COOP', urgency: 'P0', assignee: own },
      { caseNumber: 'C-2', status: 'accepted', assignee: { subject: 'b', name: '示例乙' } },
      { caseNumber: 'C-3', categories: ['FALSE_AD'], assignee: own },
      { caseNumber: 'C-4' },
    );
    const seen = async (query: Readonly<Record<string, string>>) =>
      (await ask(tables, query)).entries.map(({ caseNumber }) => caseNumber);
    expect(await seen({})).toEqual(['C-1', 'C-2', 'C-3', 'C-4']);
    expect(await seen({ role: 'COOP' })).toEqual(['C-1']);
    expect(await seen({ status: 'accepted' })).toEqual(['C-2']);
    expect(await seen({ urgency: 'P0' })).toEqual(['C-1']);
    expect(await seen({ category: 'FALSE_AD' })).toEqual(['C-3']);
    expect(await seen({ assignee: 'me' })).toEqual(['C-1', 'C-3']);
    expect(await seen({ assignee: 'none' })).toEqual(['C-4']);
    expect(await seen({ assignee: 'b' })).toEqual(['C-2']);
    expect(await seen({ assignee: 'me', role: 'LEAD' })).toEqual(['C-3']);
  });

  it('counts the working days left, and only what is open can be overdue', async () => {
    const tables = await tablesWith(
      { caseNumber: 'C-1', dueOn: plusDays(TODAY, -1) },
      { caseNumber: 'C-2', dueOn: TODAY },
      { caseNumber: 'C-3', dueOn: plusDays(TODAY, -1), state: 'closed' },
    );
    expect((await ask(tables, {})).entries).toMatchObject([
      { overdue: true, workingDaysLeft: -1 },
      { overdue: false, workingDaysLeft: 0 },
    ]);
    const late = await ask(tables, { overdue: 'true', limit: '1' });
    expect(late.entries).toMatchObject([{ caseNumber: 'C-1' }]);
    const rest = await ask(tables, { overdue: 'true', cursor: late.cursor ?? '' });
    expect(rest).toEqual({ entries: [] });
    const closed = await ask(tables, { state: 'closed' });
    expect(closed.entries).toMatchObject([{ caseNumber: 'C-3', overdue: false }]);
    expect((await ask(tables, { state: 'closed', overdue: 'true' })).entries).toEqual([]);
  });

  it('ends without a cursor when its last entry was found', async () => {
    const tables = await tablesWith({ caseNumber: 'C-1' }, { caseNumber: 'C-2' });
    const first = await ask(tables, { assignee: 'none', limit: '1' });
    expect(first.entries).toMatchObject([{ caseNumber: 'C-1' }]);
    const last = await ask(tables, { assignee: 'none', limit: '1', cursor: first.cursor ?? '' });
    expect(last.entries).toMatchObject([{ caseNumber: 'C-2' }]);
    expect(last.cursor).toBe(undefined);
  });
});
