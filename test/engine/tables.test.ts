/** One contract for tables: the remembering double of the tests and the real engine keep the same promises. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../cdk/local/engines/engine-call.ts';
import { startEngines, type Engines } from '../../cdk/local/engines/start-engines.ts';
import { DynamoTables } from '../../functions/aws/tables.ts';
import { tables as definitions, tableVariable } from '../../functions/table-definitions.ts';
import type { Counts, Tables } from '../../functions/ports.ts';
import { tableOf } from '../support/bare-engines.ts';
import { MemoryTables } from '../support/memory-tables.ts';
import { everyOwn, MANY_ENTRIES, showAll } from '../support/worklist-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcha-tables-'));
let engines: Engines;
let dynamo: DynamoTables;

beforeAll(async () => {
  engines = await startEngines(folder);
  for (const [name, { indexes }] of Object.entries(definitions)) {
    process.env[tableVariable(name)] = name;
    await call(engines.dynamodb, 'dynamodb', 'CreateTable', tableOf(name, indexes));
  }
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  dynamo = new DynamoTables(
    new DynamoDBClient({ endpoint: engines.dynamodb, region: 'us-east-1', credentials }),
  );
});

afterAll(async () => {
  await engines.stop();
  rmSync(folder, { recursive: true });
});

let partitions = 0;
const freshPartition = () => `CASE#${partitions++}`;

describe.each<[string, () => Tables & Counts]>([
  ['tables in memory', () => new MemoryTables()],
  ['tables in the engine', () => dynamo],
])('%s', (_, make) => {
  it('keep the first of two writers of the same version', async () => {
    const tables = make();
    const key = { pk: freshPartition(), sk: 'CASE' };
    await tables.commit([{ table: 'cases', put: { ...key, version: 1 }, when: 'absent' }]);
    const second = { ...key, version: 2 };
    const writers = ['a', 'b'].map((by) =>
      tables.commit([{ table: 'cases', put: { ...second, by }, when: { version: 1 } }]),
    );
    const outcomes = await Promise.all(writers);
    expect(outcomes.filter(({ ok }) => ok).length).toBe(1);
    expect(outcomes).toContainEqual({ ok: false, error: [0] });
  });

  it('write all of a transaction or nothing, and say which conditions did not hold', async () => {
    const tables = make();
    const pk = freshPartition();
    await tables.commit([{ table: 'cases', put: { pk, sk: 'B' }, when: 'absent' }]);
    const refused = await tables.commit([
      { table: 'cases', put: { pk, sk: 'A' }, when: 'absent' },
      { table: 'cases', put: { pk, sk: 'B' }, when: 'absent' },
      { table: 'relay', put: { pk, sk: 'C' }, when: 'present' },
    ]);
    expect(refused).toEqual({ ok: false, error: [1, 2] });
    expect(await tables.get('cases', { pk, sk: 'A' })).toBe(undefined);
  });

  it('have nothing to say against nothing to write', async () => {
    expect(await make().commit([])).toEqual({ ok: true, value: undefined });
  });

  it('replace an older version by a newer one, never the other way round', async () => {
    const tables = make();
    const key = { pk: freshPartition(), sk: 'x' };
    const write = (version: number) =>
      tables.commit([
        { table: 'worklists', put: { ...key, version }, when: { newerThan: version } },
      ]);
    expect((await write(2)).ok).toBe(true);
    expect((await write(1)).ok).toBe(false);
    expect((await write(2)).ok).toBe(false);
    expect((await write(3)).ok).toBe(true);
  });

  it('do not bring a deleted row back to life by an update', async () => {
    const tables = make();
    const key = { pk: freshPartition(), sk: '-' };
    const update = { table: 'relay', update: key, set: { attempts: 1 }, when: 'present' } as const;
    await tables.commit([{ table: 'relay', put: { ...key, openShard: 'OPEN#9', nextAt: '1' } }]);
    expect((await tables.commit([{ ...update, remove: ['openShard'] }])).ok).toBe(true);
    expect(await tables.get('relay', key)).toEqual({ ...key, nextAt: '1', attempts: 1 });
    await tables.commit([{ table: 'relay', delete: key }]);
    expect((await tables.commit([update])).ok).toBe(false);
    expect(await tables.get('relay', key)).toBe(undefined);
  });

  it('add to numbers within a transaction, beginning at nothing, and lose none of two who add at once', async () => {
    const tables = make();
    const key = { pk: freshPartition(), sk: 'CASES' };
    const guard = { pk: key.pk, sk: 'guard' };
    const add = (amounts: Readonly<Record<string, number>>, sk: string) =>
      tables.commit([
        { table: 'statistics', put: { ...guard, sk }, when: 'absent' },
        { table: 'statistics', add: key, amounts },
      ]);
    await Promise.all([add({ cases: 2, 'status.open': 1 }, 'a'), add({ cases: 1 }, 'b')]);
    expect((await add({ cases: 5 }, 'b')).ok).toBe(false);
    await add({ 'status.open': -1 }, 'c');
    expect(await tables.get('statistics', key)).toEqual({ ...key, cases: 3, 'status.open': 0 });
  });

  it('list a partition in order, in pages, forwards and backwards, and between two keys', async () => {
    const tables = make();
    const pk = freshPartition();
    for (const sk of ['EVENT#3', 'EVENT#1', 'ITEM#1', 'EVENT#2'])
      await tables.commit([{ table: 'cases', put: { pk, sk } }]);
    const keys = (page: { rows: readonly { sk: string }[] }) => page.rows.map(({ sk }) => sk);
    const first = await tables.query('cases', pk, { startsWith: 'EVENT#', limit: 2 });
    expect(keys(first)).toEqual(['EVENT#1', 'EVENT#2']);
    const rest = await tables.query('cases', pk, {
      startsWith: 'EVENT#',
      ...(first.next && { from: first.next }),
    });
    expect(keys(rest)).toEqual(['EVENT#3']);
    expect(rest.next).toBe(undefined);
    expect(keys(await tables.query('cases', pk, { descending: true, limit: 1 }))).toEqual([
      'ITEM#1',
    ]);
    const between = await tables.query('cases', pk, { between: ['EVENT#2', 'EVENT#9'] });
    expect(keys(between)).toEqual(['EVENT#2', 'EVENT#3']);
  });

  it('count a part of an index up to a bound, and those of it that lack an attribute', async () => {
    const tables = make();
    const listKey = freshPartition();
    for (const day of [1, 2, 3, 4])
      await tables.commit([
        {
          table: 'worklists',
          put: {
            ...{ pk: listKey, sk: `${day}`, listKey, dueKey: `2026-01-0${day}#c` },
            value: day === 2 ? { assignee: { subject: 'o' } } : {},
          },
        },
      ]);
    const ask = { index: 'byDue', lacking: ['value', 'assignee'], atMost: 10 };
    const count = (options = {}) => tables.count('worklists', listKey, { ...ask, ...options });
    expect(await count()).toEqual({ read: 4, found: 3, more: false });
    const between = ['0', '2026-01-03'] as const;
    expect(await count({ between })).toEqual({ read: 2, found: 1, more: false });
    expect(await count({ atMost: 3 })).toEqual({ read: 3, found: 2, more: true });
  });

  it('show in an index only rows that carry its attributes, and lead on from a named place', async () => {
    const tables = make();
    const listKey = freshPartition();
    const put = (sk: string, dueKey?: string) =>
      tables.commit([
        { table: 'worklists', put: { pk: listKey, sk, ...(dueKey && { listKey, dueKey }) } },
      ]);
    await put('a', '2026-01-02#a');
    await put('b', '2026-01-01#b');
    await put('c');
    const index = { index: 'byDue', limit: 1 };
    const first = await tables.query('worklists', listKey, index);
    expect(first.rows.map(({ sk }) => sk)).toEqual(['b']);
    const from = { pk: listKey, sk: 'b', listKey, dueKey: '2026-01-01#b' };
    const next = await tables.query('worklists', listKey, { ...index, from });
    expect(next.rows.map(({ sk }) => sk)).toEqual(['a']);
  });

  it('show a filtered worklist whole, each entry once, however its pages fall', async () => {
    const tables = make();
    await showAll(tables, 'WATER');
    const own = MANY_ENTRIES.filter(({ assignee }) => assignee).map((e) => e.caseNumber);
    for (const limit of [40, 100]) {
      const seen = await everyOwn(tables, 'WATER', limit);
      expect(seen.caseNumbers.toSorted()).toEqual(own);
      expect(seen.longest).toBeLessThanOrEqual(limit);
    }
    expect((await everyOwn(tables, 'TAX', 50)).pages).toBe(1);
  });
});
