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

interface Idle {
  readonly department: string;
  readonly caseNumber: string;
  readonly itemNumber: number;
}

/** Two of three that nobody of the department acts on, in turn to everyone who may; the acts to one case keep their order. */
export async function assignCases(
  client: DemoClient,
  run: string,
  filings: readonly Filing[],
): Promise<readonly Outcome[]> {
  const given = filings.flatMap((filing) => idleIn(client, filing)).filter((_, i) => i % 3 !== 2);
  const staff = new Map<string, readonly StaffMember[]>();
  for (const department of new Set(given.map((one) => one.department)))
    staff.set(department, await officersOf(client, department));
  const cases = [...Map.groupBy(given.entries(), ([, { caseNumber }]) => caseNumber).values()];
  const outcomes = await inParallel('assignments', cases, async (ofCase) => {
    const done: Outcome[] = [];
    for (const [turn, { department, caseNumber, itemNumber }] of ofCase) {
      const officers = staff.get(department) ?? [];
      const assignee = officers[turn % officers.length]?.subject ?? null;
      const token = await client.officer(department, 'supervisor');
      const key = `${run}-${caseNumber}-${itemNumber}-${department}-assign`;
      const path = `/api/desk/cases/${caseNumber}/items/${itemNumber}/commands`;
      const answer = await client.post(path, { body: { type: 'assign', assignee }, token, key });
      done.push(outcome(`assignment of ${caseNumber}`, answer, 200));
    }
    return done;
  });
  return outcomes.flat();
}

/** Of each item, the departments with officers, without a lead whose officer will act. */
const idleIn = (client: DemoClient, { filed, complaint }: Filing): readonly Idle[] =>
  filed
    ? filed.items.flatMap(({ itemNumber, lead, cooperating }) =>
        [...(complaint.officer ? [] : [lead]), ...cooperating]
          .filter((department) => client.hasOfficersOf(department, 'supervisor'))
          .map((department) => ({ department, itemNumber, caseNumber: filed.caseNumber })),
      )
    : [];

async function officersOf(client: DemoClient, department: string): Promise<readonly StaffMember[]> {
  const token = await client.officer(department, 'supervisor');
  const { json } = await client.get('/api/desk/officers', token);
  const { officers } = json as { readonly officers: readonly StaffMember[] }; // the contract of a 200
  return officers.filter(({ roles }) => roles.includes('officer'));
}
