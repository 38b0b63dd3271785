/** When the window was built anew, everything public is rendered anew: the assets first, then every page. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { MonthCount } from '../../shared/disclosure/figures.ts';
import { textPages, type TextPage } from '../../shared/disclosure/pages.ts';
import { recordKinds, summaryOf, type PublicInstitution } from '../../shared/disclosure/record.ts';
import { monthOf, type Instant } from '../../shared/time.ts';
import { institutionWrite, monthWrite, recordsOfMonth } from '../aws/disclosure-store.ts';
import type { Clock, Page, Site, Tables } from '../ports.ts';
import {
  allMonths,
  countOf,
  homePage,
  institutionPage,
  listPageOf,
  monthPageOf,
  ownPage,
  type AddressedPage,
} from './changed-pages.ts';
import { writePage, type Renderer } from './write-page.ts';

interface Deps extends Clock {
  readonly tables: Tables;
  readonly site: Site;
  readonly render: Renderer;
}

const MARKER = '_release'; // the last thing written: while it is old, the work is not done
const FOR_EVER = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** @param client - the window's static files, beside the bundle */
export async function refreshSite(
  release: string,
  deps: Deps,
  client: string = join(import.meta.dirname, 'client'),
): Promise<void> {
  if ((await deps.site.get(MARKER)) === release) return;
  await putAssets(client, deps.site);
  for await (const page of everyPage(deps)) await writePage(page, deps);
  await deps.site.put(MARKER, release, 'text/plain', 'no-store');
}

async function putAssets(client: string, site: Site): Promise<void> {
  for (const entry of await readdir(client, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const key = relative(client, file).split(sep).join('/');
    const type = contentTypes[extname(key)] ?? 'application/octet-stream';
    const cache = key.includes('/immutable/') ? FOR_EVER : AN_HOUR;
    await site.put(key, await readFile(file), type, cache);
  }
}

async function* everyPage({ tables, now }: Deps): AsyncGenerator<AddressedPage> {
  const updatedAt = now();
  const months = await allMonths(tables);
  yield* textPagesOf(updatedAt);
  const counted: MonthCount[] = [];
  const institutions = new Map<string, PublicInstitution>();
  for (const { kind, month } of months) {
    const summaries = [];
    let from: Page['next'];
    do {
      const page = await recordsOfMonth(tables, kind, month, from ? { from } : {});
      for (const record of page.records) {
        yield ownPage({ record, month: monthOf(record.publishedOn) }, updatedAt);
        const { institution } = record;
        // Months and records come newest first: the latest name stands.
        if (institution && !institutions.has(institution.id))
          institutions.set(institution.id, institution);
        summaries.push(summaryOf(record));
      }
      from = page.next;
    } while (from);
    counted.push(countOf(kind, month, summaries));
    yield monthPageOf(kind, month, summaries, months, updatedAt);
  }
  for (const count of counted) await tables.commit([monthWrite(count)]);
  yield await homePage(tables, counted, updatedAt);
  for (const kind of recordKinds) yield listPageOf(kind, counted, updatedAt);
  for (const institution of institutions.values()) {
    await tables.commit([institutionWrite(institution)]);
    yield await institutionPage(tables, institution, updatedAt);
  }
}

function* textPagesOf(updatedAt: Instant): Generator<AddressedPage> {
  for (const [name, path] of Object.entries(textPages)) {
    const page = name as TextPage; // the keys of our own table
    yield { path, page: { page, updatedAt } };
  }
}
