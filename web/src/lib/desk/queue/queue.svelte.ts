/** The queue this tab works through. It outlives its page, so that a case leads on to the next and back to the same row. */
import type { MajorNotice } from '../../../../../shared/coordination/major-notice.ts';
import type { Problem } from '#lib/api.ts';
import { get } from '../api.ts';
import { queryOf, type Filters } from './filters.ts';
import { changedRow, keyOf, nextToDo, renewedRows, rowsOf, type Entry, type Row } from './rows.ts';

interface Page {
  readonly entries: readonly Entry[];
  readonly cursor?: string;
  /** To supervisors, with the first page: what has become major and nobody has read. */
  readonly notices?: readonly MajorNotice[];
}

interface Queue {
  /** Which list the rows are of; undefined: none yet. */
  query: string | undefined;
  rows: readonly Row[];
  cursor: string | undefined;
  isLoading: boolean;
  problem: Problem | undefined;
  newCount: number;
  notices: readonly MajorNotice[];
  /** The last renewal failed: what is shown may be old. */
  isStale: boolean;
  /** The row that has or last had the focus. */
  current: string | undefined;
}

export const queue: Queue = $state({
  query: undefined,
  rows: [],
  cursor: undefined,
  isLoading: false,
  problem: undefined,
  newCount: 0,
  notices: [],
  isStale: false,
  current: undefined,
});

const LIMIT = 50;
const MOST = 100;

const pageOf = (query: string, limit: number, cursor?: string) => {
  const params = new URLSearchParams(query);
  params.set('limit', String(limit));
  if (cursor) params.set('cursor', cursor);
  return get<Page>(`/api/desk/worklist?${params}`);
};

export async function loadQueue(filters: Filters): Promise<void> {
  const query = queryOf(filters);
  Object.assign(queue, { query, rows: [], cursor: undefined, problem: undefined, newCount: 0 });
  queue.isLoading = true;
  const page = await pageOf(query, LIMIT);
  if (queue.query !== query) return; // another list was asked for meanwhile
  queue.isLoading = false;
  queue.isStale = false;
  if (!page.ok) {
    queue.problem = page.error;
    return;
  }
  queue.rows = rowsOf(page.value.entries);
  queue.notices = page.value.notices ?? [];
  queue.cursor = page.value.cursor;
  if (!queue.rows.some(({ entry }) => keyOf(entry) === queue.current)) queue.current = undefined;
}

/** @returns whether rows were added */
export async function loadMore(): Promise<boolean> {
  const { query, cursor } = queue;
  if (query === undefined || !cursor) return false;
  queue.isLoading = true;
  const page = await pageOf(query, LIMIT, cursor);
  if (queue.query !== query) return false;
  queue.isLoading = false;
  queue.isStale = !page.ok;
  if (!page.ok) return false;
  const known = new Set(queue.rows.map(({ entry }) => keyOf(entry)));
  const added = page.value.entries.filter((entry) => !known.has(keyOf(entry)));
  queue.rows = [...queue.rows, ...rowsOf(added)];
  queue.cursor = page.value.cursor;
  return added.length > 0;
}

/** Asks again without moving anything; a failure is only noted. */
export async function renewQueue(): Promise<void> {
  const { query } = queue;
  if (query === undefined || queue.isLoading || queue.problem) return;
  const page = await pageOf(query, Math.min(MOST, Math.max(LIMIT, queue.rows.length)));
  if (queue.query !== query) return;
  queue.isStale = !page.ok;
  if (!page.ok) return;
  const { entries, cursor, notices = [] } = page.value;
  queue.notices = notices;
  const { rows, newCount } = renewedRows(queue.rows, entries, cursor === undefined);
  // What lies beyond the last row comes with "more", not as news.
  queue.newCount = queue.cursor === undefined ? newCount : 0;
  queue.rows = rows;
}

export function changeRow(key: string, change: (entry: Entry) => Entry): void {
  queue.rows = changedRow(queue.rows, key, change);
}

/** Somebody has read it. */
export function dropNotice(read: MajorNotice): void {
  queue.notices = queue.notices.filter((one) => one !== read);
}

/** The next item to do after this one; asks for the open queue when this tab has none. */
export async function nextItem(key: string, own: Filters): Promise<Entry | undefined> {
  if (queue.query === undefined) await loadQueue(own);
  return nextToDo(queue.rows, key);
}
