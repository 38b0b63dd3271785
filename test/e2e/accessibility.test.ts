/** No page of the window, in no language, theme, size or width, breaks WCAG 2.2 AA or is wider than its screen. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { localPath, locales } from '../../shared/disclosure/pages.ts';
import { streets } from '../../shared/district.ts';
import { faultsOf } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { systemClient } from '../support/citizen.ts';
import { furnish, writtenWords, type Furnished } from '../support/furnished.ts';
import { everything, pairwise } from '../support/pairwise.ts';
import { searchedWords } from '../support/register-states.ts';
import type { WindowState } from '../support/window-state.ts';
import { windowStates } from '../support/window-states.ts';

const looks = {
  theme: ['light', 'dark', 'contrast'],
  size: ['standard', 'large'],
  width: [320, 390, 1280],
} as const;

/**
 * Every state in both languages, in looks that take turns; they hold every pair of theme, size and width. Axe is asked in one of
 * the languages, again in turns: what it looks at is built alike in both.
 */
function sample() {
  const turns = pairwise(looks);
  return everything({ state: windowStates, locale: locales }).flatMap((row, place) => {
    const round = Math.floor(place / turns.length); // shifts, so that no look stays with one language
    const turn = (place + round) % turns.length;
    const isAsked = (place + Math.floor(place / locales.length)) % locales.length === 0;
    return turns.slice(turn, turn + 1).map((look) => ({ ...row, ...look, isAsked }));
  });
}

/** `npm run test:full` looks at every combination. */
const visits = process.env['EVERY_CASE']
  ? everything({ state: windowStates, locale: locales, ...looks, isAsked: [true] })
  : sample();

const client = systemClient();
const { credentials } = inject('system');
let browser: Browser;
let page: Page;
let world: Furnished;

beforeAll(async () => {
  world = await furnish(client);
  browser = await launchBrowser();
  const context = await browser.newContext({ baseURL: client.base, locale: 'zh-CN' });
  page = await context.newPage();
});
afterAll(() => browser.close());

describe('the window', () => {
  const rows = byState(visits);
  it.each(rows)('$state.name $locale $theme $size $width', async (row) => {
    const { state, locale, theme, size, width, isAsked } = row;
    await page
      .context()
      .addCookies([{ name: 'display', value: `${size}.${theme}`, url: client.base }]);
    await page.setViewportSize({ width, height: 800 });
    await state.open({ page, world, credentials, at: (path) => localPath(path, locale) });
    if (isAsked) expect(await faultsOf(page)).toEqual([]);
    if (locale === 'en') expect(await untranslatedOn(page)).toEqual([]);
    expect(await widthOf(page), 'no scrolling sideways').toBeLessThanOrEqual(width);
  });
});

/** Officers sign in once each. */
function byState<Row extends { readonly state: WindowState }>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.toSorted((a, b) => windowStates.indexOf(a.state) - windowStates.indexOf(b.state));
}

/** Chinese words of the page's own that no element says to be Chinese: forgotten in translation, or read aloud as English. */
async function untranslatedOn(page: Page): Promise<readonly string[]> {
  const texts: readonly string[] = await page.evaluate(`(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (!parentElement.closest('script, style, noscript, [lang|=zh]')) found.push(data);
    }
    return found;
  })()`);
  return texts.filter((text) => /\p{Script=Han}/u.test(withoutWordsOfPeople(text)));
}

/** Names, and what somebody wrote, are in whatever language they are. */
const withoutWordsOfPeople = (text: string): string =>
  wordsOfPeople.reduce((rest, words) => rest.replaceAll(words, ''), text);

const wordsOfPeople = [
  ...writtenWords,
  ...searchedWords,
  ...credentials.officers.map(({ name }) => name),
  ...streets.map(({ name }) => name),
];

const widthOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth');
