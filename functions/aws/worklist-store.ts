/**
 * Worklists.
 *
 * | pattern | key |
 * |---|---|
 * | a department's entry | `DEPT#<code>` / `<caseNumber>#<item>` |
 * | a department's open or closed entries by due date | index `byDue`: `DEPT#<code>#<open\|closed>` / `<dueOn>#<case>#<item>` |
 */
import type { WorklistEntry } from '../../shared/departments/worklist.ts';
import type { Row, Tables, Write } from '../ports.ts';

/** Shows an item's version; refused when this version or a newer one is shown already. */
export function entryWrite(entry: WorklistEntry): Write {
  return { table: 'worklists', put: rowOf(entry), when: { newerThan: entry.version } };
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

function rowOf(entry: WorklistEntry): Row {
  const { department, caseNumber, itemNumber, state, dueOn, version } = entry;
  const sk = `${caseNumber}#${itemNumber}`;
  return {
    pk: `DEPT#${department}`,
    sk,
    listKey: `DEPT#${department}#${state}`,
    dueKey: `${dueOn}#${sk}`,
    version,
    value: entry,
  };
}
