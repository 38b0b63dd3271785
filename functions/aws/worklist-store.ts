/**
 * Worklists.
 *
 * | pattern | key |
 * |---|---|
 * | a department's entry | `DEPT#<code>` / `<caseNumber>#<item>` |
 * | a department's open or closed entries by due date | index `byDue`: `DEPT#<code>#<open\|closed>` / `<dueOn>#<case>#<item>` |
 * | how many of its open entries are due when, and have no officer | index `byDue`, counted up to a bound |
 * | a department's entries in the order of their last change | index `byChange`: `DEPT#<code>` / `<changedAt>#<case>#<item>` |
 */
import type { WorklistEntry } from '../../shared/departments/worklist.ts';
import type { DateOnly, Instant } from '../../shared/time.ts';
import type { Counts, Row, Tables, Write } from '../ports.ts';

/** Shows an item's version; refused when this version or a newer one is shown already. */
export function entryWrite(entry: WorklistEntry, changedAt: Instant): Write {
  return { table: 'worklists', put: rowOf(entry, changedAt), when: { newerThan: entry.version } };
}

/** A filtered page looks at no more than this many pages of the index: its time is bounded, however long the list. */
const MOST_READS = 2;
const ENTRIES_PER_READ = 150;

export interface WorklistFilter {
  readonly matches: (entry: WorklistEntry) => boolean;
  /** Nothing that falls due on this day or later can match. */
  readonly dueBefore?: DateOnly;
}

export interface WorklistPage {
  readonly entries: readonly WorklistEntry[];
  /** The due key of the last entry looked at; absent at the end of the list. */
  readonly next?: string;
}

/**
 * The entries that match. There may be fewer than `limit` though more follow: whoever goes on from `next` to
 * the end has looked at every entry once.
 */
export async function filteredPage(
  tables: Pick<Tables, 'query'>,
  department: string,
  state: 'open' | 'closed',
  limit: number,
  after: string | undefined,
  { matches, dueBefore }: WorklistFilter,
): Promise<WorklistPage> {
  const found: WorklistEntry[] = [];
  let from = after;
  for (let read = 0; read < MOST_READS; read++) {
    const page = await worklistPage(tables, department, state, ENTRIES_PER_READ, from);
    for (const [place, entry] of page.entries.entries()) {
      if (dueBefore !== undefined && entry.dueOn >= dueBefore) return { entries: found };
      if (!matches(entry)) continue;
      found.push(entry);
      const isLast = place === page.entries.length - 1 && !page.next;
      if (found.length === limit)
        return { entries: found, ...(!isLast && { next: dueKey(entry) }) };
    }
    from = page.next;
    if (!from) return { entries: found };
  }
  return { entries: found, ...(from && { next: from }) };
}

/** @param after - the cursor of the page before: the last entry's due key */
export async function worklistPage(
  tables: Pick<Tables, 'query'>,
  department: string,
  state: 'open' | 'closed',
  limit: number,
  after: string | undefined,
): Promise<WorklistPage> {
  const listKey = `DEPT#${department}#${state}`;
  const { rows, next } = await tables.query('worklists', listKey, {
    index: 'byDue',
    limit,
    ...(after !== undefined && {
      from: { pk: `DEPT#${department}`, sk: after.slice(11), listKey, dueKey: after },
    }),
  });
  return {
    entries: rows.map((row) => row['value'] as WorklistEntry), // written below, by us alone
    ...(next && { next: String(next['dueKey']) }),
  };
}

/** Beyond this a department's load is “at least so many”. */
const MOST_COUNTED = 2_000;

/** Open entries of a department, all or those due within some days: `read` are all of them, `found` those without an officer. */
export function countOpen(
  tables: Counts,
  department: string,
  due: { readonly before?: DateOnly; readonly from?: DateOnly; readonly until?: DateOnly },
): ReturnType<Counts['count']> {
  const { before, from, until } = due;
  const last = before ?? (until && `${until}#~`); // a due key goes on with # and what sorts before ~
  return tables.count('worklists', `DEPT#${department}#open`, {
    index: 'byDue',
    lacking: ['value', 'assignee'],
    atMost: MOST_COUNTED,
    ...(last && { between: [from ?? '0', last] }),
  });
}

export interface Change {
  readonly entry: WorklistEntry;
  readonly changedAt: Instant;
}

/**
 * Each entry once, where it changed last.
 * @param after - a position of the page before
 * @param until - changes before this instant
 */
export async function changesPage(
  tables: Pick<Tables, 'query'>,
  department: string,
  after: string,
  until: Instant,
  limit: number,
): Promise<{
  readonly changes: readonly Change[];
  readonly position: string;
  readonly more: boolean;
}> {
  const { rows, next } = await tables.query('worklists', `DEPT#${department}`, {
    index: 'byChange',
    between: [`${after} `, until < after ? `${after} ` : until], // no key goes on with a space
    limit,
  });
  const last = rows.at(-1);
  return {
    changes: rows.map((row) => ({
      entry: row['value'] as WorklistEntry, // written below, by us alone
      changedAt: String(row['changedKey']).slice(0, INSTANT_LENGTH),
    })),
    position: last ? String(last['changedKey']) : after,
    more: next !== undefined,
  };
}

const INSTANT_LENGTH = 24;

const dueKey = ({ dueOn, caseNumber, itemNumber }: WorklistEntry): string =>
  `${dueOn}#${caseNumber}#${itemNumber}`;

function rowOf(entry: WorklistEntry, changedAt: Instant): Row {
  const { department, caseNumber, itemNumber, state, version } = entry;
  const sk = `${caseNumber}#${itemNumber}`;
  return {
    pk: `DEPT#${department}`,
    sk,
    listKey: `DEPT#${department}#${state}`,
    dueKey: dueKey(entry),
    changesOf: `DEPT#${department}`,
    changedKey: `${changedAt}#${sk}`,
    version,
    value: entry,
  };
}
