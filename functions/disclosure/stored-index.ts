/** The search index as the functions read it: from the site bucket alone, so that no table is asked. */
import { objectKey } from '../../shared/disclosure/pages.ts';
import type { Fetch } from '../../shared/search/reading.ts';
import type { Site } from '../ports.ts';

const MOST_KEPT = 200;

/** Files of an edition never change: the latest ones asked for are kept between calls. */
export function storedIndex(site: Pick<Site, 'get'>): Fetch {
  const kept = new Map<string, unknown>();
  const isOfEdition = (path: string) => /\/\d+\/[a-z]+(-\d+)?\.json$/.test(path);
  return async (path) => {
    const known = kept.get(path);
    if (known !== undefined) return known;
    const text = await site.get(objectKey(path));
    if (text === undefined) return undefined;
    const content: unknown = JSON.parse(text);
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    if (isOfEdition(path)) kept.set(path, content);
    return content;
  };
}
