/** Renders pages in every language and puts them, and what stands beside them, into the site bucket under their own paths. */
import { locales, localPath, objectKey } from '../../shared/disclosure/pages.ts';
import type { Site } from '../ports.ts';
import { allOf } from './all-of.ts';
import { companionsOf } from './companions.ts';
import { SHORT_CACHE, type AddressedPage, type Renderer } from './publisher.ts';

interface Deps {
  readonly site: Pick<Site, 'put' | 'delete'>;
  readonly render: Renderer;
}

const AT_ONCE = 8;

export const writePages = (pages: readonly AddressedPage[], deps: Deps): Promise<void> =>
  allOf(
    pages.flatMap((page) => jobsOf(page, deps)),
    AT_ONCE,
  );

function jobsOf(
  addressed: AddressedPage,
  { site, render }: Deps,
): readonly (() => Promise<void>)[] {
  const { path, page } = addressed;
  const put = (at: string, body: string, type: string) =>
    site.put(objectKey(at), body, type, SHORT_CACHE);
  return [
    ...locales.map((locale) => async () => {
      const html = await render(path, locale, page);
      await put(localPath(path, locale), html, 'text/html; charset=utf-8');
    }),
    () =>
      allOf(
        companionsOf(addressed).map((file) => () => put(file.path, file.body, file.contentType)),
        1,
      ),
    ...(page.page === 'tombstone' ? [() => site.delete(objectKey(`${path}.jsonld`))] : []),
  ];
}
