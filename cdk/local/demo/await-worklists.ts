/** Waits until every filed case stands in the worklist of every department it was sent to. */
import { isDepartment, COORDINATOR } from '../../../shared/departments/directory.ts';
import { askUntil } from './ask.ts';
import type { DemoClient } from './client.ts';
import type { FiledCase, Filing } from './file-complaints.ts';
import type { Outcome } from './outcome.ts';
import { inParallel } from './progress.ts';

const ARRIVES_WITHIN_MS = 60_000;

/** One outcome per department that was written to. */
export function awaitWorklists(
  client: DemoClient,
  filings: readonly Filing[],
): Promise<readonly Outcome[]> {
  const expected = new Map<string, Set<string>>();
  for (const { filed } of filings) {
    for (const one of filed ? [filed, ...(filed.separate ?? [])] : []) {
      for (const department of addressees(one)) {
        expected.set(department, (expected.get(department) ?? new Set()).add(one.caseNumber));
      }
    }
  }
  return inParallel('worklists', [...expected], async ([department, caseNumbers]) => {
    const complete = await askUntil(async () => {
      const here = await casesAt(client, department);
      return [...caseNumbers].every((caseNumber) => here.has(caseNumber)) || undefined;
    }, ARRIVES_WITHIN_MS);
    return { what: `${caseNumbers.size} cases at ${department}`, held: complete === true };
  });
}

/** Bodies outside the directory are held by the coordinator. */
function addressees({ items }: FiledCase): ReadonlySet<string> {
  const named = items.flatMap(({ lead, cooperating }) => [lead, ...cooperating]);
  return new Set(named.map((code) => (isDepartment(code) ? code : COORDINATOR)));
}

/** Open and closed ones: an officer may have been quicker than this question. */
async function casesAt(client: DemoClient, department: string): Promise<ReadonlySet<string>> {
  const states = ['open', 'closed'] as const;
  const lists = await Promise.all(states.map((state) => client.worklist(department, state)));
  return new Set(lists.flat().map(({ caseNumber }) => caseNumber));
}
