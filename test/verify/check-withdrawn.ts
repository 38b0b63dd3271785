/** Is there anything that nothing explains, or that still leads to what was taken back? */
import { CORRECTIONS_PATH, objectKey } from '../../shared/disclosure/pages.ts';
import type { Report } from './fault.ts';
import type { Register } from './read-register.ts';

/** What the window brings along, and what notes the work of the publisher; of another release too. */
const WINDOW =
  /^(?:_app\/|looks\/|_[a-z-]+$|[^/]+\.(?:ico|png|svg|txt|webmanifest|js|css|json)$|fonts\/)/;
/** Blocks of the search index explain themselves; what they find is looked at by searching. */
const SEARCH_INDEX = 'lookup/';
const SEARCH_PAGES = ['search', 'en/search'];

export function checkOrphans(
  keys: ReadonlySet<string>,
  explained: ReadonlySet<string>,
  isAsset: (key: string) => boolean,
  report: Report,
): void {
  for (const key of keys) {
    if (explained.has(key) || isAsset(key) || WINDOW.test(key)) continue;
    if (key.startsWith(SEARCH_INDEX) || SEARCH_PAGES.includes(key)) continue;
    report('ORPHAN', key, 'nothing in the table asks for it');
  }
}

const corrections = objectKey(CORRECTIONS_PATH);

/** A text that leads to a record leads to one that is public, unless it is the list of changes or the tombstone itself. */
export function checkLeadsTo(
  key: string,
  text: string,
  { standings }: Register,
  report: Report,
): void {
  if (key.replace(/^en\//, '').startsWith(corrections)) return;
  for (const id of new Set(
    [...text.matchAll(/\/records\/([0-9a-z]{8,})/g)].map(([, id = '']) => id),
  )) {
    const standing = standings.get(id);
    if (standing && 'record' in standing) continue;
    if (key.includes(`records/${id}`)) continue;
    report('WITHDRAWN_SHOWN', key, `it leads to /records/${id}, which is not public`);
  }
}
