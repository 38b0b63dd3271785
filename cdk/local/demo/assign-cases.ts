/** Officers come to their desks, and supervisors give out what nobody has taken; some of it waits for whoever is free. */
import type { StaffMember } from '../../../shared/departments/staff.ts';
import type { DemoClient } from './client.ts';
import type { Filing } from './file-complaints.ts';
import { outcome, type Outcome } from './outcome.ts';
import { inParallel } from './progress.ts';

export function signInOfficers(client: DemoClient, run: string): Promise<readonly Outcome[]> {
  return inParallel('sign-ins', client.officers, async ({ username, department, roles }) => {
    const token = await client.officer(department, ...roles);
    const request = { body: {}, token, key: `${run}-sign-in-${username}` };
    return outcome(username, await client.post('/api/desk/sign-ins', request), 201);
  });
}

/** Two of three items that no officer of the demo acts on, in turn to everyone of the lead department who may. */
export async function assignCases(
  client: DemoClient,
  run: string,
  filings: readonly Filing[],
): Promise<readonly Outcome[]> {
  const idle = filings.flatMap(({ filed, complaint }) =>
    filed && !complaint.officer
      ? filed.items
          .filter(({ lead }) => client.hasOfficersOf(lead))
          .map(({ itemNumber, lead }) => ({ caseNumber: filed.caseNumber, itemNumber, lead }))
      : [],
  );
  const given = idle.filter((_, index) => index % 3 !== 2);
  const staff = new Map<string, readonly StaffMember[]>();
  for (const { lead } of given)
    if (!staff.has(lead)) staff.set(lead, await officersOf(client, lead));
  return inParallel('assignments', given, async ({ caseNumber, itemNumber, lead }, index) => {
    const officers = staff.get(lead) ?? [];
    const assignee = officers[index % officers.length]?.subject ?? null;
    const token = await client.officer(lead, 'supervisor');
    const key = `${run}-${caseNumber}-${itemNumber}-assign`;
    const path = `/api/desk/cases/${caseNumber}/items/${itemNumber}/commands`;
    const answer = await client.post(path, { body: { type: 'assign', assignee }, token, key });
    return outcome(`assignment of ${caseNumber}`, answer, 200);
  });
}

async function officersOf(client: DemoClient, department: string): Promise<readonly StaffMember[]> {
  const token = await client.officer(department, 'supervisor');
  const { json } = await client.get('/api/desk/officers', token);
  const { officers } = json as { readonly officers: readonly StaffMember[] }; // the contract of a 200
  return officers.filter(({ roles }) => roles.includes('officer'));
}
