/** A new release writes everything public anew, once, in as many runs as it takes, and nothing that is not public. */
import { expect, it } from 'vitest';
import { changeOf } from '../../functions/disclosure/change.ts';
import { bringUpTo } from '../../functions/disclosure/publish-record.ts';
import { refreshSite } from '../../functions/disclosure/refresh-site.ts';
import type { Renderer } from '../../functions/disclosure/publisher.ts';
import { GALLERY_PATH, objectKey, SEARCH_PATH, textPages } from '../../shared/disclosure/pages.ts';
import type { PublicRecord } from '../../shared/disclosure/record.ts';
import { AT } from '../support/builders.ts';
import { withSettings } from '../support/handler-world.ts';
import { MemorySite } from '../support/memory-site.ts';
import { MemoryTables } from '../support/memory-tables.ts';

withSettings();

const render: Renderer = (_, locale, page) => Promise.resolve(JSON.stringify({ locale, ...page }));

const record = (id: string, department: PublicRecord['department']): PublicRecord => ({
  ...{ id, kind: 'inspection', title: id, department, path: `/records/${id}` },
  ...{ publishedAt: AT, publishedOn: '2026-11-20', inspectedOn: '2026-11-19' },
  ...{ inspectionKind: 'DAILY', items: [], result: 'NO_PROBLEM' },
  institution: { id: 'inst-1', name: '示例诊所' },
});

/** A register with records that were published one by one. */
async function register(count: number) {
  const tables = new MemoryTables();
  const site = new MemorySite();
  const deps = { tables, site, render, now: () => AT };
  for (let n = 0; n < count; n++) {
    const one = record(`record000${n}`, n % 3 === 2 ? 'MARKET' : 'HEALTH');
    const wanted = { subject: `INSPECTION#${n}`, recordId: one.id, at: AT };
    const change = await changeOf(
      { ...wanted, publicAt: () => ({ state: 'public', record: one }) },
      tables,
    );
    if (change) await bringUpTo(change, deps);
  }
  return deps;
}

const assets = import.meta.dirname;

it('writes again, from the table alone, all that the publisher had written, and the texts and assets', async () => {
  const { tables, site, ...deps } = await register(3);
  const anew = new MemorySite();
  const runs: string[] = [];
  const again = (step: string) => Promise.resolve(void runs.push(step));
  const run = () => refreshSite('release-1', { ...deps, tables, site: anew, again }, assets);
  await run();
  expect([anew.objects.has('refresh-site.test.ts'), runs.length], 'the assets first').toEqual([
    true,
    1,
  ]);
  await run();
  expect(runs.length, 'all pages in one run').toBe(1);
  for (const [key, body] of site.objects)
    if (!key.startsWith('lookup/')) expect([key, anew.objects.get(key)]).toEqual([key, body]);
  for (const path of [...Object.values(textPages), SEARCH_PATH, '/robots.txt'])
    expect(anew.objects.has(objectKey(path)), path).toBe(true);
  expect(anew.objects.has(objectKey(GALLERY_PATH))).toBe(false);
  anew.objects.clear();
  anew.objects.set('_release', 'release-1');
  await run();
  expect([...anew.objects.keys()], 'the same release again').toEqual(['_release']);
});

it('goes on where its time ran out, and ends with the same pages', async () => {
  const { tables, site, ...deps } = await register(3);
  const anew = new MemorySite();
  let instant = Date.parse(AT);
  /** Half a run's time goes by at every look at the clock. */
  const slowly = () => new Date((instant += 10_000)).toISOString();
  const steps: string[] = [];
  const again = (step: string) => Promise.resolve(void steps.push(step));
  for (let run = 0; run < 200 && anew.objects.get('_release') !== 'release-1'; run++)
    await refreshSite('release-1', { ...deps, tables, site: anew, now: slowly, again }, assets);
  expect(steps.length).toBeGreaterThan(5);
  expect(new Set(steps).size, 'no step twice').toBe(steps.length);
  expect(anew.objects.get('_release')).toBe('release-1');
  for (const key of site.objects.keys())
    if (!key.startsWith('lookup/')) expect([key, anew.objects.has(key)]).toEqual([key, true]);
});
