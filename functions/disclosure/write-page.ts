/** Renders a page in every language and puts it into the site bucket under its own path; the home page brings the feed. */
import {
  FEED_PATH,
  locales,
  localPath,
  objectKey,
  type Locale,
  type SitePage,
} from '../../shared/disclosure/pages.ts';
import type { Site } from '../ports.ts';
import type { AddressedPage } from './changed-pages.ts';
import { atomFeed } from './feed.ts';
import { setting } from '../runtime.ts';

/** The window's server: the HTML of a page at its address. */
export type Renderer = (path: string, locale: Locale, page: SitePage) => Promise<string>;

const HTML_CACHE = 'public, max-age=60';

export async function writePage(
  { path, page }: AddressedPage,
  { site, render }: { readonly site: Site; readonly render: Renderer },
): Promise<void> {
  for (const locale of locales) {
    const html = await render(path, locale, page);
    await site.put(
      objectKey(localPath(path, locale)),
      html,
      'text/html; charset=utf-8',
      HTML_CACHE,
    );
  }
  if (page.page !== 'home') return;
  const feed = atomFeed(page.latest, page.updatedAt, setting('SITE_ORIGIN'));
  await site.put(objectKey(FEED_PATH), feed, 'application/atom+xml; charset=utf-8', HTML_CACHE);
}
