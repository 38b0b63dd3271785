/**
 * Notices of major cases to those who supervise, in the table `worklists`.
 *
 * | pattern | key |
 * |---|---|
 * | the notice of a case at a level of urgency: once, for good, with who has read it | `DEPT#<code>` / `MAJOR#<caseNumber>#<urgency>` |
 * | what nobody has read yet, the oldest first | `DEPT#<code>` / `NOTICE#<at>#<caseNumber>#<urgency>` |
 */
import type { MajorNotice } from '../../shared/coordination/major-notice.ts';
import type { Key, Tables, Write } from '../ports.ts';

/** [design] Whoever has more of them waiting has to begin with these. */
const MOST_SHOWN = 20;

/** Refused at the first of them when the notice was given already. */
export const newNoticeWrites = (department: string, notice: MajorNotice): readonly Write[] => [
  { table: 'worklists', put: { ...noticeKey(department, notice), value: notice }, when: 'absent' },
  { table: 'worklists', put: { ...unreadKey(department, notice), value: notice } },
];

/** Read by a person: it stays, and waits no more. */
export const readNoticeWrites = (department: string, notice: MajorNotice): readonly Write[] => [
  { table: 'worklists', put: { ...noticeKey(department, notice), value: notice }, when: 'present' },
  { table: 'worklists', delete: unreadKey(department, notice) },
];

export async function noticeOf(
  tables: Pick<Tables, 'get'>,
  department: string,
  of: Pick<MajorNotice, 'caseNumber' | 'urgency'>,
): Promise<MajorNotice | undefined> {
  const row = await tables.get('worklists', noticeKey(department, of));
  return row?.['value'] as MajorNotice | undefined; // written above, by us alone
}

export async function unreadNotices(
  tables: Pick<Tables, 'query'>,
  department: string,
): Promise<readonly MajorNotice[]> {
  const { rows } = await tables.query('worklists', `DEPT#${department}`, {
    ...{ startsWith: 'NOTICE#', limit: MOST_SHOWN },
  });
  return rows.map((row) => row['value'] as MajorNotice); // as above
}

const noticeKey = (
  department: string,
  { caseNumber, urgency }: Pick<MajorNotice, 'caseNumber' | 'urgency'>,
): Key => ({ pk: `DEPT#${department}`, sk: `MAJOR#${caseNumber}#${urgency}` });

const unreadKey = (department: string, { at, caseNumber, urgency }: MajorNotice): Key => ({
  pk: `DEPT#${department}`,
  sk: `NOTICE#${at}#${caseNumber}#${urgency}`,
});
