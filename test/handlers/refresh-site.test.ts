/** A new release renders everything public anew, once, and nothing that is not public. */
import { expect, it } from 'vitest';
import { monthWrite, publicWrites } from '../../functions/aws/disclosure-store.ts';
import { refreshSite } from '../../functions/disclosure/refresh-site.ts';
import type { Renderer } from '../../functions/disclosure/write-page.ts';
import {
  GALLERY_PATH,
  objectKey,
  textPages,
  type SitePage,
} from '../../shared/disclosure/pages.ts';
import type { PublicRecord } from '../../shared/disclosure/record.ts';
import { AT } from '../support/builders.ts';
import { withSettings } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';

withSettings();

const record = (id: string, department: PublicRecord['department']): PublicRecord => ({
  ...{ id, kind: 'inspection', title: id, department, path: `/records/${id}` },
  ...{ publishedAt: AT, publishedOn: '2026-11-20', inspectedOn: '2026-11-19' },
  ...{ inspectionKind: 'DAILY', items: [], result: 'NO_PROBLEM' },
  institution: { id: 'inst-1', name: '示例诊所' },
});

async function refreshed(release: string, tables: MemoryTables, objects: Map<string, string>) {
  const pages: SitePage[] = [];
  const render: Renderer = (_, locale, page) => {
    if (locale === 'zh') pages.push(page);
    return Promise.resolve('');
  };
  const site = {
    get: (key: string) => Promise.resolve(objects.get(key)),
    put: (key: string, body: string | Uint8Array) => {
      objects.set(key, body.toString());
      return Promise.resolve();
    },
  };
  const assets = import.meta.dirname;
  await refreshSite(release, { tables, site, render, now: () => AT }, assets);
  return pages;
}

it('writes every page of text and of records, counts months by department, and never the gallery', async () => {
  const tables = new MemoryTables();
  for (const one of [record('a', 'HEALTH'), record('b', 'HEALTH'), record('c', 'MARKET')])
    await tables.commit(publicWrites(one, 1));
  const uncounted = { kind: 'inspection', month: '2026-11', count: 3, departments: {} } as const;
  await tables.commit([monthWrite(uncounted)]);
  const objects = new Map<string, string>();
  const pages = await refreshed('release-1', tables, objects);
  for (const path of [
    ...Object.values(textPages),
    '/',
    '/inspections/2026-11',
    '/institutions/inst-1',
  ])
    expect(objects.has(objectKey(path)), path).toBe(true);
  expect(pages.find(({ page }) => page === 'home')).toMatchObject({
    months: [{ count: 3, departments: { HEALTH: 2, MARKET: 1 } }],
  });
  expect(pages.map(({ page }) => page)).not.toContain('gallery');
  expect(objects.has(objectKey(GALLERY_PATH))).toBe(false);
  expect(await refreshed('release-1', tables, objects), 'the same release again').toEqual([]);
});
