/** The functions that read files in, at work. */
import { randomUUID } from 'node:crypto';
import { departmentName } from '../../../shared/departments/directory.ts';
import type { ImportCells } from '../../../shared/imports/column.ts';
import type { ImportKind } from '../../../shared/imports/kinds.ts';
import { aRow } from '../../support/imports.ts';
import type { World } from './world.ts';

interface Deed {
  readonly of: string;
  readonly deed: string;
  readonly run: (world: World) => Promise<void>;
}

async function call<T>(world: World, path: string, body?: unknown): Promise<T> {
  const token = await world.client.officer('MARKET', 'publisher');
  const address = `/api/desk/imports${path}`;
  const answer = body
    ? await world.client.post(address, { token, body, key: randomUUID() })
    : await world.client.get(address, token);
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json as T; // the contract of the call
}

async function start(world: World, kind: ImportKind): Promise<string> {
  const body = { kind, fileName: '示例.csv', sha256: '0'.repeat(64), rows: 1 };
  return (await call<{ importId: string }>(world, '', body)).importId;
}

/** A row that nobody has brought in yet. */
function newRow(kind: ImportKind): ImportCells {
  const number = randomUUID().slice(0, 8);
  const name = `示例诊所${number}`;
  if (kind === 'penalties')
    return aRow(kind, { CF_WSH: `示市监罚〔2025〕${number}号`, CF_CFJG: departmentName('MARKET') });
  if (kind === 'inspections') return aRow(kind, { JC_BH: number });
  return aRow(kind, { JG_MC: name, JG_SHXYDM: '' });
}

async function staged(world: World, kind: ImportKind, cells = newRow(kind)): Promise<string> {
  const importId = await start(world, kind);
  await call(world, `/${importId}/rows`, { from: 1, rows: [{ line: 2, cells }] });
  return importId;
}

/** One whose rows wait to be brought in. */
export async function applied(
  world: World,
  kind: ImportKind,
  cells = newRow(kind),
): Promise<string> {
  const importId = await staged(world, kind, cells);
  await call(world, `/${importId}/commands`, { type: 'apply' });
  return importId;
}

const bringIn = async (world: World, importId: string): Promise<void> =>
  world.consume('apply-import', await world.message(importId));

export const importExercises: readonly Deed[] = [
  {
    of: 'start-import',
    deed: 'announces a file',
    async run(world) {
      await start(world, 'penalties');
    },
  },
  {
    of: 'stage-rows',
    deed: 'checks rows of each kind and keeps them',
    async run(world) {
      for (const kind of ['penalties', 'inspections', 'institutions'] as const)
        await staged(world, kind);
    },
  },
  {
    of: 'read-import',
    deed: 'shows what was found of each row',
    async run(world) {
      const importId = await staged(world, 'penalties');
      const { rows } = await call<{ rows: readonly unknown[] }>(world, `/${importId}/report`);
      if (rows.length !== 1) throw new Error(`${rows.length} rows`);
    },
  },
  {
    of: 'list-imports',
    deed: 'lists those of a department',
    async run(world) {
      await call(world, '');
    },
  },
  {
    of: 'act-on-import',
    deed: 'applies one',
    async run(world) {
      await applied(world, 'penalties');
    },
  },
  {
    of: 'apply-import',
    deed: 'brings rows of each kind in',
    async run(world) {
      for (const kind of ['penalties', 'inspections', 'institutions'] as const)
        await bringIn(world, await applied(world, kind));
    },
  },
  {
    of: 'suggest-institutions',
    deed: 'finds a registered one by its name',
    async run(world) {
      const name = `示例诊所${randomUUID().slice(0, 8)}`;
      const cells = aRow('institutions', { JG_MC: name, JG_SHXYDM: '' });
      await bringIn(world, await applied(world, 'institutions', cells));
      const token = await world.client.officer('MARKET', 'officer');
      const query = new URLSearchParams({ q: name });
      const { status, text } = await world.client.get(`/api/desk/institutions?${query}`, token);
      if (status !== 200 || !text.includes(name)) throw new Error(`${status} ${text}`);
    },
  },
  {
    of: 'publish-record',
    deed: 'writes the page of an institution anew when the register says something else',
    async run(world) {
      const cells = aRow('institutions', { JG_DZ: `示例路${randomUUID().slice(0, 4)}号` });
      await bringIn(world, await applied(world, 'institutions', cells));
      const told = await world.message('INSTITUTION.91500104MA60QW12X2', '#DISCLOSURE');
      await world.consume('publish-record', told);
    },
  },
  {
    of: 'apply-import',
    deed: 'leaves out what somebody else brought in meanwhile',
    async run(world) {
      for (const kind of ['penalties', 'inspections', 'institutions'] as const) {
        const cells = newRow(kind);
        const first = await applied(world, kind, cells);
        const second = await applied(world, kind, cells);
        await bringIn(world, first);
        await bringIn(world, second);
        const { import: found } = await call<{ import: { late: number } }>(
          world,
          `/${second}/report`,
        );
        if (found.late !== 1) throw new Error(`${found.late} were late`);
      }
    },
  },
  {
    of: 'apply-import',
    deed: 'parks a message of an import that is not there',
    async run(world) {
      const importId = await applied(world, 'penalties');
      const message = await world.message(importId);
      const pointer = { kind: 'import', importId: 'M-20200101-0000000000', from: 1 };
      await world.consume('apply-import', { ...message, pointer }).catch(() => undefined);
      const [row] = await world.outbox(importId);
      if (row?.state !== 'parked') throw new Error(`its row is ${row?.state}`);
    },
  },
];
