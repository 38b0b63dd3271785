/** Takes each demo penalty through its lawful steps, by different persons, to its public page; some are still under way. */
import { askUntil } from './ask.ts';
import type { DemoClient } from './client.ts';
import { today } from './today.ts';
import { outcome, type Outcome } from './outcome.ts';
import { demoPenalties, type DemoPenalty } from './penalties.ts';
import { afterwards, wayOf, type DemoAct } from './penalty-ways.ts';
import { inParallel } from './progress.ts';
import { streetOf } from './street-of.ts';

const PUBLISHED_WITHIN_MS = 60_000;

export interface PenaltyRun {
  readonly penalty: DemoPenalty;
  readonly steps: readonly Outcome[];
  /** Address of the public page, where there is one. */
  readonly path?: string;
}

export function decidePenalties(client: DemoClient, run: string): Promise<readonly PenaltyRun[]> {
  return inParallel('penalties', demoPenalties, async (penalty, index) => {
    const key = `${run}-penalty-${index}`;
    const decisionNumber = `示罚〔${today().slice(0, 4)}〕${run.slice(0, 6)}第${index + 1}号`;
    const { steps, penaltyId } = await decide(client, key, penalty, decisionNumber);
    const stays = penalty.unpublished ?? penalty.upTo !== undefined;
    if (stays || !steps.every(({ held }) => held)) return { penalty, steps };
    const path = await publishedAt(client, decisionNumber);
    const published = { what: `publication of ${decisionNumber}`, held: path !== undefined };
    if (!path) return { penalty, steps: [...steps, published] };
    const after = await act(client, key, penalty, penaltyId, afterwards(penalty));
    return { penalty, steps: [...steps, published, ...after], path };
  });
}

/** The penalty's id is empty when it was not taken. */
async function decide(
  client: DemoClient,
  key: string,
  penalty: DemoPenalty,
  decisionNumber: string,
): Promise<{ readonly steps: readonly Outcome[]; readonly penaltyId: string }> {
  const { department, party, violation, facts, legalBasis, kinds, fineFen, confiscatedFen } =
    penalty;
  const proposed = await client.post('/api/desk/penalties', {
    token: await client.officer(department, 'officer'),
    key,
    body: {
      party: { ...party, ...streetOf(party) },
      ...{ violation, facts, legalBasis, kinds, fineFen, confiscatedFen },
      procedure: 'ORDINARY',
      handlers: ['示例证001', '示例证002'],
      ...penalty.more,
    },
  });
  const proposal = outcome(`proposal against ${party.name}`, proposed, 201);
  const { penaltyId = '' } = (proposed.json ?? {}) as { readonly penaltyId?: string }; // the contract of a 201
  const way = wayOf(penalty, decisionNumber);
  const end = way.findIndex(([, { type }]) => type === penalty.upTo);
  const acts = penaltyId ? way.slice(0, end < 0 ? way.length : end) : [];
  return { steps: [proposal, ...(await act(client, key, penalty, penaltyId, acts))], penaltyId };
}

/** One after the other, by officers of the penalty's department. */
async function act(
  client: DemoClient,
  key: string,
  { department }: DemoPenalty,
  penaltyId: string,
  acts: readonly DemoAct[],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [role, body] of acts) {
    const token = await client.officer(department, role);
    const path = `/api/desk/penalties/${penaltyId}/commands`;
    const answer = await client.post(path, { token, body, key: `${key}-${body.type}` });
    outcomes.push(outcome(`${body.type} of ${penaltyId}`, answer, 200));
  }
  return outcomes;
}

/** Where the public finds the decision; undefined when it does not come in time. */
function publishedAt(client: DemoClient, decisionNumber: string): Promise<string | undefined> {
  const query = new URLSearchParams({ kind: 'penalty', q: decisionNumber });
  return askUntil(async () => (await client.disclosures(query))[0]?.path, PUBLISHED_WITHIN_MS);
}
