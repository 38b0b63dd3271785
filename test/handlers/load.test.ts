/** How much lies at each department, and who is told. */
import { describe, expect, it } from 'vitest';
import { readLoad } from '../../functions/coordination/read-load.ts';
import { entryWrite } from '../../functions/aws/worklist-store.ts';
import type { Officer } from '../../functions/ports.ts';
import type { DepartmentLoad } from '../../shared/coordination/load.ts';
import { departmentCodes } from '../../shared/departments/directory.ts';
import { worklistEntries, type WorklistEntry } from '../../shared/departments/worklist.ts';
import { aCase, AT } from '../support/builders.ts';
import { request } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';

async function at(department: 'MARKET' | 'HEALTH', changes: readonly Partial<WorklistEntry>[]) {
  const tables = new MemoryTables();
  const [model] = worklistEntries(aCase(), department);
  if (!model) throw new Error('the case is the department’s');
  for (const [place, change] of changes.entries())
    await tables.commit([entryWrite({ ...model, itemNumber: place + 1, ...change }, AT)]);
  return tables;
}

async function load(tables: MemoryTables, officer: Pick<Officer, 'department' | 'roles'>) {
  const asked = request(undefined, { officer: { subject: 's', name: '示例员', ...officer } });
  const outcome = await readLoad(asked, { tables });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.answer as { departments: DepartmentLoad[]; capped: boolean }; // asserted below
}

const supervisor = { department: 'MARKET', roles: ['supervisor'] } as const;

describe('the load of a department', () => {
  it('counts what is open, overdue, due within three working days and without an officer', async () => {
    // Friday 20 November: the third working day is Wednesday the 25th.
    const days = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-25', '2026-11-26'];
    const assignee = { subject: 'o', name: '示例员' };
    const tables = await at('MARKET', [
      ...days.map((dueOn, place) => ({ dueOn, ...(place === 0 && { assignee }) })),
      { dueOn: '2026-11-01', state: 'closed' },
    ]);
    expect(await load(tables, supervisor)).toEqual({
      departments: [
        {
          department: 'MARKET',
          open: 5,
          overdue: 2,
          dueWithin3: 2,
          unassigned: 4,
          oldestDueOn: '2026-11-18',
        },
      ],
      capped: false,
    });
  });

  it('says so when there is more than it counts', async () => {
    const tables = await at(
      'MARKET',
      Array.from({ length: 2_001 }, () => ({ dueOn: '2026-11-26' })),
    );
    expect(await load(tables, supervisor)).toMatchObject({
      departments: [{ open: 2_000 }],
      capped: true,
    });
  });

  it('is nothing where nothing lies', async () => {
    expect(await load(new MemoryTables(), supervisor)).toEqual({
      departments: [{ department: 'MARKET', open: 0, overdue: 0, dueWithin3: 0, unassigned: 0 }],
      capped: false,
    });
  });
});

describe('who sees it', () => {
  it.each([['coordinator'], ['supervisor']])(
    'the %s of the coordinating department sees every department',
    async (role) => {
      const seen = await load(new MemoryTables(), { department: 'HEALTH', roles: [role] });
      expect(seen.departments.map(({ department }) => department)).toEqual(departmentCodes);
    },
  );

  it('an officer does not', async () => {
    const asking = load(new MemoryTables(), { department: 'HEALTH', roles: ['officer'] });
    await expect(asking).rejects.toThrow('ROLE_MISSING');
  });
});
