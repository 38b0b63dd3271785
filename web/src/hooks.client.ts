/** In the browser, too, the path says the language. */
import { overwriteGetLocale as overwriteDesksLocale } from '#lib/desk/paraglide/runtime.js';
import { localeOf } from '#lib/locale.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

overwriteGetLocale(() => localeOf(location.pathname));
overwriteDesksLocale(() => localeOf(location.pathname));
