/** The register of rewards: claimed with a secret, decided by three persons, and silent about who claims. */
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../functions/aws/case-store.ts';
import { watchClocks } from '../../functions/complaints/watch-clocks.ts';
import { submitComplaint } from '../../functions/complaints/submit-complaint.ts';
import { actOnReward } from '../../functions/rewards/act-on-reward.ts';
import { claimReward } from '../../functions/rewards/claim-reward.ts';
import { followReward } from '../../functions/rewards/follow-reward.ts';
import { listRewards } from '../../functions/rewards/list-rewards.ts';
import { readReward } from '../../functions/rewards/read-reward.ts';
import { MOST_GUESSES } from '../../functions/aws/reward-secret.ts';
import { penaltyWrites } from '../../functions/aws/supervision-store.ts';
import type { Officer, Outcome } from '../../functions/ports.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import type { CaseItem } from '../../shared/complaints/case-file.ts';
import { caseForOfficer } from '../../shared/complaints/desk-view.ts';
import { caseForCitizen } from '../../shared/complaints/views.ts';
import { yuan } from '../../shared/money.ts';
import type { Result } from '../../shared/result.ts';
import type { RewardCommand } from '../../shared/rewards/lifecycle.ts';
import { aComplaint, aDecidedPenalty, aProposal, AT, TODAY } from '../support/builders.ts';
import { countingChance, request, tablesWithKeys, withSettings } from '../support/handler-world.ts';
import type { MemoryTables } from '../support/memory-tables.ts';
import { anAssessment } from '../support/rewards.ts';

withSettings();

interface Filed {
  readonly caseNumber: string;
  readonly receiptCode: string;
  readonly rewardSecret?: string;
}

const randomBytes = countingChance;
const WRONG = '0000-0000-0000';

/** What a call answered, its writes committed as the HTTP wrapper would. */
async function done<T>(
  tables: MemoryTables,
  outcome: Promise<Result<Outcome<unknown>, Refusal>>,
): Promise<T> {
  const { value, error } = { value: undefined, error: undefined, ...(await outcome) };
  if (!value) throw new Error(error?.code);
  const saved = await tables.commit(value.writes ?? []);
  if (!saved.ok) throw new Error(`refused at ${saved.error.join()}`);
  return value.answer as T; // the shape each test asserts
}

async function filed(tables: MemoryTables, overrides = {}): Promise<Filed> {
  const call = submitComplaint(request(aComplaint(overrides)), { tables, randomBytes });
  return done<Filed>(tables, call);
}

async function conclude(tables: MemoryTables, { caseNumber }: Filed): Promise<void> {
  const { rows } = await tables.query('cases', `CASE#${caseNumber}`, { startsWith: 'ITEM#' });
  for (const row of rows) {
    const item = row['value'] as CaseItem; // written by filing
    const value = { ...item, status: 'concluded' };
    await tables.commit([{ table: 'cases', put: { ...row, value } }]);
  }
}

const proofOf = ({ receiptCode, rewardSecret = WRONG }: Filed) => ({ receiptCode, rewardSecret });

const claim = (tables: MemoryTables, proof: { receiptCode: string; rewardSecret: string }) =>
  claimReward(request(proof), { tables, randomBytes });

async function claimed(tables: MemoryTables): Promise<Filed & { claimNumber: string }> {
  const filing = await filed(tables);
  await conclude(tables, filing);
  const { claimNumber } = await done<{ claimNumber: string }>(
    tables,
    claim(tables, proofOf(filing)),
  );
  return { ...filing, claimNumber };
}

const officer = (
  subject: string,
  department: Officer['department'] = 'MARKET',
  roles = ['officer', 'approver'],
): Officer => ({ subject, name: subject, department, roles });

const act = (
  tables: MemoryTables,
  claimNumber: string,
  command: RewardCommand,
  by: Officer = officer('a'),
) => actOnReward(request(command, { path: { claimNumber }, officer: by }), { tables });

