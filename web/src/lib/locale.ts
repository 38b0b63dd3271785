/** The language of a page stands in its path: Chinese at the path itself, English under `/en`. */
import type { Locale } from '../../../shared/disclosure/pages.ts';

export const localeOf = (pathname: string): Locale => (/^\/en(\/|$)/.test(pathname) ? 'en' : 'zh');

/** `/en/about` → `/about`, `/en` → `/`. */
export const pathWithoutLocale = (pathname: string): string =>
  localeOf(pathname) === 'en' ? pathname.slice('/en'.length) || '/' : pathname;

/** The value of `lang` and `hreflang`. */
export const languageTag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Locale, string>;
