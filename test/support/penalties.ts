/** A penalty's lawful way at the HTTP interface, by officers of the market department. */
import type { Answer, DemoClient } from '../../cdk/local/demo/client.ts';
import { dateInShanghai, instantOf } from '../../shared/time.ts';

export const today = (): string => dateInShanghai(instantOf(Date.now()));

type Changes = Readonly<Record<string, unknown>>;

export const aProposal = (changes: Changes = {}) => ({
  party: { kind: 'ORG', name: '示例综合门诊部', uscc: '91500104MA60QW12X2' },
  violation: '价格欺诈',
  facts: '以虚假的优惠价格诱导消费，多收价款。',
  legalBasis: ['《中华人民共和国价格法》第四十条'],
  kinds: ['P21', 'P22'],
  fineFen: 11_000_000,
  confiscatedFen: 2_820_000,
  procedure: 'ORDINARY',
  handlers: ['示例证001', '示例证002'],
  ...changes,
});

export async function propose(client: DemoClient, changes: Changes = {}): Promise<Answer> {
  const token = await client.officer('MARKET', 'officer');
  return client.post('/api/desk/penalties', { token, body: aProposal(changes) });
}

export const idOf = ({ json }: Answer): string => (json as { penaltyId: string }).penaltyId; // the contract of a 201

export async function act(
  client: DemoClient,
  role: string,
  penaltyId: string,
  body: unknown,
): Promise<Answer> {
  const token = await client.officer('MARKET', role);
  return client.post(`/api/desk/penalties/${penaltyId}/commands`, { token, body });
}

/** What the officer does between proposal and review. */
export const noticeAndStatements = () => [
  { type: 'notify', servedOn: today() },
  { type: 'waive-defence', statedOn: today() },
  { type: 'waive-hearing', statedOn: today() },
];

/** Everything before the decision. @throws when a step is refused */
export async function readyToDecide(client: DemoClient, changes: Changes = {}): Promise<string> {
  const penaltyId = idOf(await propose(client, changes));
  const steps = noticeAndStatements().map((body) => ['officer', body] as const);
  for (const [role, body] of [
    ...steps,
    ['reviewer', { type: 'review', outcome: 'pass' }] as const,
  ]) {
    const answer = await act(client, role, penaltyId, body);
    if (answer.status !== 200) throw new Error(`${body.type}: ${answer.status} ${answer.text}`);
  }
  return penaltyId;
}

/** Proposed, notified, reviewed and decided. @throws when a step is refused */
export async function decided(
  client: DemoClient,
  decisionNumber: string,
  changes: Changes = {},
): Promise<string> {
  const penaltyId = await readyToDecide(client, changes);
  const command = { type: 'decide', decisionNumber, decidedOn: today() };
  const answer = await act(client, 'approver', penaltyId, command);
  if (answer.status !== 200) throw new Error(`decide: ${answer.status} ${answer.text}`);
  return penaltyId;
}
