/** No page of the window, in no language, theme, size or width, breaks WCAG 2.2 AA or is wider than its screen. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localPath, locales } from '../../shared/disclosure/pages.ts';
import { faultsOf } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { systemClient } from '../support/citizen.ts';
import { furnish, type Furnished } from '../support/furnished.ts';
import { everything, pairwise } from '../support/pairwise.ts';
import { publicStates } from '../support/window-states.ts';

/** `npm run test:full` looks at all of them, `npm test` at a sample that holds every pair. */
const combine = process.env['EVERY_PAGE'] ? everything : pairwise;

const factors = {
  locale: locales,
  theme: ['light', 'dark', 'contrast'],
  size: ['standard', 'large'],
  width: [320, 390, 1280],
} as const;

const client = systemClient();
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

describe('what the public sees', () => {
  const rows = combine({ state: publicStates, ...factors });
  it.each(rows)('$state.name $locale $theme $size $width', async (row) => {
    const { state, locale, theme, size, width } = row;
    await page
      .context()
      .addCookies([{ name: 'display', value: `${size}.${theme}`, url: client.base }]);
    await page.setViewportSize({ width, height: 800 });
    await state.open({ page, world, at: (path) => localPath(path, locale) });
    expect(await faultsOf(page)).toEqual([]);
    expect(await widthOf(page), 'no scrolling sideways').toBeLessThanOrEqual(width);
  });
});

const widthOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth');
