/** Notes at which addresses of the site something was written or taken away, while it is done. */
import { objectKey } from '../../shared/disclosure/pages.ts';
import type { Site } from '../ports.ts';
import { SHORT_CACHE } from './publisher.ts';

const HOME_KEY = objectKey('/');

export function notedSite(site: Site): { readonly site: Site; readonly paths: () => string[] } {
  const keys = new Set<string>();
  return {
    site: {
      get: (key) => site.get(key),
      async put(key, body, contentType, cache) {
        if (cache === SHORT_CACHE) keys.add(key); // under a name that is kept for ever stands one content only
        await site.put(key, body, contentType, cache);
      },
      async delete(key) {
        keys.add(key);
        await site.delete(key);
      },
    },
    paths: () => [...keys].sort().map(pathOf),
  };
}

/** As a browser asks for it: the distribution compares what is written, not what it means. */
const pathOf = (key: string): string => (key === HOME_KEY ? '/' : encodeURI(`/${key}`));
