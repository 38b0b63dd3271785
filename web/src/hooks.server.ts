/** Gives each request its language and keeps pages with people's own words out of every cache. */
import { getRequestEvent } from '$app/server';
import type { Handle } from '@sveltejs/kit/hooks';
import { languageTag, localeOf, pathWithoutLocale } from '#lib/locale.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

overwriteGetLocale(() => getRequestEvent().locals.locale);

const PRIVATE_PATHS = new Set(['/report', '/track', '/search']);

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, url } = event;
  locals.locale = localeOf(url.pathname);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', languageTag[locals.locale]),
  });
  if (PRIVATE_PATHS.has(pathWithoutLocale(url.pathname))) {
    response.headers.set('cache-control', 'no-store');
  }
  return response;
};
