/** Gives each request its language and keeps pages with people's own words out of every cache. */
import { getRequestEvent } from '$app/server';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { languageTag, localeOf, pathWithoutLocale } from '#lib/locale.ts';
import { overwriteGetLocale as overwriteDesksLocale } from '#lib/desk/paraglide/runtime.js';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

overwriteGetLocale(() => getRequestEvent().locals.locale);
overwriteDesksLocale(() => getRequestEvent().locals.locale);

/** Comments for the script of pages that hydrate; text cannot hold `<`, so only they match. */
const hydrationMarks = /<!--[^>]*-->/g;

/** What SvelteKit links on every page, the styles of the whole window, and what the page itself asks for the reader's choices. */
const DISPLAY_LINK = '<link rel="stylesheet" href="/display.css" />';
const STYLES_LINK = /<link href="\/[^"]+\/assets\/0\.[\w-]+\.css" rel="stylesheet">\s*/;

/** One file instead of two that a page waits for; a page that hydrates looks for SvelteKit's own. */
const withOneStylesheet = (html: string): string =>
  html
    .replace(STYLES_LINK, '')
    .replace(DISPLAY_LINK, `<link rel="stylesheet" href="${LOOK_PATH}" />`);

const hydrates = (route: string | null): boolean => route?.startsWith('/(desk)') ?? false;

const PRIVATE_PATHS = new Set(['/report', '/track', '/search', '/objections']);

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, url } = event;
  locals.locale = localeOf(url.pathname);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      (hydrates(event.route.id)
        ? html
        : withOneStylesheet(html.replaceAll(hydrationMarks, ''))
      ).replace('%lang%', languageTag[locals.locale]),
  });
  if (PRIVATE_PATHS.has(pathWithoutLocale(url.pathname))) {
    response.headers.set('cache-control', 'no-store');
  }
  return response;
};

/** Logs what broke, never the address (it may hold a query) nor what people wrote. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const trace = error instanceof Error ? error.stack : typeof error;
  console.error(
    JSON.stringify({ level: 'error', code: 'PAGE_FAILED', route: event.route.id, trace }),
  );
};
