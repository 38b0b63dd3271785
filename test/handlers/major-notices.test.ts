/** Supervisors are told when a case becomes major, once for each level, until one of them says that he has read it. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { loadCase, newCaseWrites } from '../../functions/aws/case-store.ts';
import { referralWrites } from '../../functions/aws/outbox-store.ts';
import { acknowledgeNotice } from '../../functions/coordination/acknowledge-notice.ts';
import { deliverReferral } from '../../functions/departments/deliver-referral.ts';
import { listWorklist } from '../../functions/departments/list-worklist.ts';
import type { Officer } from '../../functions/ports.ts';
import type { Urgency } from '../../shared/complaints/categories.ts';
import type { CaseHead } from '../../shared/complaints/case-file.ts';
import type { MajorNotice } from '../../shared/coordination/major-notice.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { WorklistQuery } from '../../shared/departments/worklist-query.ts';
import { messageOf, type OutboxRow } from '../../shared/relay/outbox.ts';
import { aCase, anOfficer, AT, CASE_NUMBER, OCCASION } from '../support/builders.ts';
import { request } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';

const supervisor = { ...anOfficer({ roles: ['supervisor'] }), name: '示例乙' };

async function filed(circumstances: readonly 'DEATH'[] = ['DEATH']): Promise<MemoryTables> {
  const tables = new MemoryTables();
  await tables.commit(newCaseWrites(aCase({ circumstances: [...circumstances] })));
  return tables;
}

async function deliver(tables: MemoryTables, department: DepartmentCode = 'MARKET') {
  const [write] = referralWrites(CASE_NUMBER, 1, [department], OCCASION);
  if (!write || !('put' in write)) throw new Error('one row is announced');
  await tables.commit([write]);
  await deliverReferral(messageOf(write.put as OutboxRow), { tables, department, now: () => AT }); // made by the store
}

async function noticesOf(tables: MemoryTables, officer: Officer = supervisor) {
  const asked = { ...request(undefined, { officer }), query: v.parse(WorklistQuery, {}) };
  const outcome = await listWorklist(asked, { tables });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return (outcome.value.answer as { readonly notices?: readonly MajorNotice[] }).notices; // asserted below
}

async function acknowledge(tables: MemoryTables, officer: Officer, urgency: Urgency = 'P0') {
  const asked = request({ urgency }, { path: { caseNumber: CASE_NUMBER }, officer });
  const outcome = await acknowledgeNotice(asked, { tables });
  if (!outcome.ok) return outcome.error;
  await tables.commit(outcome.value.writes ?? []);
  return outcome.value.answer;
}

describe('a case that is major', () => {
  it('is told to the supervisors of each department that takes part, once however often it is delivered', async () => {
    const tables = await filed();
    for (const department of ['MARKET', 'MARKET', 'HEALTH'] as const)
      await deliver(tables, department);
    const notice = { caseNumber: CASE_NUMBER, urgency: 'P0', reasons: ['DEATH'], at: AT };
    expect(await noticesOf(tables)).toEqual([notice]);
    expect(await noticesOf(tables, { ...supervisor, department: 'HEALTH' })).toEqual([notice]);
    expect(await noticesOf(tables, { ...supervisor, department: 'PSB' })).toEqual([]);
    expect(await noticesOf(tables, { ...supervisor, roles: ['officer'] })).toBeUndefined();
  });

  it('is told again when it becomes more urgent, and not because more happens to it', async () => {
    const tables = await filed();
    const file = await loadCase(tables, CASE_NUMBER);
    if (!file) throw new Error('it was filed');
    const becomes = async (head: Partial<CaseHead>) => {
      const [row] = newCaseWrites({ ...file, head: { ...file.head, ...head } });
      if (row && 'put' in row) await tables.commit([{ table: 'cases', put: row.put }]);
      await deliver(tables);
      return (await noticesOf(tables))?.map(({ urgency }) => urgency);
    };
    expect(await becomes({ urgency: 'P2', majorReasons: [] })).toEqual([]);
    expect(await becomes({ urgency: 'P2', majorReasons: ['DISAGREEMENT'] })).toEqual(['P2']);
    expect(await becomes({ urgency: 'P2', majorReasons: ['DISAGREEMENT', 'ONLINE'] })).toEqual([
      'P2',
    ]);
    expect((await becomes({ urgency: 'P0', majorReasons: ['DEATH'] }))?.toSorted()).toEqual([
      'P0',
      'P2',
    ]);
  });

  it('waits until a supervisor of the department has read it, and keeps who did', async () => {
    const tables = await filed();
    await deliver(tables);
    const officer = { ...supervisor, roles: ['officer'] };
    expect(await acknowledge(tables, officer)).toMatchObject({ status: 403, role: 'supervisor' });
    expect(await acknowledge(tables, { ...supervisor, department: 'HEALTH' })).toMatchObject({
      status: 404,
    });
    const seen = { by: supervisor.subject, name: '示例乙', at: AT };
    expect(await acknowledge(tables, supervisor)).toMatchObject({ seen });
    expect(await acknowledge(tables, { ...supervisor, subject: 'other' })).toMatchObject({ seen });
    await deliver(tables);
    expect(await noticesOf(tables)).toEqual([]);
  });

  it('is no notice when it is not major', async () => {
    const tables = await filed([]);
    await deliver(tables);
    expect(await noticesOf(tables)).toEqual([]);
  });
});
