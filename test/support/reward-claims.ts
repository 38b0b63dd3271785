/** Rewards at the HTTP interface: a report that is answered, its claim, and the three persons of the health commission. */
import { randomUUID } from 'node:crypto';
import type { Answer, DemoClient } from '../../cdk/local/demo/client.ts';
import { aComplaintBody } from './complaints.ts';
import { today } from './penalties.ts';
import { allAnswered } from './rewards.ts';

export interface RewardReceipt {
  readonly caseNumber: string;
  readonly receiptCode: string;
  readonly rewardSecret: string;
}

type Desk =
  readonly ['officer'] | readonly ['approver'] | readonly ['officer', 'reviewer', 'approver'];
const assessor: Desk = ['officer'];
const first: Desk = ['approver'];
const second: Desk = ['officer', 'reviewer', 'approver'];

function demand(status: number, answer: Answer): Answer {
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

async function desk(client: DemoClient, as: Desk, status: number, path: string, body: unknown) {
  const token = await client.officer('HEALTH', ...as);
  const answer = await client.post(`/api/desk${path}`, { token, body, key: randomUUID() });
  return demand(status, answer);
}

export const answerWords = '经查属实，已依法处理。';

/** A report to the health commission alone, so that nobody's help is waited for; accepted and answered. */
export async function answeredReport(client: DemoClient): Promise<RewardReceipt> {
  const body = aComplaintBody({ categories: ['OUT_OF_SCOPE'] });
  const filed = demand(201, await client.post('/api/complaints', { body, key: randomUUID() }));
  const receipt = filed.json as RewardReceipt; // the contract of a 201 where a scheme applies
  const commands = `/cases/${receipt.caseNumber}/items/1/commands`;
  await desk(client, assessor, 200, commands, { type: 'accept' });
  const answer = { type: 'conclude', outcome: '属实', text: answerWords };
  await desk(client, assessor, 200, commands, answer);
  return receipt;
}

export const claimBody = ({ receiptCode, rewardSecret }: RewardReceipt) => ({
  receiptCode,
  rewardSecret,
});

/** Claims its reward. @returns the number of the claim */
export async function claimFor(client: DemoClient, receipt: RewardReceipt): Promise<string> {
  const request = { body: claimBody(receipt), key: randomUUID() };
  const { json } = demand(201, await client.post('/api/track/rewards', request));
  return (json as { claimNumber: string }).claimNumber; // the contract of a 201
}

export const assessment = {
  type: 'assess',
  grade: 2,
  baseFen: 8_000_000,
  facts: '现场检查与举报内容一致，已罚款八万元。',
  conditions: allAnswered({ NATURAL_PERSON: 'atCounter' }),
};

export const actOnClaim = (
  client: DemoClient,
  as: 'assessor' | 'first' | 'second',
  claimNumber: string,
  body: unknown,
  status = 200,
): Promise<Answer> =>
  desk(client, { assessor, first, second }[as], status, `/rewards/${claimNumber}/commands`, body);

/** Assessed, approved twice and told. */
export async function notifiedClaim(client: DemoClient, receipt: RewardReceipt): Promise<string> {
  const claimNumber = await claimFor(client, receipt);
  await actOnClaim(client, 'assessor', claimNumber, assessment);
  await actOnClaim(client, 'first', claimNumber, { type: 'approve' });
  await actOnClaim(client, 'second', claimNumber, { type: 'approve' });
  await actOnClaim(client, 'assessor', claimNumber, { type: 'notify' });
  return claimNumber;
}

export const payment = ({ rewardSecret }: RewardReceipt) => ({
  ...{ type: 'record-payment', paidOn: today(), rewardSecret },
  shown: ['NATURAL_PERSON'],
});
