/** GET /display.css: the reader's choices as a stylesheet, so that every page at its one address follows them without script. */
import { createHash } from 'node:crypto';
import { DISPLAY_CACHE } from '../../../../../shared/disclosure/page-headers.ts';
import { DISPLAY_COOKIE } from '../../../../../shared/disclosure/pages.ts';
import { displayOf, displayStyles } from '#lib/display.ts';
import colour from '#lib/styles/colour.css?raw';
import space from '#lib/styles/space.css?raw';
import type from '#lib/styles/type.css?raw';
import type { RequestHandler } from './$types';

const tokens = colour + space + type;

export const GET: RequestHandler = ({ cookies, request }) => {
  const styles = displayStyles(displayOf(cookies.get(DISPLAY_COOKIE)), tokens);
  const etag = `"${createHash('sha256').update(styles).digest('base64url').slice(0, 16)}"`;
  const headers = { 'cache-control': DISPLAY_CACHE, vary: 'Cookie', etag };
  return request.headers.get('if-none-match') === etag
    ? new Response(null, { status: 304, headers })
    : new Response(styles, { headers: { ...headers, 'content-type': 'text/css; charset=utf-8' } });
};
