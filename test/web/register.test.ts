/** The register as plain HTML: what every page carries, what a record shows, and that no link leads nowhere. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MANIFEST_PATH } from '../../shared/disclosure/data-files.ts';
import {
  ACCESSIBILITY_PATH,
  DESK_PATH,
  DISPLAY_PATH,
  FEED_PATH,
  locales,
  localPath,
  NOT_FOUND_PATH,
  OBJECTIONS_PATH,
  recordListPath,
  renderedPaths,
  type Locale,
} from '../../shared/disclosure/pages.ts';
import { listsOf } from '../../shared/disclosure/lists.ts';
import { companionsOf } from '../../web/src/lib/companions.ts';
import { district } from '../../shared/district.ts';
import {
  type Api,
  inspection,
  json,
  manifest,
  nothingFound,
  ORIGIN,
  penalty,
  renderedPage,
  sitePages,
  staticPage,
  tombstone,
} from './site.ts';

const client = new URL('../../web/build/client', import.meta.url);
const noRecords: Api = () => Promise.resolve(json(200, nothingFound));

/** The desk is an application, not a page of the register. */
const rendered = renderedPaths.filter((path) => path !== DESK_PATH);

const everyPage = [
  ...Object.keys(sitePages).flatMap((path) =>
    locales.map((locale) => ({
      path,
      locale,
      visit: () => staticPage(path, locale),
    })),
  ),
  ...rendered.flatMap((path) =>
    locales.map((locale) => ({
      path,
      locale,
      visit: () => renderedPage(localPath(path, locale), noRecords),
    })),
  ),
];

/** What makes the complaint easier where scripts run; a file of our own. */
const formScript = /<script [^>]*src="\/_app[^"]*"[^>]*><\/script>/;

const meta = (html: string, name: string): string | undefined =>
  new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1];

const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );

