/** Statistics: what is counted, that it is counted once, and that a recount agrees. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseChangeWrites, newCaseWrites } from '../../functions/aws/case-store.ts';
import { referralWrites } from '../../functions/aws/outbox-store.ts';
import { countersOf } from '../../functions/aws/statistics-store.ts';
import type { Officer } from '../../functions/ports.ts';
import { countCase } from '../../functions/statistics/count-case.ts';
import { readStatistics } from '../../functions/statistics/read-statistics.ts';
import { recountStatistics } from '../../functions/statistics/recount-statistics.ts';
import { addresseesOf, type CaseFile } from '../../shared/complaints/case-file.ts';
import type { ItemCommand } from '../../shared/complaints/commands.ts';
import { decide } from '../../shared/complaints/lifecycle.ts';
import { messageOf, type OutboxMessage } from '../../shared/relay/outbox.ts';
import { contributionOf, sumOf } from '../../shared/statistics/contribution.ts';
import type {
  CasesRecounted,
  RecountRequest,
  Statistics,
  TotalsRecounted,
} from '../../shared/statistics/statistics.ts';
import { aCase, anOfficer, AT, changed, OCCASION } from '../support/builders.ts';
import { request, withSettings } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';
import { SimulatedRelay } from '../support/simulated-relay.ts';

withSettings();

const MONTH = '2026-11';
const NUMBERS = ['500104-20261120-ABCDE8', '500104-20261120-FGHJK2', '500104-20261120-MNPQRS'];

const numbered = (caseNumber: string, overrides: Parameters<typeof aCase>[0] = {}): CaseFile => {
  const file = aCase(overrides);
  return { ...file, head: { ...file.head, caseNumber } };
};

/** Announces itself as every change of a case does. */
const announced = (file: CaseFile) =>
  referralWrites(file.head.caseNumber, file.head.version, addresseesOf(file.items), OCCASION);

async function file(relay: SimulatedRelay, file: CaseFile): Promise<void> {
  await relay.tables.commit([...newCaseWrites(file), ...announced(file)]);
}

/** The next act of whoever holds the item, where the law of items allows it. */
async function act(relay: SimulatedRelay, file: CaseFile, command: ItemCommand): Promise<CaseFile> {
  const department = file.items[0]?.heldBy ?? 'MARKET';
  const decision = decide(file, 1, command, anOfficer({ department }), AT);
  if (!decision.ok) return file;
  const after = changed(file, decision.value);
  await relay.tables.commit([...caseChangeWrites(decision.value), ...announced(after)]);
  return after;
}

const toCount = (relay: SimulatedRelay): readonly OutboxMessage[] =>
  relay.rows('#STATISTICS').map(messageOf);

const commands: readonly ItemCommand[] = [
  { type: 'accept' },
  { type: 'note', text: '已安排核查。' },
  { type: 'return', reason: '不属于本部门职责。' },
  { type: 'conclude', outcome: '属实', text: '已责令改正。' },
];

const administrator: Officer = {
  ...anOfficer(),
  department: 'HEALTH',
  roles: ['administrator'],
};

async function recount<T>(tables: MemoryTables, asked: Partial<RecountRequest>): Promise<T> {
  const body = { month: MONTH, part: 'cases', mend: false, ...asked } as const;
  const outcome = await recountStatistics(request(body, { officer: administrator }), { tables });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.answer as T; // what the part answers, asserted by the test
}

const shown = async (tables: MemoryTables) =>
  Object.fromEntries((await countersOf(tables, MONTH)).map(({ row, counts }) => [row, counts]));

describe('counting', () => {
  it('gives the same as a recount, however messages are doubled, disordered and lost', async () => {
    const acts = fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...commands)), { maxLength: 10 });
    const arrivals = fc.array(fc.nat(50), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(acts, arrivals, async (decided, picks) => {
        const relay = new SimulatedRelay([]);
        const files = NUMBERS.map((number) => numbered(number));
        for (const one of files) await file(relay, one);
        const sent = [...toCount(relay)];
        for (const [place, [which, command]] of decided.entries()) {
          const before = files[which];
          if (before) files[which] = await act(relay, before, command);
          sent.push(...toCount(relay));
          const message = sent[(picks[place] ?? 0) % sent.length];
          if (message) await countCase(message, { tables: relay.tables });
        }
        for (const pick of picks) {
          const message = sent[pick % sent.length];
          if (message) await countCase(message, { tables: relay.tables });
        }
        // What was lost is swept.
        for (const message of toCount(relay)) await countCase(message, { tables: relay.tables });
        expect(await shown(relay.tables)).toEqual(sumOf(files.map(contributionOf)));
        expect(toCount(relay)).toEqual([]);
        expect(await recount(relay.tables, { part: 'cases' })).toMatchObject({
          ...{ looked: 3, behind: 0, wrong: 0 },
        });
        expect(await recount(relay.tables, { part: 'totals' })).toMatchObject({
          ...{ cases: 3, steady: true, differences: [] },
        });
      }),
      { numRuns: 60 },
    );
  });

  it('goes by the relay of a filing, with nothing left open', async () => {
    const relay = new SimulatedRelay([]);
    await relay.file(NUMBERS[0] ?? '');
    expect(relay.rows()).toEqual([]);
    expect(await shown(relay.tables)).toMatchObject({
      CASES: { cases: 1, anonymous: 1, 'channel.SITE': 1, 'urgency.P2': 1 },
      'DEPARTMENT#MARKET': { items: 1, 'status.received': 1, 'category.PRICE': 1 },
      'DEPARTMENT#HEALTH': { cooperating: 1 },
    });
  });

  it('says whether a step came within its legal time, and forgets the state before', async () => {
    const relay = new SimulatedRelay([]);
    const opened = numbered(NUMBERS[0] ?? '', { categories: ['SERVICE_ATTITUDE'] });
    await file(relay, opened);
    await relay.settle();
    const accepted = await act(relay, opened, { type: 'accept' });
    await act(relay, accepted, { type: 'conclude', outcome: '属实', text: '已责令改正。' });
    await relay.settle();
    const { 'DEPARTMENT#HEALTH': counts } = await shown(relay.tables);
    expect(counts).toMatchObject({ items: 1, 'status.concluded': 1, 'accepted.inTime': 1 });
    expect(counts).not.toHaveProperty('status.received');
  });

  it('holds no name, no words, no institution, and no place of who accuses officials', async () => {
    const relay = new SimulatedRelay([]);
    const institution = { name: '金丝雀诊所', streetCode: '500104003' };
    await file(relay, numbered(NUMBERS[0] ?? '', { facts: '金丝雀', institution }));
    await file(
      relay,
      numbered(NUMBERS[1] ?? '', { categories: ['OFFICIAL_CONDUCT'], institution }),
    );
    await relay.settle();
    expect(JSON.stringify(relay.tables.all('statistics'))).not.toContain('金丝雀');
    const rows = await shown(relay.tables);
    expect(rows['DEPARTMENT#MARKET']).toHaveProperty(['street.500104003']);
    expect(Object.keys(rows['DEPARTMENT#DISCIPLINE'] ?? {}).join()).not.toContain('street');
  });
});

