/** English pages are the same routes under `/en`. */
import type { Reroute } from '@sveltejs/kit/hooks';
import { pathWithoutLocale } from '#lib/locale.ts';

export const reroute: Reroute = ({ url }) => pathWithoutLocale(url.pathname);
