/** The page of an address that has no object, as the renderer makes it for the distribution. */
import { expect, it } from 'vitest';
import { renderMissing } from '../../functions/window/render-page.ts';
import { MISSING_PREFIX } from '../../shared/disclosure/pages.ts';
import { ORIGIN } from './site.ts';

async function missing(address: string) {
  const url = new URL(ORIGIN + MISSING_PREFIX + address);
  const answer = await renderMissing(url, '2026-11-21T02:03:04.000Z');
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

it.each([
  ['/nowhere', 'zh-CN'],
  ['/penalties/2020-13', 'zh-CN'],
  ['/english', 'zh-CN'],
  ['/en/nowhere', 'en'],
  ['/en', 'en'],
])('is a 404 in the language of the address: %s', async (address, language) => {
  const { status, html } = await missing(address);
  expect(status).toBe(404);
  expect(html).toContain(`<html lang="${language}">`);
});

it('is kept for seconds only, since the page may be published the next moment', async () => {
  const { headers } = await missing('/records/0000000000');
  expect(headers.get('cache-control')).toBe('public, max-age=10');
});

it.each([
  ['/penalties/', '/penalties'],
  ['/en/', '/en'],
  ['/en/penalties/2026-11/2/', '/en/penalties/2026-11/2'],
  ['/records/0123456789/', '/records/0123456789'],
  ['/corrections/3/', '/corrections/3'],
  ['/search/', '/search'],
  ['//', '/'],
])('leads from a slash too many to the page: %s', async (address, page) => {
  const { status, headers } = await missing(address);
  expect(status).toBe(308);
  expect(headers.get('location')).toBe(page);
  expect(headers.get('cache-control')).toBe('public, max-age=300');
});

it.each(['/', '//evil.example/', '/nowhere/', '/en//evil.example/', '/penalties//', '/records/'])(
  'leads nowhere from what is no page: %s',
  async (address) => {
    expect((await missing(address)).status).toBe(404);
  },
);

it('repeats nothing of the address, and brings its own guards', async () => {
  const { headers, html } = await missing('/%3Cscript%3Ealert(1)%3C/script%3E');
  expect(html).not.toContain('alert(1)');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
});
