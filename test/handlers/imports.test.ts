/** Imports: staged in portions, reported per row, brought in whole or not at all, and once. */
import { beforeEach, describe, expect, it } from 'vitest';
import { loadImport } from '../../functions/aws/import-store.ts';
import type { Officer, Row, Tables, Write } from '../../functions/ports.ts';
import { actOnImport } from '../../functions/imports/act-on-import.ts';
import { applyImport } from '../../functions/imports/apply-import.ts';
import { listImports } from '../../functions/imports/list-imports.ts';
import { readImport } from '../../functions/imports/read-import.ts';
import { stageRows } from '../../functions/imports/stage-rows.ts';
import { startImport } from '../../functions/imports/start-import.ts';
import { suggestInstitutions } from '../../functions/institutions/suggest-institutions.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import type { ImportCells } from '../../shared/imports/column.ts';
import type { RowReport } from '../../shared/imports/import.ts';
import type { ImportKind } from '../../shared/imports/kinds.ts';
import type { SuggestedInstitution } from '../../shared/institutions/suggestion.ts';
import { messageOf, OutboxRow } from '../../shared/relay/outbox.ts';
import type { Result } from '../../shared/result.ts';
import { plusSeconds } from '../../shared/time.ts';
import * as v from 'valibot';
import { AT } from '../support/builders.ts';
import { countingChance, request, withSettings } from '../support/handler-world.ts';
import { aRow } from '../support/imports.ts';
import { MemoryTables } from '../support/memory-tables.ts';

withSettings();

const publisher: Officer = {
  ...{ subject: 'publisher-1', name: '示例乙', department: 'HEALTH', roles: ['publisher'] },
};

let tables: MemoryTables;
beforeEach(() => {
  tables = new MemoryTables();
});

type Outcome = Result<{ readonly answer: unknown; readonly writes?: readonly Write[] }, Refusal>;

/** Saves as the HTTP wrapper does. @throws the code of a refusal */
async function saved<T>(outcome: Outcome): Promise<T> {
  if (!outcome.ok) throw new Error(outcome.error.code);
  const { answer, writes = [] } = outcome.value;
  if (writes.length > 0 && !(await tables.commit(writes)).ok) throw new Error('CONFLICT');
  return answer as T; // what the call answers, asserted by the tests
}

async function start(kind: ImportKind, rows: number, officer = publisher): Promise<string> {
  const body = { kind, fileName: '历史数据.xlsx', sha256: 'a'.repeat(64), rows };
  const deps = { tables, randomBytes: countingChance };
  const made = await saved<{ importId: string }>(
    await startImport(request(body, { officer }), deps),
  );
  return made.importId;
}

async function stage(
  importId: string,
  from: number,
  cells: readonly ImportCells[],
  officer = publisher,
): Promise<readonly RowReport[]> {
  const rows = cells.map((own, place) => ({ line: from + place + 1, cells: { ...own } }));
  const asked = request({ from, rows }, { path: { importId }, officer });
  return (await saved<{ rows: readonly RowReport[] }>(await stageRows(asked, { tables }))).rows;
}

async function command(importId: string, type: 'apply' | 'discard', now = AT): Promise<unknown> {
  const asked = { ...request({ type }, { path: { importId }, officer: publisher }), now };
  return saved(await actOnImport(asked, { tables }));
}

const penalty = (number: number, changes: Readonly<Record<string, string>> = {}): ImportCells =>
  aRow('penalties', { CF_WSH: `示卫医罚〔2025〕${number}号`, ...changes });

const penalties = (count: number): readonly ImportCells[] =>
  Array.from({ length: count }, (_, place) => penalty(place + 1));

/** All rows in portions of forty. */
async function stageAll(importId: string, rows: readonly ImportCells[]): Promise<void> {
  for (let from = 1; from <= rows.length; from += 40)
    await stage(importId, from, rows.slice(from - 1, from + 39));
}

const outbox = (addressee: string): readonly OutboxRow[] =>
  tables
    .all('relay')
    .filter((row) => row['addressee'] === addressee)
    .map((row) => v.parse(OutboxRow, row));

