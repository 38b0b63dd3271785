/** Hands a route the page data it was made for. */
import type { SitePage } from '../../../shared/disclosure/pages.ts';

type PageName = SitePage['page'];
type PageOf<Name extends PageName> = Extract<SitePage, { page: Name }>;

/** @throws when the publisher renders a path with the data of another page: a programming error, answered with 500. */
export function sitePage<Name extends PageName>(
  platform: Readonly<App.Platform> | undefined,
  ...names: readonly Name[]
): PageOf<Name> {
  const page = platform?.page;
  const isWanted = (given: SitePage): given is PageOf<Name> =>
    names.some((name) => name === given.page);
  if (!page || !isWanted(page)) {
    throw new Error(`this route shows ${names.join(' or ')}, but was given ${page?.page}`);
  }
  return page;
}
