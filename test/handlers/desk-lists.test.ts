/** Lists of the desk: penalties and inspections of a department, and one penalty with its steps. */
import { describe, expect, it } from 'vitest';
import { standingWrites } from '../../functions/aws/disclosure-store.ts';
import { inspectionWrites, penaltyWrites } from '../../functions/aws/supervision-store.ts';
import { listInspections } from '../../functions/inspections/list-inspections.ts';
import { listPenalties } from '../../functions/penalties/list-penalties.ts';
import { readPenalty } from '../../functions/penalties/read-penalty.ts';
import type { Officer } from '../../functions/ports.ts';
import { publicPenalty } from '../../shared/disclosure/redact.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import type { PenaltyStep } from '../../shared/penalties/steps.ts';
import { aDecidedPenalty, aPenalty, aReport, AT, TODAY } from '../support/builders.ts';
import { request } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';

const officer: Officer = {
  ...{ subject: 'officer-1', name: '示例员', department: 'MARKET', roles: ['officer'] },
};

async function holding(...penalties: readonly Penalty[]) {
  const tables = new MemoryTables();
  for (const [place, penalty] of penalties.entries()) {
    const at = new Date(Date.parse(AT) + place).toISOString();
    const event = { seq: penalty.version, at, type: 'propose', by: penalty.proposedBy };
    for (const write of penaltyWrites(penalty, event))
      if ('put' in write) await tables.commit([{ table: write.table, put: write.put }]);
  }
  return tables;
}

async function list(tables: MemoryTables, query: object = {}, by = officer) {
  const asked = { state: 'open' as const, limit: 50, cursor: undefined, ...query };
  const outcome = await listPenalties(
    { ...request(undefined, { officer: by }), query: asked },
    { tables },
  );
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.answer as { penalties: { penaltyId: string }[]; cursor?: string }; // asserted below
}

const numbered = (place: number, overrides: Partial<Penalty> = {}) =>
  aPenalty({ penaltyId: `P-20261120-000000000${place}`, ...overrides });

describe('the list of penalties', () => {
  it('is that of the department and state, the latest change first, and a cursor leads through it once', async () => {
    const tables = await holding(
      ...[0, 1, 2, 3].map((place) => numbered(place)),
      numbered(4, { department: 'HEALTH' }),
      aDecidedPenalty(),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(tables, { limit: 3, cursor });
      seen.push(...page.penalties.map(({ penaltyId }) => penaltyId));
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toEqual([3, 2, 1, 0].map((place) => numbered(place).penaltyId));
    const { penalties } = await list(tables, { state: 'decided' });
    expect(penalties).toMatchObject([{ status: 'decided', party: '示例综合门诊部' }]);
  });

  it('refuses a cursor that it never gave', async () => {
    const query = { cursor: Buffer.from('elsewhere').toString('base64url') };
    await expect(list(new MemoryTables(), query)).rejects.toThrow('INVALID');
  });
});

describe('the list of inspections', () => {
  it('is that of the department, each with the address of its public page', async () => {
    const tables = new MemoryTables();
    const { institution: _, ...report } = aReport();
    for (const department of ['MARKET', 'HEALTH'] as const)
      await tables.commit(
        inspectionWrites({
          ...{ inspectionId: `I-20261120-00000000${department.slice(0, 2)}`, version: 1 },
          ...{ department, report, recordedBy: 'o', recordedAt: AT },
          ...{ institution: institutionOf({ name: '示例诊所' }), correlationId: 'c' },
          recordId: 'abcdefgh12',
        }),
      );
    const query = { limit: 50, cursor: undefined };
    const asked = { ...request(undefined, { officer }), query };
    const outcome = await listInspections(asked, { tables });
    expect(outcome.ok && outcome.value.answer).toEqual({
      inspections: [
        {
          inspectionId: 'I-20261120-00000000MA',
          kind: 'DAILY',
          institution: institutionOf({ name: '示例诊所' }),
          inspectedOn: report.inspectedOn,
          result: 'NO_PROBLEM',
          status: 'recorded',
          path: '/records/abcdefgh12',
        },
      ],
    });
  });
});

describe('a penalty at the desk', () => {
  async function read(tables: MemoryTables, penalty: Penalty, by = officer) {
    const { penaltyId } = penalty;
    const asked = request(undefined, { path: { penaltyId }, officer: by });
    const outcome = await readPenalty(asked, { tables });
    if (!outcome.ok) return undefined;
    return outcome.value.answer as { events: object[]; steps: PenaltyStep[] }; // asserted below
  }

  it('is called published when the public can read it, not before', async () => {
    const penalty = aDecidedPenalty();
    const tables = await holding(penalty);
    const publication = async () =>
      (await read(tables, penalty))?.steps.find(({ step }) => step === 'publish');
    expect(await publication()).toMatchObject({ state: 'next' });
    const published = publicPenalty(penalty, AT, TODAY);
    if (published.state !== 'public') throw new Error('it is public');
    const disclosed = { state: 'public', record: published.record, version: 1 } as const;
    const touched = { lists: [], streets: [] };
    await tables.commit(standingWrites({ disclosed, places: {}, touched, subject: 'PENALTY#1' }));
    expect(await publication()).toMatchObject({ state: 'done', doneOn: '2026-11-20' });
    const seen = await read(tables, penalty);
    expect(seen?.events).toMatchObject([{ at: AT, type: 'propose', by: 'proposer' }]);
  });

  it('is not there for another department', async () => {
    const tables = await holding(aPenalty());
    expect(await read(tables, aPenalty(), { ...officer, department: 'HEALTH' })).toBe(undefined);
  });
});