/** Hands every message of the import to its consumer until none is left. */
async function consumeAll(through: Tables = tables): Promise<void> {
  for (;;) {
    const [row] = outbox('IMPORT');
    if (!row) return;
    await applyImport(messageOf(row), { tables: through });
  }
}

const aggregates = (prefix: string): readonly Row[] =>
  tables.all('supervision').filter(({ pk, sk }) => pk.startsWith(prefix) && sk === 'AGGREGATE');

describe('an import', () => {
  it('brings in every good row once, announces it, and says so', async () => {
    const importId = await start('penalties', 2);
    await stage(importId, 1, [penalty(1), penalty(2)]);
    await command(importId, 'apply');
    await consumeAll();
    expect(aggregates('PENALTY#').map(({ value }) => value)).toMatchObject([
      { status: 'decided', imported: { batch: importId, row: 1 }, department: 'HEALTH' },
      { status: 'decided', imported: { batch: importId, row: 2 }, department: 'HEALTH' },
    ]);
    expect(outbox('DISCLOSURE')).toHaveLength(2);
    expect(tables.all('relay').some((row) => String(row['addressee']).startsWith('CHANNEL'))).toBe(
      false,
    );
    expect(await loadImport(tables, importId)).toMatchObject({
      ...{ state: 'applied', done: 2, imported: 2, late: 0 },
    });
  });

  it('brings nothing in before it is applied, nor after it was discarded', async () => {
    const importId = await start('penalties', 1);
    await stage(importId, 1, [penalty(1)]);
    expect(aggregates('PENALTY#')).toEqual([]);
    await command(importId, 'discard');
    await expect(command(importId, 'apply')).rejects.toThrow('TRANSITION_NOT_ALLOWED');
    await expect(stage(importId, 1, [penalty(1)])).rejects.toThrow('TRANSITION_NOT_ALLOWED');
    expect(outbox('IMPORT')).toEqual([]);
  });

  it('is refused while a row is missing or has a fault', async () => {
    const importId = await start('penalties', 2);
    await stage(importId, 1, [penalty(1)]);
    await expect(command(importId, 'apply')).rejects.toThrow('ROWS_MISSING');
    const [report] = await stage(importId, 2, [penalty(2, { CF_CFJDRQ: '昨天' })]);
    expect(report).toMatchObject({
      ...{ row: 2, line: 3, state: 'error', label: '示卫医罚〔2025〕2号' },
      errors: [{ field: 'CF_CFJDRQ', code: 'NOT_A_DATE' }],
    });
    await expect(command(importId, 'apply')).rejects.toThrow('ROWS_IN_ERROR');
    expect(aggregates('PENALTY#')).toEqual([]);
  });

  it('takes portions twice and in any order, and changes no row that came', async () => {
    const importId = await start('penalties', 4);
    const later = await stage(importId, 3, [penalty(3), penalty(4)]);
    const first = await stage(importId, 1, [penalty(1), penalty(2)]);
    expect(await stage(importId, 3, [penalty(8), penalty(9)])).toEqual(later);
    expect(await stage(importId, 2, [penalty(2), penalty(3)])).toEqual([first[1], later[0]]);
    await command(importId, 'apply');
    await consumeAll();
    expect(aggregates('PENALTY#')).toHaveLength(4);
  });

  it('tells what came twice: in the file, in the portion, and here before', async () => {
    const before = await start('penalties', 1);
    await stage(before, 1, [penalty(1)]);
    await command(before, 'apply');
    await consumeAll();
    const importId = await start('penalties', 4);
    await stage(importId, 1, [penalty(1), penalty(2), penalty(2)]);
    const [last] = await stage(importId, 4, [penalty(2, { CF_WSH: '示卫医罚[2025]2号' })]);
    const asked = { ...request(undefined, { path: { importId }, officer: publisher }) };
    const { rows } = await saved<{ rows: readonly RowReport[] }>(
      await readImport({ ...asked, query: { limit: 50 } }, { tables }),
    );
    expect(rows.map(({ state, sameAs }) => [state, sameAs])).toEqual([
      ['duplicate', undefined],
      ['ok', undefined],
      ['duplicate', 2],
      ['duplicate', 2],
    ]);
    expect(rows[3]).toEqual(last);
    await command(importId, 'apply');
    await consumeAll();
    expect(aggregates('PENALTY#')).toHaveLength(2);
  });

  it('goes on where its consumer died, and doubles nothing', async () => {
    const rows = penalties(130);
    const importId = await start('penalties', rows.length);
    await stageAll(importId, rows);
    await command(importId, 'apply');
    const [first] = outbox('IMPORT');
    if (!first) throw new Error('apply announces the first portion');
    let commits = 0;
    const dying: Tables = {
      get: (table, key) => tables.get(table, key),
      query: (table, partition, options) => tables.query(table, partition, options),
      commit(writes) {
        if (++commits > 37) throw new Error('the process was killed');
        return tables.commit(writes);
      },
    };
    await expect(applyImport(messageOf(first), { tables: dying })).rejects.toThrow('killed');
    expect(aggregates('PENALTY#')).toHaveLength(37);
    await applyImport(messageOf(first), { tables });
    await applyImport(messageOf(first), { tables });
    await consumeAll();
    expect(aggregates('PENALTY#')).toHaveLength(130);
    expect(outbox('DISCLOSURE')).toHaveLength(130);
    expect(await loadImport(tables, importId)).toMatchObject({ state: 'applied', imported: 130 });
  });

  it('leaves out what somebody else brought in after it was checked', async () => {
    const one = await start('penalties', 1);
    const other = await start('penalties', 1);
    await stage(one, 1, [penalty(1)]);
    await stage(other, 1, [penalty(1)]);
    await command(one, 'apply');
    await command(other, 'apply');
    await consumeAll();
    expect(aggregates('PENALTY#')).toHaveLength(1);
    const [a, b] = await Promise.all([one, other].map((id) => loadImport(tables, id)));
    expect([a, b].map((one) => `${one?.imported} ${one?.late}`).toSorted()).toEqual(['0 1', '1 0']);
  });

  it('that nobody applies for a week is over', async () => {
    const importId = await start('penalties', 1);
    await stage(importId, 1, [penalty(1)]);
    const later = plusSeconds(AT, 8 * 86_400);
    await expect(command(importId, 'apply', later)).rejects.toThrow('IMPORT_OVER');
    const expiries = tables.all('supervision').filter(({ sk }) => sk.startsWith('ROW#'));
    expect(expiries.every((row) => Number(row['expiresAt']) > 0)).toBe(true);
  });

  it('is the business of those who may, and of its own department', async () => {
    const clerk = { ...publisher, roles: ['clerk'] };
    await expect(start('penalties', 1, clerk)).rejects.toThrow('ROLE_MISSING');
    const importId = await start('penalties', 1);
    const other: Officer = { ...publisher, department: 'MARKET' };
    await expect(stage(importId, 1, [penalty(1)], other)).rejects.toThrow('NOT_FOUND');
    const asked = { ...request(undefined, { officer: other }), query: { limit: 50 } };
    const { imports } = await saved<{ imports: readonly unknown[] }>(
      await listImports(asked, { tables }),
    );
    expect(imports).toEqual([]);
  });

  it('never tells the seed of public names', async () => {
    const importId = await start('penalties', 1);
    const { seed } = (await loadImport(tables, importId)) ?? { seed: '' };
    const asked = { ...request(undefined, { path: { importId }, officer: publisher }) };
    const shown = await saved(await readImport({ ...asked, query: { limit: 50 } }, { tables }));
    expect(seed).not.toBe('');
    expect(JSON.stringify(shown)).not.toContain(seed);
  });

  it.each([
    ['inspections', 'INSPECTION#', 1],
    ['institutions', 'INST#', 1],
  ] as const)('of %s is like any other', async (kind, prefix, published) => {
    const importId = await start(kind, 1);
    await stage(importId, 1, [aRow(kind)]);
    await command(importId, 'apply');
    await consumeAll();
    expect(aggregates(prefix)).toHaveLength(1);
    expect(outbox('DISCLOSURE')).toHaveLength(published);
    const again = await start(kind, 1);
    const [report] = await stage(again, 1, [aRow(kind)]);
    expect(report?.state).toBe('duplicate');
  });
});