describe('a recount', () => {
  async function spoilt(): Promise<MemoryTables> {
    const relay = new SimulatedRelay([]);
    for (const number of NUMBERS) await file(relay, numbered(number));
    const [first] = toCount(relay);
    if (first) await countCase(first, { tables: relay.tables });
    const pk = `MONTH#${MONTH}`;
    const amounts = { cases: 4, version: 1 };
    await relay.tables.commit([{ table: 'statistics', add: { pk, sk: 'CASES' }, amounts }]);
    return relay.tables;
  }

  it('finds cases that were not counted and counters that are wrong, and leaves them as they are', async () => {
    const tables = await spoilt();
    const before = structuredClone(tables.all('statistics'));
    expect(await recount<CasesRecounted>(tables, {})).toEqual({
      ...{ looked: 3, behind: 2, wrong: 0, mended: 0 },
    });
    const totals = await recount<TotalsRecounted>(tables, { part: 'totals' });
    expect(totals.differences).toEqual([{ row: 'CASES', counter: 'cases', counted: 5, right: 1 }]);
    expect(tables.all('statistics')).toEqual(before);
  });

  it('mends both, and then agrees', async () => {
    const tables = await spoilt();
    expect(await recount(tables, { mend: true })).toMatchObject({ behind: 2, mended: 2 });
    expect(await recount(tables, { part: 'totals', mend: true })).toMatchObject({ mended: 1 });
    expect(await recount(tables, {})).toMatchObject({ behind: 0, wrong: 0 });
    expect(await recount(tables, { part: 'totals' })).toMatchObject({ differences: [] });
    expect((await shown(tables))['CASES']).toMatchObject({ cases: 3 });
  });

  it('is the coordinator’s administrator’s alone', async () => {
    const tables = new MemoryTables();
    const body = { month: MONTH, part: 'totals', mend: true } as const;
    const as = async (officer: Partial<Officer>) =>
      recountStatistics(request(body, { officer: { ...administrator, ...officer } }), { tables });
    expect(await as({ roles: ['supervisor'] })).toMatchObject({ error: { code: 'ROLE_MISSING' } });
    expect(await as({ department: 'MARKET' })).toMatchObject({
      error: { code: 'NOT_YOUR_DEPARTMENT' },
    });
  });
});

describe('the figures', () => {
  async function read(officer: Partial<Officer>, to = MONTH) {
    const relay = new SimulatedRelay([]);
    await file(relay, numbered(NUMBERS[0] ?? ''));
    await relay.settle();
    const asked = request(undefined, { officer: { ...anOfficer(), ...officer } });
    const query = { from: '2026-10', to };
    const outcome = await readStatistics({ ...asked, query }, { tables: relay.tables });
    return outcome.ok ? (outcome.value.answer satisfies Statistics) : outcome.error;
  }

  it('are the district’s for a supervisor and a department’s own for an officer', async () => {
    const district = await read({ roles: ['supervisor'] });
    expect(district).toMatchObject({
      of: 'district',
      months: [
        { month: '2026-10', departments: [] },
        { month: MONTH, cases: { cases: 1 } },
      ],
    });
    const own = await read({ roles: ['officer'], department: 'MEDINS' });
    expect(own).toEqual({
      of: 'MEDINS',
      months: [
        { month: '2026-10', departments: [] },
        { month: MONTH, departments: [{ department: 'MEDINS', counts: { cooperating: 1 } }] },
      ],
    });
  });

  it('of months in the wrong order, or of too many, are refused', async () => {
    for (const to of ['2026-09', '2028-10'])
      expect(await read({}, to)).toMatchObject({ status: 422 });
  });
});
