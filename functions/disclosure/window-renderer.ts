/** The window's built renderer as the publisher uses it. */
import { localPath } from '../../shared/disclosure/pages.ts';
import { respond } from '../../web/build/renderer.js';
import type { Renderer } from './publisher.ts';

/** @param origin - where the public will read the page */
export function windowRenderer(origin: string): Renderer {
  return async (path, locale, page) => {
    const answer = await respond(new Request(origin + localPath(path, locale)), { page });
    // The page for what is not there too: the distribution gives it its status.
    if (!answer.ok) throw new Error(`the window answered ${answer.status} for ${path}`);
    return answer.text();
  };
}
