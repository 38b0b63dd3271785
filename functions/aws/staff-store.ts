/**
 * Who works at the desks, in the table `supervision`.
 *
 * | pattern | key |
 * |---|---|
 * | an officer of a department | `STAFF#<department>` / `<subject>` |
 * | all of a department | `STAFF#<department>` / all |
 */
import type { StaffMember } from '../../shared/departments/staff.ts';
import type { Row, Tables, Write } from '../ports.ts';

/** No department of a district has more people at its desk. */
const MOST_PAGES = 10;

export async function staffOf(
  tables: Pick<Tables, 'query'>,
  department: string,
): Promise<readonly StaffMember[]> {
  const rows: Row[] = [];
  let from: Readonly<Record<string, unknown>> | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const found = await tables.query('supervision', `STAFF#${department}`, {
      ...(from && { from }),
    });
    rows.push(...found.rows);
    from = found.next;
    if (!from) break;
  }
  return rows.map(memberIn);
}

export async function staffMember(
  tables: Pick<Tables, 'get'>,
  department: string,
  subject: string,
): Promise<StaffMember | undefined> {
  const row = await tables.get('supervision', { pk: `STAFF#${department}`, sk: subject });
  return row && memberIn(row);
}

export const staffWrite = (department: string, member: StaffMember): Write => ({
  table: 'supervision',
  put: { pk: `STAFF#${department}`, sk: member.subject, value: member },
});

const memberIn = (row: Row): StaffMember => row['value'] as StaffMember; // written above, by us alone