describe('the register of institutions', () => {
  const clinic = (changes: Readonly<Record<string, string>> = {}) => aRow('institutions', changes);
  const suggestions = async (q: string) => {
    const asked = { ...request(undefined, { officer: publisher }), query: { q } };
    const { institutions } = await saved<{ institutions: readonly SuggestedInstitution[] }>(
      await suggestInstitutions(asked, { tables }),
    );
    return institutions;
  };
  /** Reads one row in. @returns what staging said of it */
  async function register(cells: ImportCells, at: string): Promise<RowReport | undefined> {
    const importId = await start('institutions', 1);
    const [report] = await stage(importId, 1, [cells]);
    await command(importId, 'apply', at);
    await consumeAll();
    return report;
  }

  it('is searched by a part of name, credit code or licence number, and tells nobody which file it came from', async () => {
    await register(clinic(), AT);
    for (const q of ['综合门诊', '91500104ma60', 'PDY90001X5001', 'x50010417d11'])
      expect((await suggestions(q)).map(({ name }) => name)).toEqual(['示例综合门诊部有限公司']);
    expect(await suggestions('康宁')).toEqual([]);
    expect(JSON.stringify(await suggestions('综合'))).not.toContain('imported');
  });

  it('takes what a newer file says, leaves out what says nothing new, and tells the publisher of each change once', async () => {
    await register(clinic(), AT);
    expect(outbox('DISCLOSURE')).toHaveLength(1);
    expect(await register(clinic(), plusSeconds(AT, 60))).toMatchObject({ state: 'duplicate' });
    expect(outbox('DISCLOSURE')).toHaveLength(1);
    const changed = clinic({ JG_YYZT: '停业', JG_MC: '示例新名门诊部' });
    expect(await register(changed, plusSeconds(AT, 120))).toMatchObject({ state: 'ok' });
    expect(outbox('DISCLOSURE')).toHaveLength(2);
    expect(await suggestions('91500104')).toMatchObject([
      { name: '示例新名门诊部', operatingState: '2' },
    ]);
  });

  it('keeps what was applied last when files are brought in out of order', async () => {
    const older = await start('institutions', 1);
    await stage(older, 1, [clinic({ JG_YYZT: '筹建' })]);
    await command(older, 'apply', AT);
    const waiting = outbox('IMPORT');
    const newer = await start('institutions', 1);
    await stage(newer, 1, [clinic({ JG_YYZT: '开业' })]);
    await command(newer, 'apply', plusSeconds(AT, 60));
    for (const row of outbox('IMPORT').toReversed()) await applyImport(messageOf(row), { tables });
    expect(waiting).toHaveLength(1);
    expect(await suggestions('示例')).toMatchObject([{ operatingState: '0' }]);
    expect(await loadImport(tables, older)).toMatchObject({ imported: 0, late: 1 });
  });

  it('lists an entry of before there was a list when it is read in again', async () => {
    await register(clinic(), AT);
    const old = tables.all('supervision').find(({ sk }) => sk === 'REGISTER');
    const { version: _, ...row } = old ?? { pk: '', sk: '' };
    await tables.commit([
      { table: 'supervision', put: row },
      { table: 'supervision', delete: { pk: 'REGISTER', sk: '91500104MA60QW12X2' } },
    ]);
    expect(await suggestions('示例')).toEqual([]);
    expect(await register(clinic(), plusSeconds(AT, 60))).toMatchObject({ state: 'ok' });
    expect(await suggestions('示例')).toHaveLength(1);
  });

  it('gives twenty at most, and says that there are more', async () => {
    const importId = await start('institutions', 25);
    const rows = Array.from({ length: 25 }, (_, place) =>
      clinic({ JG_MC: `示例诊所${place}`, JG_SHXYDM: '', JG_DJH: '' }),
    );
    await stageAll(importId, rows);
    await command(importId, 'apply');
    await consumeAll();
    const asked = { ...request(undefined, { officer: publisher }), query: { q: '诊所' } };
    const answer = await saved<{ institutions: readonly unknown[]; more: boolean }>(
      await suggestInstitutions(asked, { tables }),
    );
    expect([answer.institutions.length, answer.more]).toEqual([20, true]);
  });
});
