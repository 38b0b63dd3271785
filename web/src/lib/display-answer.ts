/** Answers with the reader's choices as a stylesheet, which a browser compares before it uses its copy. */
import { createHash } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { DISPLAY_CACHE } from '../../../shared/disclosure/page-headers.ts';
import { DISPLAY_COOKIE } from '../../../shared/disclosure/pages.ts';
import { displayOf, displayStyles } from './display.ts';
import colour from './styles/colour.css?raw';
import space from './styles/space.css?raw';
import type from './styles/type.css?raw';

const tokens = colour + space + type;

/** @param rest - what follows the choices in the same file */
export function displayAnswer(cookies: Cookies, request: Request, rest: string): Response {
  const styles = displayStyles(displayOf(cookies.get(DISPLAY_COOKIE)), tokens) + rest;
  const etag = `"${createHash('sha256').update(styles).digest('base64url').slice(0, 16)}"`;
  const headers = { 'cache-control': DISPLAY_CACHE, vary: 'Cookie', etag };
  return request.headers.get('if-none-match') === etag
    ? new Response(null, { status: 304, headers })
    : new Response(styles, { headers: { ...headers, 'content-type': 'text/css; charset=utf-8' } });
}
