/** Fetching by cursor: whoever keeps asking sees every change of his department, each once, in order, and nobody else's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor } from '../../functions/aws/cursor.ts';
import { entryWrite } from '../../functions/aws/worklist-store.ts';
import { listChanges } from '../../functions/departments/list-changes.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { worklistEntries } from '../../shared/departments/worklist.ts';
import { plusSeconds, type Instant } from '../../shared/time.ts';
import { aCase, AT } from '../support/builders.ts';
import { request } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';

interface Page {
  readonly changes: readonly {
    readonly caseNumber: string;
    readonly version: number;
    readonly changedAt: Instant;
  }[];
  readonly cursor: string;
  readonly more: boolean;
}

const [sample] = worklistEntries(aCase(), 'MARKET');
if (!sample) throw new Error('the sample case goes to MARKET');

const show = (
  tables: MemoryTables,
  caseNumber: string,
  version: number,
  at: Instant,
  department: DepartmentCode = 'MARKET',
) => tables.commit([entryWrite({ ...sample, department, caseNumber, version }, at)]);

async function ask(
  tables: MemoryTables,
  now: Instant,
  query: { readonly cursor?: string; readonly limit?: number } = {},
): Promise<Page> {
  const officer = { subject: 'system', name: 'system', department: 'MARKET', roles: [] } as const;
  const asked = { ...request(undefined, { officer }), now, query: { limit: 50, ...query } };
  const outcome = await listChanges(asked, { tables });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.answer as Page; // the contract of this call
}

/** Every page until there is no more. */
async function askAll(tables: MemoryTables, now: Instant, cursor?: string, limit = 50) {
  const changes: Page['changes'][number][] = [];
  for (let from = cursor; ;) {
    const page = await ask(tables, now, { limit, ...(from !== undefined && { cursor: from }) });
    changes.push(...page.changes);
    from = page.cursor;
    if (!page.more) return { changes, cursor: from };
  }
}

describe('changes since a cursor', () => {
  it('reach whoever keeps asking: every case in its newest version, no version twice, in order', async () => {
    const step = fc.record({
      caseNumber: fc.constantFrom('C-1', 'C-2', 'C-3', 'C-4'),
      /** The clock of the writer when its transaction began, and how long that took. */
      seconds: fc.integer({ min: 0, max: 8 }),
      lag: fc.integer({ min: 0, max: 5 }),
      asks: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, limit) => {
          const tables = new MemoryTables();
          const seen: Page['changes'][number][] = [];
          const newest = new Map<string, number>();
          let cursor: string | undefined;
          let now = AT;
          const askNow = async (at: Instant) => {
            const found = await askAll(tables, at, cursor, limit);
            seen.push(...found.changes);
            cursor = found.cursor;
          };
          for (const { caseNumber, seconds, lag, asks } of steps) {
            now = plusSeconds(now, seconds);
            const version = (newest.get(caseNumber) ?? 0) + 1;
            newest.set(caseNumber, version);
            await show(tables, caseNumber, version, plusSeconds(now, -lag));
            if (asks) await askNow(now);
          }
          await askNow(plusSeconds(now, 60));
          const last = new Map(seen.map(({ caseNumber, version }) => [caseNumber, version]));
          expect(Object.fromEntries(last)).toEqual(Object.fromEntries(newest));
          const names = seen.map(({ caseNumber, version }) => `${caseNumber}.${version}`);
          expect(names).toEqual([...new Set(names)]);
          const times = seen.map(({ changedAt }) => changedAt);
          expect(times).toEqual(times.toSorted());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('always come with a cursor, even before there are any', async () => {
    const tables = new MemoryTables();
    const { changes, cursor, more } = await ask(tables, AT);
    expect([changes, decodeCursor(cursor), more]).toEqual([[], '0', false]);
    await show(tables, 'C-1', 1, AT);
    const found = await ask(tables, plusSeconds(AT, 11), { cursor });
    expect(found.changes).toMatchObject([{ caseNumber: 'C-1', changedAt: AT }]);
    const nothing = await ask(tables, plusSeconds(AT, 12), { cursor: found.cursor });
    expect(nothing).toEqual({ changes: [], cursor: found.cursor, more: false });
  });

  it('are held back until no earlier one can appear', async () => {
    const tables = new MemoryTables();
    await show(tables, 'C-1', 1, AT);
    expect((await ask(tables, plusSeconds(AT, 9))).changes).toEqual([]);
  });

  it('are those of the caller’s department', async () => {
    const tables = new MemoryTables();
    await show(tables, 'C-1', 1, AT, 'HEALTH');
    expect((await ask(tables, plusSeconds(AT, 60))).changes).toEqual([]);
  });

  it('are refused for a cursor that is none of ours', async () => {
    const cursor = Buffer.from('DEPT#HEALTH').toString('base64url');
    await expect(ask(new MemoryTables(), AT, { cursor })).rejects.toThrow('INVALID');
  });
});
