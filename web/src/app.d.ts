/** What the two Lambdas that call the renderer hand to a page. */
import type { Locale, SitePage } from '../../shared/disclosure/pages.ts';

declare global {
  namespace App {
    interface Platform {
      /** Data of a static page, from the publisher. */
      page?: SitePage;
      /** Calls our HTTP API with a root-relative path, from the page renderer. */
      api?: (path: string, init?: RequestInit) => Promise<Response>;
    }
    interface Locals {
      locale: Locale;
    }
  }
}
