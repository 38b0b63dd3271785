/** Site maps for search engines: an index, one file for each month of records, each street's institutions, and all other pages. */
import {
  ABOUT_PATH,
  ACCESSIBILITY_PATH,
  CORRECTIONS_PATH,
  DATA_PATH,
  DEPARTMENTS_PATH,
  HELP_PATH,
  INSTITUTIONS_PATH,
  institutionPath,
  KINDS_PATH,
  listPath,
  locales,
  localPath,
  monthPath,
  objectKey,
  OBJECTIONS_PATH,
  SITE_MAP_PATH,
  STATISTICS_PATH,
  streetPath,
} from '../../shared/disclosure/pages.ts';
import type { MonthFigures } from '../../shared/disclosure/figures.ts';
import {
  recordKinds,
  type PublicInstitution,
  type PublicRecord,
  type RecordKind,
} from '../../shared/disclosure/record.ts';
import type { DateOnly } from '../../shared/time.ts';
import { institutionsOfStreet, streetCounts } from '../aws/disclosure-store.ts';
import type { Site, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';
import { allMonths } from './all-months.ts';
import { SHORT_CACHE } from './publisher.ts';

export const SITEMAP_PATH = '/sitemap.xml';
const PAGES_SITEMAP = '/sitemaps/pages.xml';

type Object = Parameters<Site['put']>;

const XML = 'application/xml; charset=utf-8';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const monthSitemapPath = (kind: RecordKind, month: string): string =>
  `/sitemaps${monthPath(kind, month).replace(/\/(?=[^/]*$)/, '-')}.xml`;
const streetSitemapPath = (street: string): string => `/sitemaps/institutions-${street}.xml`;

export const monthSitemap = (
  kind: RecordKind,
  month: string,
  records: readonly PublicRecord[],
): Object =>
  sitemap(
    monthSitemapPath(kind, month),
    records.map(({ path, publishedOn, corrections }) => ({
      path,
      changedOn: corrections?.at(-1)?.on ?? publishedOn,
    })),
  );

const streetSitemap = (street: string, institutions: readonly PublicInstitution[]): Object =>
  sitemap(
    streetSitemapPath(street),
    institutions.map(({ id }) => ({ path: institutionPath(id) })),
  );

/** @param months - those that have records */
function overviewSitemaps(
  months: readonly MonthFigures[],
  streets: readonly string[],
): readonly Object[] {
  const files = [
    PAGES_SITEMAP,
    ...months.map(({ kind, month }) => monthSitemapPath(kind, month)),
    ...streets.map(streetSitemapPath),
  ];
  const index = files.map((path) => `<sitemap><loc>${address(path)}</loc></sitemap>`);
  const departments = new Set(months.flatMap((month) => Object.keys(month.departments)));
  const kinds = new Set(months.flatMap((month) => Object.keys(month.kinds)));
  const pages = [
    ...['/', ABOUT_PATH, HELP_PATH, DATA_PATH, ACCESSIBILITY_PATH, SITE_MAP_PATH, STATISTICS_PATH],
    ...[CORRECTIONS_PATH, DEPARTMENTS_PATH, KINDS_PATH, INSTITUTIONS_PATH],
    ...['/report', '/track', OBJECTIONS_PATH], // answered by a function, and found all the same
    ...recordKinds.map(listPath),
    ...months.map(({ kind, month }) => monthPath(kind, month)),
    ...[...departments].sort().map((code) => `${DEPARTMENTS_PATH}/${code}`),
    ...[...kinds].sort().map((code) => `${KINDS_PATH}/${code}`),
    ...streets.map(streetPath),
  ];
  return [
    sitemap(
      PAGES_SITEMAP,
      pages.map((path) => ({ path })),
    ),
    [objectKey(SITEMAP_PATH), document('sitemapindex', index), XML, SHORT_CACHE],
  ];
}

/** The index, all other pages, and the institutions of some streets. */
export async function writeSitemaps(
  streets: readonly string[],
  {
    tables,
    site,
  }: { readonly tables: Pick<Tables, 'query'>; readonly site: Pick<Site, 'put' | 'delete'> },
): Promise<void> {
  for (const street of streets) {
    const institutions = await institutionsOfStreet(tables, street);
    const [key, ...content] = streetSitemap(street, institutions);
    await (institutions.length > 0 ? site.put(key, ...content) : site.delete(key));
  }
  const months = (await allMonths(tables)).map(({ figures }) => figures);
  const all = (await streetCounts(tables)).map(({ street }) => street);
  for (const object of overviewSitemaps(months, all)) await site.put(...object);
}

function sitemap(
  path: string,
  pages: readonly { readonly path: string; readonly changedOn?: DateOnly }[],
): Object {
  const urls = pages.flatMap((page) =>
    locales.map((locale) => {
      const changed = page.changedOn ? `<lastmod>${page.changedOn}</lastmod>` : '';
      return `<url><loc>${address(localPath(page.path, locale))}</loc>${changed}</url>`;
    }),
  );
  return [objectKey(path), document('urlset', urls), XML, SHORT_CACHE];
}

const document = (root: string, lines: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${NAMESPACE}">`,
    ...lines,
    `</${root}>`,
    '',
  ].join('\n');

/** Our paths hold letters, digits, hyphens and slashes: nothing that XML or an address would escape. */
const address = (path: string): string => `${setting('SITE_ORIGIN')}${path}`;
