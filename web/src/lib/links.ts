/** Addresses in the language of the page. */
import { localPath } from '../../../shared/disclosure/pages.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

export const href = (path: string): string => localPath(path, getLocale());

export const searchHref = (query: string): string =>
  `${href('/search')}?${new URLSearchParams({ q: query })}`;

/** The complaint form with the institution's name already written in. */
export const reportHref = (institution: string): string =>
  `${href('/report')}?${new URLSearchParams({ institution })}`;