describe.each(everyPage)('$locale $path', ({ path, locale, visit }) => {
  it('is plain HTML in its own language that no script has to finish, without inline style or third parties', async () => {
    const { status, html: whole } = await visit();
    expect(status).toBe(200);
    const html = whole.replace(formScript, '');
    expect(html).not.toMatch(/<script|<style| style=| on[a-z]+="/);
    expect(html).toContain(`<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">`);
    expect(html).not.toContain('<!--');
    for (const link of linksOf(html))
      expect(new URL(link, ORIGIN).origin === ORIGIN || link.startsWith('tel:'), link).toBe(true);
  });

  it('names the site as government sites do, itself in both languages, and the feed', async () => {
    const { html } = await visit();
    expect(meta(html, 'SiteName')).toBe(district.siteName);
    if (!html.includes('content="noindex"')) expect(meta(html, 'description')).toBeTruthy();
    expect(meta(html, 'SiteDomain')).toBe(district.siteDomain);
    expect(meta(html, 'SiteIDCode')).toBe(district.siteIdCode);
    for (const [tag, other] of [
      ['zh-CN', 'zh'],
      ['en', 'en'],
      ['x-default', 'zh'],
    ] as const)
      expect(html).toContain(
        `<link rel="alternate" hreflang="${tag}" href="${ORIGIN}${localPath(path, other)}"/>`,
      );
    expect(html).toContain('type="application/atom+xml"');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
  });

  it('links only to what exists, down to the place on the page', async () => {
    const { html } = await visit();
    for (const link of linksOf(html)) {
      if (link.startsWith('tel:')) continue;
      const { pathname, hash } = new URL(link, ORIGIN + localPath(path, locale));
      expect(exists(pathname), link).toBe(true);
      const target = link.startsWith('#') ? html : await htmlAt(pathname);
      if (hash) expect(target, link).toContain(`id="${hash.slice(1)}"`);
    }
  });

  it('lets the keyboard skip to the content, and reach size, display, language and accessibility at once', async () => {
    const { html } = await visit();
    const body = html.slice(html.indexOf('<body'));
    const [skip, size, display, language, accessibility] = linksOf(body);
    expect(skip).toBe('#content');
    expect(body).toContain('id="content"');
    expect(size).toBe(localPath(DISPLAY_PATH, locale));
    expect(display).toMatch(path === DISPLAY_PATH ? /\/display$/ : /\/display\?from=/);
    expect(accessibility).toBe(localPath(ACCESSIBILITY_PATH, locale));
    const other = locale === 'zh' ? 'en' : 'zh';
    expect(language).toBe(localPath(path === NOT_FOUND_PATH ? '/' : path, other));
  });
});

const withoutLocale = (pathname: string): string =>
  pathname === '/en' ? '/' : pathname.replace(/^\/en\//, '/');

/** What the publisher writes beside the pages, under the Chinese address alone. */
const besidePages: readonly string[] = [
  FEED_PATH,
  MANIFEST_PATH,
  ...manifest.files.map(({ path }) => path),
  ...Object.entries(sitePages).flatMap(([path, page]) =>
    companionsOf(page).map((companion) => path + companion),
  ),
];

function exists(pathname: string): boolean {
  const path = withoutLocale(pathname);
  if (besidePages.includes(pathname)) return true;
  const known: readonly string[] = [
    ...Object.keys(sitePages),
    ...renderedPaths,
    '/api/openapi.json',
    '/api/disclosures',
    ...['/api/search', '/api/search.csv', '/api/search.atom'],
    '/api/departments',
    '/api/categories',
  ];
  return known.includes(path) || existsSync(client.pathname + pathname);
}

async function htmlAt(pathname: string): Promise<string> {
  const path = withoutLocale(pathname);
  const locale = path === pathname ? 'zh' : 'en';
  return path in sitePages ? (await staticPage(path, locale)).html : '';
}

describe('a penalty', () => {
  it('shows its fixed fields, the money in yuan and the authority by its full name', async () => {
    const { html } = await staticPage(penalty.path, 'zh');
    for (const shown of [
      penalty.decisionNumber,
      penalty.violation,
      '使用后的一次性注射器与生活垃圾&lt;混放>。',
      ...penalty.legalBasis,
      '警告、罚款',
      '¥12,000.00',
      '区卫生健康委员会',
      '2026年11月12日',
      '2027年11月12日',
    ])
      expect(html).toContain(shown);
    expect(html, 'nothing was confiscated').not.toContain('没收金额');
  });

  it('carries the article tags, with the minute in Shanghai', async () => {
    const { html } = await staticPage(penalty.path, 'zh');
    expect(meta(html, 'ArticleTitle')).toBe(penalty.title);
    expect(meta(html, 'PubDate')).toBe('2026-11-21 00:30');
    expect(meta(html, 'ContentSource')).toBe('区卫生健康委员会');
  });

  it('keeps legal texts in Chinese on the English page, and says so', async () => {
    const { html } = await staticPage(penalty.path, 'en');
    expect(html).toContain(`<dd lang="zh-CN">${penalty.violation}</dd>`);
    expect(html).toContain('original Chinese');
    expect(html).toContain('warning, fine');
    expect(html).toContain('District Health Commission');
  });

  it('says how to object and when credit can be repaired', async () => {
    const { html } = await staticPage(penalty.path, 'zh');
    expect(html).toContain('对内容有异议');
    expect(html).toMatch(/自2027年2月12日起可以在“信用中国”/);
  });
});

describe('what a penalty says of its own publication', () => {
  const shown = async (changed: Partial<typeof penalty>, locale: Locale = 'zh') => {
    const record = { ...penalty, ...changed };
    const page = { page: 'record', record, updatedAt: penalty.publishedAt } as const;
    return (await staticPage(penalty.path, locale, page)).html;
  };

  it('was it in time, and if not, by how many days it was late', async () => {
    expect(await shown({})).toContain('按期公示：最迟应当在2026年11月21日公示');
    const late = { publishBy: '2026-11-18' };
    expect(await shown(late)).toContain('超期公示：最迟应当在2026年11月18日公示，晚了3天');
    expect(await shown(late, 'en')).toContain('by 2026-11-18; days late: 3');
  });

  it('what was left out and by which law', async () => {
    const html = await shown({ removed: [{ part: 'facts', ground: 'TRADE_SECRET' }] });
    expect(html).toContain('违法事实：涉及商业秘密。');
    expect(html).toContain('《政府信息公开条例》第十五条');
    expect(await shown({})).not.toContain('依法没有公开');
  });

  it('what was corrected, when and why, before the facts', async () => {
    const html = await shown({ corrections: [{ on: '2026-11-25', reason: '金额误写' }] });
    expect(html.indexOf('金额误写')).toBeLessThan(html.indexOf(penalty.decisionNumber));
    expect(html).toContain('2026年11月25日');
  });

  it('leads to every list that it stands in, to its data and to an objection', async () => {
    const links = linksOf(await shown({}, 'en'));
    for (const list of listsOf(penalty)) expect(links).toContain(`/en${recordListPath(list)}`);
    expect(links).toContain(`${penalty.path}.json`);
    expect(links).toContain(`${penalty.path}.jsonld`);
    expect(links).toContain(`/en${OBJECTIONS_PATH}?record=${penalty.id}`);
  });
});

it('shows every item of an inspection with its result', async () => {
  const { html } = await staticPage(inspection.path, 'zh');
  for (const { item, note } of inspection.items) {
    expect(html).toContain(item);
    expect(html).toContain(note ?? '—');
  }
  expect(html).toContain('未发现问题');
});

it('leaves nothing of a withdrawn record but when and why it went, and hides it from search engines', async () => {
  const { html } = await staticPage(tombstone.path, 'zh');
  expect(meta(html, 'robots')).toBe('noindex');
  expect(html).toContain(tombstone.reason);
  expect(html).toContain('2026年11月21日');
  expect(html).not.toContain('ArticleTitle');
});

/** What leads to others; a record says its column too. */
const inColumns = Object.entries(sitePages).flatMap(([path, { page }]) =>
  page === 'home' || page === 'notFound' || page === 'tombstone' ? [] : [path],
);

it.each(inColumns)('%s says its column as government sites do', async (path) => {
  const { html } = await staticPage(path, 'zh');
  for (const name of ['ColumnName', 'ColumnType', 'ColumnDescription', 'ColumnKeywords'])
    expect(meta(html, name), name).toBeTruthy();
});

it('gives tables a caption and headings with a scope', async () => {
  const { html } = await staticPage('/penalties/2026-11', 'zh');
  expect(html).toMatch(/<caption>2026年11月公示的行政处罚，共101条/);
  expect(html).not.toMatch(/<th(?! scope)[ >]/);
});

it('says what its figures count: this year, still public, by kind and by department', async () => {
  const { html } = await staticPage('/', 'zh');
  expect(html).toContain('只统计2026年公示、目前仍在公示期内的记录，共2条');
  expect(html).toMatch(/目前公示的全部记录<\/p> <p class="stat-value">3</);
  expect(html).toMatch(/区卫生健康委员会<\/th> *<td class="figure">1</);
});

it('never lets an empty page look like a clean record', async () => {
  for (const path of ['/', '/penalties', '/penalties/2026-10', '/institutions/inst-0001'])
    expect((await staticPage(path, 'zh')).html).toContain('没有记录不等于没有问题');
});

it('answers 500 when a path is rendered with the data of another page', async () => {
  const { status } = await staticPage('/about', 'zh', sitePages['/']);
  expect(status).toBe(500);
});

it('answers 404 for a path it does not know', async () => {
  const { status, html } = await staticPage('/nowhere', 'en', sitePages['/']);
  expect(status).toBe(404);
  expect(html).toContain('was not found');
});

describe('search', () => {
  it('asks the API what the visitor asked, and leads on to the next page', async () => {
    const asked: string[] = [];
    const { html } = await renderedPage('/en/search?q=口腔&kind=penalty', (path) => {
      asked.push(path);
      return Promise.resolve(
        json(200, { ...nothingFound, records: [penalty], total: 25, pages: 3 }),
      );
    });
    expect(Object.fromEntries(new URL(asked[0] ?? '', ORIGIN).searchParams)).toEqual({
      q: '口腔',
      kind: 'penalty',
    });
    expect(html).toContain(penalty.title);
    expect(html).toContain('value="口腔"');
    const next = linksOf(html).find((link) => link.includes('page=2'));
    expect(Object.fromEntries(new URL(next ?? '', ORIGIN).searchParams)).toEqual({
      q: '口腔',
      kind: 'penalty',
      page: '2',
    });
  });

  it('helps when nothing is found, and keeps the lists in reach when the API is down', async () => {
    expect((await renderedPage('/search?q=x', noRecords)).html).toContain('没有找到符合条件的记录');
    const down = await renderedPage('/search?q=x', () => Promise.reject(new Error('down')));
    expect(down.html).toContain('查询服务暂时不可用');
    expect(down.html).toContain('href="/penalties"');
  });

  it('leads to every institution that has the words in its name or code, page by page', async () => {
    const found = { ...nothingFound, records: [penalty], total: 25, pages: 3 };
    const { html } = await renderedPage('/search?q=口腔', () => Promise.resolve(json(200, found)));
    const all = linksOf(html).find((link) => link.includes('of=institutions'));
    expect(all).toContain(encodeURIComponent('口腔'));
    const asked: string[] = [];
    const institutions = Array.from({ length: 20 }, (_, place) => ({
      ...{ id: `inst-${place}`, name: `示例口腔${place}`, records: 1 },
    }));
    const page = await renderedPage(all ?? '', (path) => {
      asked.push(path);
      return Promise.resolve(json(200, { institutions, total: 45, page: 1, pages: 3 }));
    });
    expect(asked).toEqual([`/api/institutions?q=${encodeURIComponent('口腔')}&page=1`]);
    for (const { id } of institutions) expect(linksOf(page.html)).toContain(`/institutions/${id}`);
    expect(page.html).toContain('找到45家机构');
    expect(linksOf(page.html).some((link) => link.includes('of=institutions&page=3'))).toBe(true);
    expect(page.html).not.toContain('<script');
    const down = await renderedPage(all ?? '', () => Promise.reject(new Error('down')));
    expect(down.html).toContain('可以先按街镇查机构');
  });

  it('has nothing more to lead to when all that was found stands on the page', async () => {
    const found = { ...nothingFound, records: [penalty], total: 1, pages: 1 };
    const { html } = await renderedPage('/search?q=口腔', () => Promise.resolve(json(200, found)));
    expect(html).toMatch(/<a id="all-institutions"[^>]*hidden/);
  });

  it('leads from the name of a penalty or an authority to its filter', async () => {
    const few: Api = () => Promise.resolve(json(200, nothingFound));
    const hrefOf = async (q: string, path = '/search') => {
      const { html } = await renderedPage(`${path}?q=${encodeURIComponent(q)}`, few);
      return linksOf(/<p id="suggestions">[^]*?<\/p>/.exec(html)?.[0] ?? '');
    };
    expect(await hrefOf('罚款')).toEqual(['/search?penaltyKind=P21']);
    const [withWord] = await hrefOf('示例口腔 罚款');
    expect(withWord).toContain(`q=${encodeURIComponent('示例口腔')}`);
    expect(await hrefOf('卫生健康')).toEqual(['/search?department=HEALTH']);
    expect(await hrefOf('罚款', '/en/search')).toEqual(['/en/search?penaltyKind=P21']);
    expect(await hrefOf('款')).toEqual([]);
  });

  it('takes the question along into the other language', async () => {
    const { html } = await renderedPage('/search?q=x&kind=penalty', noRecords);
    expect(linksOf(html)).toContain('/en/search?q=x&kind=penalty');
  });

  it('says before the table is fetched that it will not hold everything', async () => {
    const hint = /<p [^>]*id="most-exported"[^>]*>/;
    const of = async (total: number) => {
      const api: Api = () => Promise.resolve(json(200, { ...nothingFound, total }));
      return hint.exec((await renderedPage('/search?q=x', api)).html)?.[0];
    };
    expect(await of(10_000)).toContain('hidden');
    expect(await of(10_001)).not.toContain('hidden');
  });

  it('stands in for itself as a stored page, whose script is the same', async () => {
    const { html } = await staticPage('/search', 'zh', {
      page: 'search',
      updatedAt: '2026-11-21T08:00:00.000Z',
    });
    expect(html).toContain('data-stored');
    const answered = await renderedPage('/search', () => Promise.resolve(json(500, {})));
    const scriptOf = (text: string) => /<script type="module" src="([^"]+)"/.exec(text)?.[1];
    expect(scriptOf(html)).toBeDefined();
    expect(scriptOf(html)).toBe(scriptOf(answered.html));
  });
});
