/** `npm run pictures`: every page in every state, as people see it, into `.shots/`, which git ignores. For looking, not for comparing. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { DemoClient } from '../../cdk/local/demo/client.ts';
import { localPath, locales } from '../../shared/disclosure/pages.ts';
import { launchBrowser, letChineseShow } from '../support/browser.ts';
import { furnish } from '../support/furnished.ts';
import { everything } from '../support/pairwise.ts';
import { newDataDir, removeDataDir, startSystem } from '../support/system.ts';
import { windowStates } from '../support/window-states.ts';

const HELP = `Takes pictures of the window.

  npm run pictures                              every page, language, theme and width
  npm run pictures -- --only queue,receipt      states whose name contains one of these
  npm run pictures -- --theme dark --size large --width 390 --locale en

It starts a system of its own, fills it and stops it again. Pictures: .shots/<state>-<language>-<theme>-<size>-<width>.png
`;

const folder = fileURLToPath(new URL('../../.shots', import.meta.url));
const HEIGHT = 900;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    only: { type: 'string' },
    locale: { type: 'string' },
    theme: { type: 'string' },
    size: { type: 'string' },
    width: { type: 'string' },
  },
});

const picked = (one: string | undefined, all: readonly string[]): readonly string[] =>
  one === undefined ? all : [one];

if (values.help) process.stdout.write(HELP);
else await takeAll();

async function takeAll(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const wanted = values.only?.split(',') ?? [''];
  const states = windowStates.filter(({ name }) => wanted.some((part) => name.includes(part)));
  const rows = everything({
    width: picked(values.width, ['390', '768', '1280']),
    locale: locales.filter((locale) => !values.locale || locale === values.locale),
    theme: picked(values.theme, ['light', 'dark', 'contrast']),
    size: picked(values.size, ['standard']),
    state: states,
  });
  console.log(`${rows.length} pictures of ${states.length} states`);
  const dataDir = newDataDir();
  const system = await startSystem(dataDir);
  let browser: Browser | undefined;
  try {
    const world = await furnish(new DemoClient(system.base, system.credentials));
    browser = await launchBrowser();
    const context = await browser.newContext({ baseURL: system.base, bypassCSP: true });
    await letChineseShow(context);
    const page = await context.newPage();
    for (const [index, { state, locale, theme, size, width }] of rows.entries()) {
      const name = [state.name, locale, theme, size, width].join('-');
      await context.addCookies([{ name: 'display', value: `${size}.${theme}`, url: system.base }]);
      await page.setViewportSize({ width: Number(width), height: HEIGHT });
      await state.open({
        ...{ page, world, credentials: system.credentials },
        at: (path) => localPath(path, locale),
      });
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
      console.log(`${String(index + 1).padStart(4)} ${name}`);
    }
  } finally {
    await browser?.close();
    await system.stop();
    removeDataDir(dataDir);
  }
}
