/** Does a page say what the table says, in each language, and do its links lead somewhere? */
import { isDeepStrictEqual } from 'node:util';
import {
  locales,
  localPath,
  objectKey,
  OBJECTIONS_PATH,
  renderedPaths,
  type Locale,
  type SitePage,
} from '../../shared/disclosure/pages.ts';
import { plusSeconds, type Instant } from '../../shared/time.ts';
import type { Renderer } from '../../functions/disclosure/publisher.ts';
import type { ExpectedPage } from './expected-pages.ts';
import type { Report } from './fault.ts';

export interface Objects {
  get(key: string): Promise<string | undefined>;
}

export interface PageChecks {
  readonly site: Objects;
  readonly keys: ReadonlySet<string>;
  /** Renders anew what is compared; without it only what a page shows is looked at. */
  readonly render?: Renderer;
  readonly report: Report;
}

export async function checkPage(expected: ExpectedPage, checks: PageChecks): Promise<void> {
  for (const locale of locales) {
    const key = objectKey(localPath(expected.path, locale));
    const html = await checks.site.get(key);
    if (html === undefined) {
      checks.report('MISSING', key, `the table asks for this ${expected.page.page} page`);
      continue;
    }
    await checkHtml(key, html, locale, expected, checks);
  }
}

async function checkHtml(
  key: string,
  html: string,
  locale: Locale,
  { path, page }: ExpectedPage,
  { keys, render, report }: PageChecks,
): Promise<void> {
  if (page.page === 'tombstone' && !isHidden(html))
    report('NOT_HIDDEN', key, 'a tombstone that search engines may keep');
  for (const text of mustSay(page))
    if (!html.includes(escaped(text))) report('DIFFERS', key, `it does not say ${text}`);
  checkLinks(key, html, keys, report);
  if (!render) return;
  const updatedAt = updatedAtOf(html);
  if (!updatedAt) return report('UNREADABLE', key, 'it does not say when its data were updated');
  const anew = await render(path, locale, dated(page, updatedAt));
  if (html !== anew && !isSameData(html, anew))
    report('DIFFERS', key, `rendered anew it differs ${firstDifference(html, anew)}`);
}

const isHidden = (html: string): boolean =>
  /<meta name="robots" content="[^"]*noindex/.test(html) || html.startsWith('{');

/** With the instant in every place that tells it. */
const dated = (page: SitePage, updatedAt: Instant): SitePage =>
  page.page === 'data' && page.manifest
    ? { ...page, updatedAt, manifest: { ...page.manifest, updatedAt } }
    : { ...page, updatedAt };

/** What nobody may miss on a page, whatever it looks like. */
function mustSay(page: SitePage): readonly string[] {
  switch (page.page) {
    case 'record': {
      const { record } = page;
      return record.kind === 'penalty'
        ? [record.decisionNumber, record.party.name, record.violation]
        : [record.institution.name];
    }
    case 'tombstone': {
      const { reason, ground } = page.tombstone;
      return reason === ground ? [] : [reason]; // the page says it in its own words
    }
    case 'month':
    case 'records':
      return page.records.map(({ path }) => path);
    case 'institution': {
      const { licenceNumber, address } = page.registered ?? {};
      const facts = [licenceNumber, address].filter((fact) => fact !== undefined);
      return [...page.records.map(({ path }) => path), ...facts];
    }
    case 'corrections':
      return page.changes.map(({ path }) => path);
    case 'home': // it shows as many of the newest as fit
    case 'list':
    case 'departments':
    case 'kinds':
    case 'institutions':
    case 'street':
    case 'statistics':
    case 'data':
    case 'search':
    case 'about':
    case 'help':
    case 'accessibility':
    case 'siteMap':
    case 'notFound':
    case 'gallery':
      return [];
  }
}

/** As it stands in a text of HTML. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The minute that the page names, or the instant where a page is data. */
function updatedAtOf(html: string): Instant | undefined {
  const instant = /"updatedAt":"([^"]+)"/.exec(html)?.[1];
  if (instant) return instant;
  const line = /<p class="updated[^>]*>([^<]*)/.exec(html)?.[1];
  const minute = line && /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/.exec(line);
  return minute ? plusSeconds(`${minute[1]}T${minute[2]}:00.000Z`, -8 * 3_600) : undefined;
}

/** A page that is data may name its parts in another order. */
function isSameData(a: string, b: string): boolean {
  if (!a.startsWith('{') || !b.startsWith('{')) return false;
  return isDeepStrictEqual(JSON.parse(a), JSON.parse(b));
}

const SHOWN = 60;

function firstDifference(is: string, due: string): string {
  let at = 0;
  while (at < is.length && is[at] === due[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - SHOWN / 2), at + SHOWN);
  return `at ${at}: it says ${around(is)} where the table says ${around(due)}`;
}

/** Paths that no object answers: functions, and what they bring along. @param path - without the language */
export const isAnswered = (path: string): boolean =>
  path.startsWith('/api/') ||
  path.startsWith(OBJECTIONS_PATH) ||
  renderedPaths.some(
    (rendered) =>
      path === rendered || path.startsWith(`${rendered}/`) || path.startsWith(`${rendered}.`),
  );

function checkLinks(key: string, html: string, keys: ReadonlySet<string>, report: Report): void {
  // A page names itself in every language with the whole address.
  const origin = /hreflang="[^"]*" href="(https?:\/\/[^/"]+)/.exec(html)?.[1] ?? 'http://here.test';
  const here = `${origin}/${key === 'index.html' ? '' : key}`;
  for (const [, address = ''] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
    const url = URL.parse(address.replaceAll('&amp;', '&'), here);
    if (!url) {
      report('DEAD_LINK', key, `${address} is no address`);
      continue;
    }
    if (!/^https?:$/.test(url.protocol)) continue;
    const path = decodeURIComponent(url.pathname).replace(/^\/en(?=\/|$)/, '') || '/';
    if (url.origin !== origin || isAnswered(path)) continue;
    if (!keys.has(objectKey(url.pathname)))
      report('DEAD_LINK', key, `it links to ${url.pathname}, where nothing is`);
  }
}
