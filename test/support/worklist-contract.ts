/** What a filtered worklist promises, on whatever tables: every entry is looked at once, however the pages fall. */
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { worklistEntries, type WorklistEntry } from '../../shared/departments/worklist.ts';
import { entryWrite, filteredPage } from '../../functions/aws/worklist-store.ts';
import type { Tables } from '../../functions/ports.ts';
import { plusDays } from '../../shared/time.ts';
import { aCase, AT, TODAY } from './builders.ts';

const [sample] = worklistEntries(aCase(), 'MARKET');
if (!sample) throw new Error('the sample case goes to MARKET');

/** More than one call looks at; every seventh is for somebody, and many fall due on the same day. */
export const MANY_ENTRIES: readonly WorklistEntry[] = Array.from({ length: 700 }, (_, index) => ({
  ...sample,
  caseNumber: `500104-20261120-${String(index).padStart(5, '0')}X`,
  dueOn: plusDays(TODAY, (index * 7) % 40),
  ...(index % 7 === 0 && { assignee: { subject: 'a', name: '示例甲' } }),
}));

export async function showAll(tables: Tables, department: DepartmentCode): Promise<void> {
  for (let at = 0; at < MANY_ENTRIES.length; at += 100) {
    const some = MANY_ENTRIES.slice(at, at + 100);
    await tables.commit(some.map((entry) => entryWrite({ ...entry, department }, AT)));
  }
}

/** All entries of somebody, page after page as their cursors lead, and how many pages that took. */
export async function everyOwn(
  tables: Tables,
  department: DepartmentCode,
  limit: number,
): Promise<{
  readonly caseNumbers: readonly string[];
  readonly longest: number;
  readonly pages: number;
}> {
  const caseNumbers: string[] = [];
  let longest = 0;
  let pages = 0;
  for (let after: string | undefined; ;) {
    const page = await filteredPage(...([tables, department, 'open', limit, after] as const), {
      matches: ({ assignee }) => assignee?.subject === 'a',
    });
    caseNumbers.push(...page.entries.map(({ caseNumber }) => caseNumber));
    longest = Math.max(longest, page.entries.length);
    pages++;
    after = page.next;
    if (after === undefined) return { caseNumbers, longest, pages };
  }
}
