/** Lists and what is counted: pages that keep their numbers, institutions with their denominators, charts with their tables, open data. */
import { describe, expect, it } from 'vitest';
import { monthFigures } from '../../shared/disclosure/figures.ts';
import { roundTop } from '../../web/src/lib/chart-scale.ts';
import { companionsOf } from '../../web/src/lib/companions.ts';
import { penaltiesWithMoney } from '../../web/src/lib/penalties-with-money.ts';
import { registerStatistics } from '../../web/src/lib/register-statistics.ts';
import { inspection, manifest, penalty, sitePages, staticPage } from './site.ts';

describe('a list', () => {
  const page = (path: string) => staticPage(path, 'zh').then(({ html }) => html);
  const link = (html: string, rel: string): string | undefined =>
    new RegExp(`<a href="([^"]*)" rel="${rel}"`).exec(html)?.[1];

  it('leads from its head over the numbered pages back to the oldest, and to the head again', async () => {
    const list = '/penalties/2026-11';
    const head = await page(list);
    expect(head).toContain('共101条，这里是最新的1条');
    expect(link(head, 'next'), 'the head shows the youngest sealed page too').toBe(`${list}/1`);
    expect(link(head, 'prev')).toBeUndefined();
    const youngest = await page(`${list}/2`);
    expect(link(youngest, 'prev')).toBe(list);
    expect(link(youngest, 'next')).toBe(`${list}/1`);
    const oldest = await page(`${list}/1`);
    expect(link(oldest, 'prev')).toBe(`${list}/2`);
    expect(link(oldest, 'next')).toBeUndefined();
  });

  it('says of a numbered page from when it is, and of an emptied one why', async () => {
    expect(await page('/penalties/2026-11/2')).toContain('第2页，2026年11月21日公示，共1条。');
    expect(await page('/penalties/2026-11/1')).toContain('都已期满或者撤下');
  });

  it.each(
    Object.entries(sitePages).flatMap(([path, site]) =>
      (site.page === 'tombstone' ? [] : companionsOf(site)).map((companion) => ({
        path,
        companion,
      })),
    ),
  )('$path names its $companion form in the head and in a link', async ({ path, companion }) => {
    const html = await page(path);
    const address = `href="${path}${companion}"`;
    expect(html).toMatch(new RegExp(`<link rel="alternate" type="[a-z/+]+"[^>]* ${address}`));
    expect(html.split(address).length).toBeGreaterThan(2);
  });

  it('promises a feed of its head alone', () => {
    const formsOf = (path: string) => {
      const site = sitePages[path];
      return site ? companionsOf(site) : [];
    };
    expect(formsOf('/departments/HEALTH')).toEqual(['.json', '.csv', '.atom']);
    expect(formsOf('/departments/HEALTH/1')).toEqual(['.json', '.csv']);
  });
});

it('puts each sum behind the penalty it belongs to', () => {
  const sums = { fineFen: 4_200_000, confiscatedFen: 1_000 };
  expect(penaltiesWithMoney({ kinds: ['P21', 'P22', 'P41'], ...sums })).toEqual([
    { kind: 'P21', fen: 4_200_000 },
    { kind: 'P22', fen: 1_000 },
    { kind: 'P41', fen: undefined },
  ]);
  const both = penaltiesWithMoney({ kinds: ['P22', 'P23'], ...sums });
  expect(both.map(({ fen }) => fen)).toEqual([undefined, 1_000]); // one sum of both
});

it('shows an institution with what is counted, of how many and since when', async () => {
  const { html } = await staticPage('/institutions/inst-0001', 'zh');
  expect(html).toContain(
    '自2026年11月10日起，本站目前公示的有：检查1次，其中1次发现问题；行政处罚1件',
  );
  expect(html.match(/<ol class="timeline"[^]*?<\/ol>/)?.[0].match(/<li>/g)).toHaveLength(2);
  expect(html).toContain('信用修复');
});

it.each([
  ['zh', '机构登记信息', '口腔门诊部', '停业', '2026年11月1日', '营利性'],
  [
    'en',
    '>Registration<',
    'dental outpatient department',
    'closed for the time being',
    '2026',
    'yes',
  ],
] as const)(
  'says what the register knows of an institution, whence and of which day: %s',
  async (...told) => {
    const [locale, ...words] = told;
    const { html } = await staticPage('/institutions/inst-0001', locale);
    for (const text of [...words, 'PDY90001X50010417D1522', '示例路1号'])
      expect(html).toContain(text);
    const another = await staticPage('/institutions/inst-0002', locale);
    expect(another.html).not.toContain('id="registered"');
  },
);

describe('the statistics', () => {
  it('say beside each chart the same numbers as a table, without gaps between months', async () => {
    const { html } = await staticPage('/statistics', 'zh');
    const tables = html.match(/<table class="numbers">[^]*?<\/table>/g) ?? [];
    expect(tables).toHaveLength(3);
    for (const table of tables) expect(table.match(/<th scope="row"/g)).toHaveLength(12);
    expect(tables[2]).toContain('¥12,000.00');
  });

  it('show how many penalties were public in time', () => {
    const month = { ...monthFigures('penalty', '2026-11', [], 0), count: 8, late: 2 };
    const { inTime, totals } = registerStatistics([month]);
    expect(inTime).toEqual([75]);
    expect(totals.late).toBe(2);
  });

  it('reach back as far as the longest publication', () => {
    const months = ['2026-11', '2020-01'].map((month) => monthFigures('penalty', month, [], 0));
    expect(registerStatistics(months).months).toEqual(['2026-11']);
  });

  it.each([
    [0, 2],
    [1, 2],
    [7, 8],
    [42, 50],
    [1_234, 2_000],
  ])('an axis for %i ends at %i', (largest, top) => {
    expect(roundTop(largest)).toBe(top);
  });
});

it('names each file of the open data with its size and hash, and describes every field', async () => {
  const { html } = await staticPage('/data', 'zh');
  for (const { path, sha256 } of manifest.files) {
    expect(html).toContain(`href="${path}"`);
    expect(html).toContain(sha256);
  }
  expect(html).toContain('12.3 KB');
  for (const field of [...Object.keys(penalty), ...Object.keys(inspection)])
    expect(html).toContain(`<code>${field}</code>`);
});
