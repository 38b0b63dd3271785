/** What the publisher works with: tables, the site bucket, the window, the clock. */
import type { Locale, SitePage } from '../../shared/disclosure/pages.ts';
import type { Clock, Site, Tables } from '../ports.ts';

/** The window's server: the HTML of a page at its address. */
export type Renderer = (path: string, locale: Locale, page: SitePage) => Promise<string>;

export interface Publisher extends Clock {
  readonly tables: Tables;
  readonly site: Site;
  readonly render: Renderer;
}

export interface AddressedPage {
  readonly path: string;
  readonly page: SitePage;
}

/** What may change is asked for anew after a minute. */
export const SHORT_CACHE = 'public, max-age=60';
