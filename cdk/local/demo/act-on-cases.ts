/** Officers act on the cases of their departments, and citizens come back with their receipt codes. */
import type { DemoClient } from './client.ts';
import type { Filing } from './file-complaints.ts';
import { outcome, type Outcome } from './outcome.ts';
import { inParallel } from './progress.ts';

/** The commands to one case keep their order; different cases are worked on side by side. */
export async function actOnCases(
  client: DemoClient,
  run: string,
  filings: readonly Filing[],
): Promise<readonly Outcome[]> {
  const cases = filings.filter(({ filed, complaint }) => filed && complaint.officer);
  const acts = await inParallel('officers’ acts', cases, async ({ filed, complaint }) => {
    const item = filed?.items.find(({ lead }) => client.hasOfficersOf(lead));
    if (!filed || !item) return [];
    const token = await client.officer(item.lead, 'officer');
    const path = `/api/desk/cases/${filed.caseNumber}/items/${item.itemNumber}/commands`;
    const outcomes: Outcome[] = [];
    for (const [index, body] of (complaint.officer ?? []).entries()) {
      const key = `${run}-${filed.caseNumber}-${index}`;
      const answer = await client.post(path, { body, token, key });
      outcomes.push(outcome(`${body.type} of ${filed.caseNumber}`, answer, 200));
    }
    return outcomes;
  });
  return acts.flat();
}

export function writeMessages(
  client: DemoClient,
  run: string,
  filings: readonly Filing[],
): Promise<readonly Outcome[]> {
  const writing = filings.filter(({ filed, complaint }) => filed && complaint.message);
  return inParallel('citizens’ messages', writing, async ({ filed, complaint }, index) => {
    const body = { receiptCode: filed?.receiptCode, text: complaint.message };
    const key = `${run}-message-${index}`;
    return outcome(
      `message ${index}`,
      await client.post('/api/track/messages', { body, key }),
      201,
    );
  });
}
