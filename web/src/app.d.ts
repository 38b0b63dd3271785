/** What the two Lambdas that call the renderer hand to a page. */
import type { Locale, SitePage } from '../../shared/disclosure/pages.ts';

declare global {
  /** Address of the script of the complaint form; the adapter fills it in. */
  const REPORT_SCRIPT: string;
  /** Of the search. */
  const SEARCH_SCRIPT: string;
  /** Address of the stylesheet of pages that do not hydrate, with the reader's choices in it. */
  const LOOK_PATH: string;
  /** The same stylesheet without any choice. */
  const LOOK_STYLES: string;

  namespace App {
    interface SignIn {
      /** OpenID Connect issuer of the staff tokens. */
      readonly issuer: string;
      readonly clientId: string;
    }
    interface Platform {
      /** Data of a static page, from the publisher. */
      page?: SitePage;
      /** Where officers sign in, from the page renderer. */
      signIn?: SignIn;
      /** Calls our HTTP API with a root-relative path, from the page renderer. */
      api?: (path: string, init?: RequestInit) => Promise<Response>;
    }
    interface Locals {
      locale: Locale;
    }
  }
}
