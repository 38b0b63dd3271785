/**
 * Worklists.
 *
 * | pattern | key |
 * |---|---|
 * | a department's entry | `DEPT#<code>` / `<caseNumber>#<item>` |
 * | a department's open or closed entries by due date | index `byDue`: `DEPT#<code>#<open\|closed>` / `<dueOn>#<case>#<item>` |
 * | a department's entries in the order of their last change | index `byChange`: `DEPT#<code>` / `<changedAt>#<case>#<item>` |
 */
import type { WorklistEntry } from '../../shared/departments/worklist.ts';
import type { Instant } from '../../shared/time.ts';
import type { Row, Tables, Write } from '../ports.ts';

/** Shows an item's version; refused when this version or a newer one is shown already. */
export function entryWrite(entry: WorklistEntry, changedAt: Instant): Write {
  return { table: 'worklists', put: rowOf(entry, changedAt), when: { newerThan: entry.version } };
}

/** @param after - the cursor of the page before: the last entry's due key */
export async function worklistPage(
  tables: Pick<Tables, 'query'>,
  department: string,
  state: 'open' | 'closed',
  limit: number,
  after: string | undefined,
): Promise<{ readonly entries: readonly WorklistEntry[]; readonly next?: string }> {
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

function rowOf(entry: WorklistEntry, changedAt: Instant): Row {
  const { department, caseNumber, itemNumber, state, dueOn, version } = entry;
  const sk = `${caseNumber}#${itemNumber}`;
  return {
    pk: `DEPT#${department}`,
    sk,
    listKey: `DEPT#${department}#${state}`,
    dueKey: `${dueOn}#${sk}`,
    changesOf: `DEPT#${department}`,
    changedKey: `${changedAt}#${sk}`,
    version,
    value: entry,
  };
}
