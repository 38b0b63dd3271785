/** GET /looks/<file>: the stylesheet of all pages without hydration, with the reader's choices in it, so that a page waits for one file. */
import { error } from '@sveltejs/kit';
import { displayAnswer } from '#lib/display-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ cookies, params, request }) => {
  // Another release's: the distribution then reads it in the bucket, as that release left it.
  if (!LOOK_PATH.endsWith(`/${params.file}`)) error(404);
  return displayAnswer(cookies, request, LOOK_STYLES);
};