const list = (tables: MemoryTables, by: Officer, state: 'open' | 'closed' = 'open') =>
  done<{ rewards: { claimNumber: string }[]; cursor?: string }>(
    tables,
    listRewards(
      { ...request(undefined, { officer: by }), query: { state, limit: 50 } },
      { tables },
    ),
  );

const read = (tables: MemoryTables, claimNumber: string, by: Officer) =>
  readReward(request(undefined, { path: { claimNumber }, officer: by }), { tables });

describe('the secret of a reward', () => {
  it('comes with the receipt where a scheme may reward the report, and nowhere else', async () => {
    const tables = await tablesWithKeys();
    expect((await filed(tables)).rewardSecret).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const { rewardSecret } = await filed(tables, { categories: ['SERVICE_ATTITUDE'] });
    expect(rewardSecret).toBeUndefined();
  });

  it('stands in clear in no table', async () => {
    const tables = await tablesWithKeys();
    const { rewardSecret = '', ...filing } = await claimed(tables);
    const written = JSON.stringify(tables.all('vault')) + JSON.stringify(tables.all('cases'));
    expect(written).not.toContain(rewardSecret);
    expect(written).not.toContain(filing.receiptCode);
  });

  it('when wrong is answered like an unknown receipt code', async () => {
    const tables = await tablesWithKeys();
    const filing = await filed(tables);
    const wrong = await claim(tables, { ...proofOf(filing), rewardSecret: WRONG });
    const unknown = await claim(tables, { receiptCode: 'nonsense', rewardSecret: WRONG });
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ error: { status: 404, code: 'NOT_FOUND' } });
  });

  it('cannot be guessed at for ever, and rests for a day', async () => {
    const tables = await tablesWithKeys();
    const filing = await filed(tables);
    for (let guess = 0; guess < MOST_GUESSES; guess++)
      await claim(tables, { ...proofOf(filing), rewardSecret: WRONG });
    const locked = await claim(tables, proofOf(filing));
    expect(locked).toMatchObject({ error: { status: 409, code: 'TOO_MANY_ATTEMPTS' } });
    const tomorrow = { ...request(proofOf(filing)), now: '2026-11-21T02:00:01.000Z' };
    const again = await claimReward(tomorrow, { tables, randomBytes });
    expect(again).toMatchObject({ error: { code: 'NOT_YET' } });
  });

  it('is not used up by slips that the check character catches', async () => {
    const tables = await tablesWithKeys();
    const filing = await filed(tables);
    for (let slip = 0; slip <= MOST_GUESSES; slip++)
      await claim(tables, { ...proofOf(filing), rewardSecret: '0000-0000-0001' });
    expect(await claim(tables, proofOf(filing))).toMatchObject({ error: { code: 'NOT_YET' } });
  });
});

describe('claiming a reward', () => {
  it('is possible once the report is answered, once for each item', async () => {
    const tables = await tablesWithKeys();
    const filing = await filed(tables);
    const early = await claim(tables, proofOf(filing));
    expect(early).toMatchObject({ error: { status: 409, code: 'NOT_YET' } });
    await conclude(tables, filing);
    const answer = await done(tables, claim(tables, proofOf(filing)));
    expect(answer).toMatchObject({ status: 'inReview', itemNumber: 1, scheme: 'MARKET_2021' });
    const twice = await claim(tables, proofOf(filing));
    expect(twice).toMatchObject({ error: { status: 409, code: 'ALREADY_CLAIMED' } });
  });

  it('lets only one of two claims at the same time in', async () => {
    const tables = await tablesWithKeys();
    const filing = await filed(tables);
    await conclude(tables, filing);
    const both = await Promise.all([
      claim(tables, proofOf(filing)),
      claim(tables, proofOf(filing)),
    ]);
    const saved = [];
    for (const one of both) saved.push(one.ok && (await tables.commit(one.value.writes ?? [])).ok);
    expect(saved).toEqual([true, false]);
  });

  it('leaves no trace in the case', async () => {
    const tables = await tablesWithKeys();
    const filing = await filed(tables);
    await conclude(tables, filing);
    const before = JSON.stringify(tables.all('cases'));
    const { claimNumber } = await done<{ claimNumber: string }>(
      tables,
      claim(tables, proofOf(filing)),
    );
    await done(tables, act(tables, claimNumber, anAssessment()));
    expect(JSON.stringify(tables.all('cases'))).toBe(before);
    expect(tables.all('relay').filter(({ pk }) => pk.includes(claimNumber))).toEqual([]);
  });

  it('tells its claimant what can be claimed and how it goes', async () => {
    const tables = await tablesWithKeys();
    const filing = await filed(tables);
    const follow = () => followReward(request(proofOf(filing)), { tables });
    expect(await done(tables, follow())).toEqual({
      items: [{ itemNumber: 1, categories: ['PRICE'], scheme: 'MARKET_2021', state: 'NOT_YET' }],
    });
    await conclude(tables, filing);
    await done(tables, claim(tables, proofOf(filing)));
    expect(await done(tables, follow())).toMatchObject({
      items: [{ state: 'CLAIMABLE', claim: { status: 'inReview' } }],
    });
  });
});

