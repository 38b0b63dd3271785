/** Gives each request its language and keeps pages with people's own words out of every cache. */
import { getRequestEvent } from '$app/server';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { languageTag, localeOf, pathWithoutLocale } from '#lib/locale.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

overwriteGetLocale(() => getRequestEvent().locals.locale);

/** Comments for a script that never comes; text cannot hold `<`, so only they match. */
const hydrationMarks = /<!--[^>]*-->/g;

const PRIVATE_PATHS = new Set(['/report', '/track', '/search']);

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, url } = event;
  locals.locale = localeOf(url.pathname);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%lang%', languageTag[locals.locale]).replaceAll(hydrationMarks, ''),
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
