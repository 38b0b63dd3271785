/** How a reader wants to see the pages: kept without script too, on every page at the same address, and readable in each theme. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { handler } from '../../functions/window/render-page.ts';
import { respond } from '../../web/build/renderer.js';
import { contentSecurityPolicy } from '../../shared/disclosure/page-headers.ts';
import {
  GALLERY_PATH,
  locales,
  localPath,
  LOOKS_PATH,
  renderedPaths,
} from '../../shared/disclosure/pages.ts';
import { blocksOf } from '../../web/src/lib/display.ts';
import { ORIGIN, sitePages, staticPage } from './site.ts';

const tokenFile = (name: string): string =>
  readFileSync(new URL(`../../web/src/lib/styles/${name}.css`, import.meta.url), 'utf8');
const colour = tokenFile('colour');

async function choose(fields: Readonly<Record<string, string>>, cookie?: string) {
  const answer = await respond(
    new Request(`${ORIGIN}/display`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      ...(cookie !== undefined && { headers: { cookie } }),
    }),
    {},
  );
  const [kept] = answer.headers.getSetCookie();
  return { status: answer.status, location: answer.headers.get('location'), kept };
}

async function stylesheet(cookie: string): Promise<string> {
  const answer = await respond(new Request(`${ORIGIN}/display.css`, { headers: { cookie } }), {});
  expect(answer.headers.get('content-type')).toContain('text/css');
  expect(answer.headers.get('cache-control')).toMatch(/max-age=0/);
  expect(answer.headers.get('vary')).toBe('Cookie');
  return answer.text();
}

describe('the choice', () => {
  it('is kept for a year in a cookie that says nothing of the person, and leads back', async () => {
    const { status, location, kept } = await choose({
      ...{ size: 'large', theme: 'dark', from: '/penalties/2026-11?x=1' },
    });
    expect(status).toBe(303);
    expect(location).toBe('/penalties/2026-11?x=1');
    expect(kept).toMatch(/^display=large\.dark;/);
    for (const part of ['Path=/', 'Max-Age=31536000', 'SameSite=Lax', 'Secure'])
      expect(kept?.toLowerCase()).toContain(part.toLowerCase());
    expect(kept).toMatch(/httponly/i);
  });

  it('changes the size alone at one press, and back', async () => {
    expect((await choose({ toggle: 'size' })).kept).toMatch(/^display=large;/);
    expect((await choose({ toggle: 'size' }, 'display=dark')).kept).toMatch(/^display=large.dark;/);
    expect((await choose({ toggle: 'size' }, 'display=large.dark')).kept).toMatch(/^display=dark;/);
    expect((await choose({ toggle: 'size' }, 'display=large')).kept).toMatch(/Max-Age=0/i);
  });

  it.each([
    'https://elsewhere.test/',
    '//elsewhere.test',
    '/\\elsewhere.test',
    '/..//elsewhere.test',
    'x',
  ])('never leads to another site: %s', async (from) => {
    const { location } = await choose({ size: 'large', from });
    expect(new URL(location ?? '', ORIGIN).origin).toBe(ORIGIN);
    expect(location).not.toContain('elsewhere');
  });

  it('reaches readers as a stylesheet of the very tokens', async () => {
    const css = await stylesheet('display=large.contrast');
    expect(css).toContain(blocksOf(colour, "[data-theme='contrast']")[0]);
    expect(css).toContain('--size-root: 150%');
    expect(await stylesheet('display=}</style>')).toBe('@media screen{}');
  });

  it('is not sent again to a browser that has it', async () => {
    const headers = { cookie: 'display=dark' };
    const ask = (known: object) =>
      respond(new Request(`${ORIGIN}/display.css`, { headers: { ...headers, ...known } }), {});
    const etag = (await ask({})).headers.get('etag') ?? '';
    expect((await ask({ 'if-none-match': etag })).status).toBe(304);
    expect((await ask({ 'if-none-match': '"another"' })).status).toBe(200);
  });

  it('travels through the function as cookies of payload 2.0, in and out', async () => {
    Object.assign(process.env, {
      ...{
        SITE_ORIGIN: ORIGIN,
        API_ORIGIN: ORIGIN,
        ISSUER: `${ORIGIN}/oidc`,
        DESK_CLIENT_ID: 'desk',
      },
    });
    const answer = await handler({
      version: '2.0',
      rawPath: '/display',
      rawQueryString: '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      cookies: ['other=1', 'display=dark'],
      body: 'toggle=size&from=%2Fabout',
      isBase64Encoded: false,
      requestContext: { requestId: 'r1', http: { method: 'POST' } },
    } as unknown as Parameters<typeof handler>[0]); // only what the function reads
    expect(answer.statusCode).toBe(303);
    expect(answer.headers).toMatchObject({ location: '/about' });
    expect(answer.cookies).toEqual([expect.stringMatching(/^display=large\.dark;/)]);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it('offers every choice with its sample, the present one chosen', async () => {
    const page = await respond(
      new Request(`${ORIGIN}/en/display?from=/en/about`, {
        headers: { cookie: 'display=contrast' },
      }),
      {},
    );
    const html = await page.text();
    expect(html.match(/<input type="radio"/g)).toHaveLength(6);
    expect(html).toMatch(/value="contrast" checked/);
    expect(html).toContain('name="from" value="/en/about"');
  });
});

describe('every page', () => {
  it('follows the choice by a stylesheet, so that no script is needed', async () => {
    const { html } = await staticPage('/', 'zh');
    const sheets = html.match(/<link[^>]*stylesheet[^>]*>/g);
    expect(sheets, 'one file to wait for').toEqual([
      expect.stringContaining(`href="${LOOKS_PATH}/`),
    ]);
    expect(html).not.toContain('<script');
    expect(contentSecurityPolicy).toContain("script-src 'self';");
  });

  it('has the size button among its first five tab stops, with both names and the way back', async () => {
    for (const path of ['/', '/penalties/2026-11'])
      for (const locale of locales) {
        const { html } = await staticPage(path, locale);
        const body = html.slice(html.indexOf('<body'));
        const stops = [...body.matchAll(/<(?:a|button|input(?! type="hidden"))[ >]/g)].slice(0, 5);
        const beforeSixth = body.slice(0, (stops.at(-1)?.index ?? 0) + 1);
        expect(beforeSixth).toContain('name="toggle"');
        expect(body).toContain(`name="from" value="${localPath(path, locale)}"`);
        expect(body).toContain('when-standard');
        expect(body).toContain('when-large');
      }
  });
});

it('keeps the gallery of components for those who build: no publisher page and no rendered path shows it', async () => {
  expect(Object.keys(sitePages)).not.toContain(GALLERY_PATH);
  expect(renderedPaths).not.toContain(GALLERY_PATH);
  expect((await respond(new Request(ORIGIN + GALLERY_PATH), {})).status).toBe(404);
  const shown = await respond(new Request(ORIGIN + GALLERY_PATH), {
    page: { page: 'gallery', updatedAt: '2026-11-21T02:03:04.000Z' },
  });
  expect(shown.status).toBe(200);
});

describe('colours', () => {
  const themes = {
    light: blocksOf(colour, ':root')[0],
    dark: blocksOf(colour, "[data-theme='dark']")[0],
    contrast: blocksOf(colour, "[data-theme='contrast']")[0],
  };
  const tokensOf = (block = ''): ReadonlyMap<string, string> =>
    new Map(
      [...block.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name = '', hex = '']) => [name, hex]),
    );

  /** Text on its ground: 4.5 (WCAG 1.4.3); the edge of a control: 3 (1.4.11). */
  const pairs: readonly (readonly [string, string, number])[] = [
    ...['ink', 'ink-soft', 'accent', 'visited', 'danger', 'good', 'warning'].flatMap((text) => [
      [text, 'ground', 4.5] as const,
      [text, 'ground-soft', 4.5] as const,
    ]),
    ...['accent', 'danger', 'good', 'warning'].flatMap((tone) => [
      [tone, `${tone}-soft`, 4.5] as const,
      ['ink', `${tone}-soft`, 4.5] as const,
      ['accent', `${tone}-soft`, 4.5] as const,
      ['visited', `${tone}-soft`, 4.5] as const,
    ]),
    ['ink-soft', 'accent-soft', 4.5],
    ['accent-ink', 'accent', 4.5],
    ['accent-ink', 'accent-strong', 4.5],
    ['ground', 'danger', 4.5],
    ['header-ink', 'header', 4.5],
    ['header-ink', 'header-deep', 4.5],
    ['seal-ink', 'seal', 3],
    ['line-field', 'ground', 3],
    ['ink', 'focus', 1],
  ];

  it.each(Object.entries(themes))('are readable in the %s theme', (_, block) => {
    const tokens = tokensOf(block);
    const tooWeak = pairs
      .map(([text, ground, least]) => {
        return { text, ground, least, ratio: contrast(tokens.get(text), tokens.get(ground)) };
      })
      .filter(({ ratio, least }) => !(ratio >= least));
    expect(tooWeak).toEqual([]);
  });

  it('are the same where the system decides as where the reader chose', () => {
    for (const theme of ['dark', 'contrast']) {
      const [chosen = ''] = blocksOf(colour, `[data-theme='${theme}']`);
      expect(blocksOf(colour, ':root:not([data-theme])')).toContain(chosen);
    }
  });

  it('have the same names in every theme', () => {
    const names = Object.values(themes).map((block) => [...tokensOf(block).keys()]);
    expect(names[1]).toEqual(names[0]);
    expect(names[2]).toEqual(names[0]);
  });
});

/** WCAG 2.2, relative luminance; NaN when a token is missing. */
function contrast(one = '', other = ''): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const digits = hex.slice(1);
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const [r = NaN, g = NaN, b = NaN] = [0, 2, 4]
    .map((at) => parseInt(full.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
