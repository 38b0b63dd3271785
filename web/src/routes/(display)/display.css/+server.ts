/** GET /display.css: the reader's choices for browsers that run no script; app.html asks for it inside `noscript`. */
import { DISPLAY_COOKIE, displayOf, displayStyles } from '#lib/display.ts';
import colour from '#lib/styles/colour.css?raw';
import space from '#lib/styles/space.css?raw';
import type from '#lib/styles/type.css?raw';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ cookies }) =>
  new Response(displayStyles(displayOf(cookies.get(DISPLAY_COOKIE)), colour + space + type), {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' },
  });
