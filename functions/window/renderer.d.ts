/** The window's built renderer, so that types hold without a build. */
declare module '*/web/build/renderer.js' {
  import type { SitePage } from '../../shared/disclosure/pages.ts';

  interface SignIn {
    /** OpenID Connect issuer of the staff tokens. */
    readonly issuer: string;
    readonly clientId: string;
  }

  interface Platform {
    /** Data of a static page, from the publisher. */
    readonly page?: SitePage;
    /** Where officers sign in, from the page renderer. */
    readonly signIn?: SignIn;
    /** Calls our HTTP API with a root-relative path, from the page renderer. */
    readonly api?: (path: string, init?: RequestInit) => Promise<Response>;
  }

  /** Renders one page of the window; the URL decides page and language. */
  export function respond(request: Request, platform: Platform): Promise<Response>;
}