describe('the desk of rewards', () => {
  it('shows a claim to the department that leads, and to no other, and to nobody without the role', async () => {
    const tables = await tablesWithKeys();
    const { claimNumber } = await claimed(tables);
    expect((await list(tables, officer('a'))).rewards).toMatchObject([{ claimNumber }]);
    expect((await list(tables, officer('h', 'HEALTH'))).rewards).toEqual([]);
    expect(await read(tables, claimNumber, officer('h', 'HEALTH'))).toMatchObject({
      error: { status: 404 },
    });
    const clerk = await read(tables, claimNumber, officer('k', 'MARKET', ['clerk']));
    expect(clerk).toMatchObject({ error: { status: 403, code: 'ROLE_MISSING' } });
    const tax = await read(tables, claimNumber, officer('t', 'TAX'));
    expect(tax).toMatchObject({ error: { status: 403 } });
  });

  it('brings a large sum to the finance bureau, which decides and keeps it among the closed', async () => {
    const tables = await tablesWithKeys();
    const { claimNumber } = await claimed(tables);
    const finance = officer('f', 'FINANCE');
    const large = anAssessment({ baseFen: yuan(10_000_000) });
    await done(tables, act(tables, claimNumber, large, officer('a')));
    expect((await list(tables, finance)).rewards).toEqual([]);
    await done(tables, act(tables, claimNumber, { type: 'approve' }, officer('b')));
    expect((await list(tables, finance)).rewards).toMatchObject([{ heldBy: 'FINANCE' }]);
    await done(tables, act(tables, claimNumber, { type: 'approve' }, finance));
    expect((await list(tables, finance)).rewards).toEqual([]);
    expect((await list(tables, finance, 'closed')).rewards).toMatchObject([{ claimNumber }]);
    expect((await list(tables, officer('a'))).rewards).toMatchObject([{ status: 'approved' }]);
  });

  it('takes fine and confiscation from the penalty of this case, decided, of this department', async () => {
    const tables = await tablesWithKeys();
    const { claimNumber, caseNumber } = await claimed(tables);
    const { baseFen: _, ...assessment } = anAssessment();
    const based = { ...assessment, penaltyId: 'P-20261120-0123456789' };
    expect(await act(tables, claimNumber, based)).toMatchObject({
      error: { status: 409, code: 'UNKNOWN_PENALTY' },
    });
    const proposal = aProposal({ caseNumber, itemNumber: 1, fineFen: yuan(30_000_000) });
    const event = { seq: 1, at: AT, type: 'decide', by: 'x' };
    await tables.commit(penaltyWrites(aDecidedPenalty({ version: 1, proposal }), event));
    expect(await done(tables, act(tables, claimNumber, based))).toMatchObject({
      assessment: { award: { amountFen: yuan(1_000_000), setBy: 'CAP', jointWithFinance: true } },
    });
  });

  it('pays to whoever shows the secret, and closes the claim', async () => {
    const tables = await tablesWithKeys();
    const { claimNumber, rewardSecret = '', ...filing } = await claimed(tables);
    await done(tables, act(tables, claimNumber, anAssessment(), officer('a')));
    await done(tables, act(tables, claimNumber, { type: 'approve' }, officer('b')));
    await done(tables, act(tables, claimNumber, { type: 'approve' }, officer('c')));
    await done(tables, act(tables, claimNumber, { type: 'notify' }, officer('a')));
    const told = await done(
      tables,
      followReward(request(proofOf({ ...filing, rewardSecret })), { tables }),
    );
    expect(told).toMatchObject({
      items: [{ claim: { status: 'notified', amountFen: yuan(5_000) } }],
    });
    const payment = (secret: string): RewardCommand => ({
      ...{ type: 'record-payment', paidOn: TODAY, rewardSecret: secret, shown: [] },
    });
    const wrong = await act(tables, claimNumber, payment(WRONG));
    expect(wrong).toMatchObject({ error: { status: 409, code: 'SECRET_WRONG' } });
    await done(tables, act(tables, claimNumber, payment(rewardSecret.toLowerCase())));
    expect((await list(tables, officer('a'))).rewards).toEqual([]);
    expect((await list(tables, officer('a'), 'closed')).rewards).toMatchObject([
      { status: 'paid', amountFen: yuan(5_000) },
    ]);
  });

  it('lapses by the clock what nobody collects, once, and its reporter alone reads of it before and after', async () => {
    const tables = await tablesWithKeys();
    const filing = await claimed(tables);
    const { claimNumber, caseNumber } = filing;
    await done(tables, act(tables, claimNumber, anAssessment(), officer('a')));
    await done(tables, act(tables, claimNumber, { type: 'approve' }, officer('b')));
    await done(tables, act(tables, claimNumber, { type: 'approve' }, officer('c')));
    await done(tables, act(tables, claimNumber, { type: 'notify' }, officer('a')));
    const watched = async (...days: readonly string[]) => {
      for (const day of days) await watchClocks({ tables }, `${day}T02:00:00.000Z`);
      const file = await loadCase(tables, caseNumber);
      if (!file) throw new Error('it was filed');
      const seenAtDesk = JSON.stringify(caseForOfficer(file, officer('a'), AT));
      expect(seenAtDesk).not.toContain('reward');
      return caseForCitizen(file, AT).timeline.map(({ type }) => type);
    };
    expect(await watched(TODAY, TODAY)).toEqual(['filed', 'rewardWaiting']);
    const waiting = ['filed', 'rewardWaiting', 'rewardWaiting'];
    expect(await watched('2027-01-02', '2027-01-02')).toEqual(waiting);
    expect(await watched('2027-03-01', '2027-03-01')).toEqual([...waiting, 'rewardLapsed']);
    expect(await done(tables, followReward(request(proofOf(filing)), { tables }))).toMatchObject({
      items: [{ claim: { status: 'lapsed' } }],
    });
    expect((await list(tables, officer('a'))).rewards).toEqual([]);
    expect((await list(tables, officer('a'), 'closed')).rewards).toMatchObject([
      { claimNumber, status: 'lapsed' },
    ]);
    expect(tables.all('vault').filter(({ pk }) => pk === 'REWARD#DUE')).toEqual([]);
  });

  it('answers a claim with nothing that tells who claims', async () => {
    const tables = await tablesWithKeys();
    const identity = { name: '金丝雀', phone: '13900000000' };
    const filing = await filed(tables, { anonymous: false, identity });
    await conclude(tables, filing);
    const { claimNumber } = await done<{ claimNumber: string }>(
      tables,
      claim(tables, proofOf(filing)),
    );
    const seen = JSON.stringify(await read(tables, claimNumber, officer('a')));
    const { rewardSecret = '', receiptCode } = filing;
    for (const secret of [...Object.values(identity), receiptCode, rewardSecret, '多收了检查费'])
      expect(seen).not.toContain(secret);
  });
});
