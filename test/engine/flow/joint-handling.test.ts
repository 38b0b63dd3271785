/** Eight departments act at once on one case, each when it likes: it ends in one state, and so do their worklists. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { askUntil } from '../../../cdk/local/demo/ask.ts';
import { dateInShanghai, instantOf } from '../../../shared/time.ts';
import { file, systemClient } from '../../support/citizen.ts';
import { jointComplaint, jointDeeds, jointEnd, type Deed } from '../../support/joint-case.ts';

const client = systemClient();

interface Tracked {
  readonly items: readonly unknown[];
}

/** Does what a department has to do, one deed after the other; what is refused for now is asked again. */
async function work(caseNumber: string, department: string, deeds: readonly Deed[]): Promise<void> {
  const token = await client.officer(department, 'officer');
  for (const { itemNumber, command } of deeds) {
    const path = `/api/desk/cases/${caseNumber}/items/${itemNumber}/commands`;
    const key = randomUUID();
    const done = await askUntil(async () => {
      const { status, text } = await client.post(path, { token, body: command, key });
      if (status === 200) return true;
      if (![403, 404, 409].includes(status)) throw new Error(`${status} ${text}`);
      return undefined;
    }, 40_000);
    expect([department, command.type, done]).toEqual([department, command.type, true]);
  }
}

it('ends in the same state whoever is faster', { timeout: 90_000 }, async () => {
  const today = dateInShanghai(instantOf(Date.now()));
  const { caseNumber, receiptCode, items } = await file(client, jointComplaint);
  expect(new Set(items.map(({ lead }) => lead))).toEqual(new Set(['MARKET', 'HEALTH', 'HRSS']));
  const eight = jointDeeds(today);
  await Promise.all(eight.map(({ department, deeds }) => work(caseNumber, department, deeds)));
  const tracked = await client.post('/api/track', { body: { receiptCode } });
  expect((tracked.json as Tracked).items).toMatchObject(jointEnd); // the contract of a 200
  for (const { department } of eight) {
    const left = await askUntil(async () => {
      const entries = await client.worklist(department, 'open');
      return entries.some((entry) => entry.caseNumber === caseNumber) ? undefined : 'nothing';
    }, 20_000);
    expect([department, left]).toEqual([department, 'nothing']);
  }
});
