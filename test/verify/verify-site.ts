/** Compares what the public reads, object by object, with the table of what is public; says every contradiction. */
import { locales, localPath, NOT_FOUND_PATH, objectKey } from '../../shared/disclosure/pages.ts';
import type { Instant } from '../../shared/time.ts';
import type { Renderer } from '../../functions/disclosure/publisher.ts';
import { checkCompanions, companionsOf } from './check-companions.ts';
import { checkOpenData, checkSitemaps } from './check-open-data.ts';
import { checkPage, type Objects } from './check-page.ts';
import { checkSearch } from './check-search.ts';
import { checkSubjects } from './check-subjects.ts';
import { checkTable } from './check-table.ts';
import { checkLeadsTo, checkOrphans } from './check-withdrawn.ts';
import { expectedPages, type ExpectedPage } from './expected-pages.ts';
import type { Fault, Report } from './fault.ts';
import { readRegister, type Readable } from './read-register.ts';

export interface Verified {
  readonly tables: Readable;
  readonly site: Objects & { readonly keys: () => AsyncIterable<string> | Iterable<string> };
  /** Compares every page with the same rendered anew. */
  readonly render?: Renderer;
  /** Of the window, beside those that every window has. */
  readonly isAsset?: (key: string) => boolean;
  /** Compares with decisions and inspections too, by the rule as it is on this day. */
  readonly now?: Instant;
  readonly told?: (sentence: string) => void;
}

const AT_ONCE = 8;
const TOLD_EVERY = 5_000;

export async function verifySite(world: Verified): Promise<readonly Fault[]> {
  const { tables, site, render, isAsset = () => false, now, told = () => undefined } = world;
  const faults: Fault[] = [];
  const report: Report = (code, key, sentence) => faults.push({ code, key, sentence });
  const keys = new Set<string>();
  for await (const key of site.keys()) keys.add(key);
  told(`${keys.size} objects in the bucket`);
  const register = await readRegister(tables, keys, told);
  await checkTable(register, tables, report);
  if (now) told(`${await checkSubjects(register, tables, now, report)} decisions and inspections`);

  const explained = new Set<string>();
  const looking: Objects = {
    get: async (key) => {
      const text = await site.get(key);
      if (text !== undefined && isText(key)) checkLeadsTo(key, text, register, report);
      return text;
    },
  };
  const checks = { site: looking, keys, report, ...(render && { render }) };
  const look = async (expected: ExpectedPage) => {
    for (const locale of locales) explained.add(objectKey(localPath(expected.path, locale)));
    for (const [key] of companionsOf(expected)) explained.add(key);
    await checkPage(expected, checks);
    await checkCompanions(expected, looking, report);
  };
  const pages = expectedPages(register, keys);
  let looked = 0;
  const lane = async () => {
    for (let next = pages.next(); !next.done; next = pages.next()) {
      await look(next.value);
      if (++looked % TOLD_EVERY === 0) told(`${looked} pages looked at`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  told(`${looked} pages looked at, in ${locales.length} languages, with what stands beside them`);

  const files = await checkOpenData(register, looking, report);
  const maps = await checkSitemaps(register, keys, looking, report);
  for (const key of [...files, ...maps]) explained.add(key);
  told(`${files.length} data files, ${maps.length} site maps`);
  await checkSearch(register, site, report);
  told('the search looked at');
  const notFound = locales.map((locale) => objectKey(localPath(NOT_FOUND_PATH, locale)));
  for (const key of notFound) explained.add(key);
  checkOrphans(keys, explained, isAsset, report);
  return faults;
}

/** Data files tell of a withdrawn record by other checks; what is compared by bytes needs no second look. */
const isText = (key: string): boolean => !key.startsWith('_app/');
