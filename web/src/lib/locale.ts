/** The language of a page stands in its path. */
import type { Locale } from '../../../shared/disclosure/pages.ts';

export { localeOf, pathWithoutLocale } from '../../../shared/disclosure/pages.ts';

/** The value of `lang` and `hreflang`. */
export const languageTag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Locale, string>;
