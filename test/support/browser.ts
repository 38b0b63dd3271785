/** The browser that comes with the packages (or the one CHROME names), and pictures of its pages in which Chinese shows. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Page,
  type Route,
} from 'playwright-core';

const top = fileURLToPath(new URL('../..', import.meta.url));
const packages = join(top, 'node_modules');

/** Takes pictures into `.shots/` when set. */
export const wantsPictures = Boolean(process.env['SHOTS']);

export interface BrowserProgram {
  readonly executablePath: string;
  readonly args: readonly string[];
}

export async function browserProgram(): Promise<BrowserProgram> {
  const installed = process.env['CHROME'];
  if (installed) return { executablePath: installed, args: ['--no-sandbox'] };
  const manifest = readFileSync(join(packages, '@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string }; // npm's format
  const folder = join(top, '.cache', `chromium-${version}`); // of its own: the package takes any older one it finds
  mkdirSync(folder, { recursive: true });
  process.env['TMPDIR'] = folder;
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x'; // read on import: it then brings its own system libraries
  const { default: packed } = await import('@sparticuz/chromium');
  packed.setGraphicsMode = false; // nothing here draws in three dimensions, and that costs a fifth more
  const executablePath = await packed.executablePath();
  process.env['FONTCONFIG_FILE'] = join(folder, 'fonts-of-tests.conf');
  writeFileSync(process.env['FONTCONFIG_FILE'], fontConfiguration(folder));
  return { executablePath, args: packed.args };
}

/** The one in the package looks for the fonts in /tmp; without any font the browser ends at the first form. */
const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`;

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = await browserProgram();
  return chromium.launch({ executablePath, args: [...args] });
}

/** A visitor whose browser runs no script. */
export async function visitorWithoutScript(
  browser: Browser,
  base: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: base,
    javaScriptEnabled: false,
    locale: 'zh-CN',
    bypassCSP: wantsPictures,
  });
  if (wantsPictures) await letChineseShow(context);
  return context;
}

export async function picture(page: Page, name: string): Promise<void> {
  if (wantsPictures)
    await page.screenshot({ path: join(top, '.shots', `${name}.png`), fullPage: true });
}

/** The unpacked browser has no Chinese font; a web font joins the documents, only where pictures are taken. */
export async function letChineseShow(context: BrowserContext): Promise<void> {
  const fonts = join(packages, '@fontsource-variable/noto-sans-sc');
  const faces = readFileSync(join(fonts, 'wght.css'), 'utf8').replaceAll(
    'url(./',
    'url(http://fonts.invalid/',
  );
  const style = `<style>${faces}*{font-family:"Noto Sans SC Variable",sans-serif!important}</style>`;
  await context.route('http://fonts.invalid/**', (route) =>
    route.fulfill({
      path: join(fonts, new URL(route.request().url()).pathname),
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await context.route(/^http:\/\/(?!fonts)/, async (route: Route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch({ maxRedirects: 0 });
    const body = (await response.text()).replace('</head>', `${style}</head>`);
    return route.fulfill({ response, body });
  });
}
