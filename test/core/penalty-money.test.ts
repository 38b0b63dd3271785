/** What is owed of a fine, what is heavier than what, and where a fine lies outside its article. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '../../shared/penalties/deadlines.ts';
import { penaltyKindCodes } from '../../shared/penalties/kinds.ts';
import { accountOf, surchargeFen } from '../../shared/penalties/payment.ts';
import { heavierIn, type Punishment } from '../../shared/penalties/punishment.ts';
import { rangeFindings } from '../../shared/penalties/ranges.ts';
import { proposalWarnings, penaltyWarnings } from '../../shared/penalties/warnings.ts';
import { plusDays } from '../../shared/time.ts';
import { aDecidedPenalty, aProposal } from '../support/builders.ts';

const DUE = '2026-12-04';
const plan = [{ dueOn: DUE, amountFen: 1_000_000 }];
const late = (days: number) => plusDays(DUE, days);

describe('the surcharge (72, 73)', () => {
  it('is three hundredths a day from the day after the fine was due, and never more than the fine', () => {
    expect(surchargeFen(plan, [], [], DUE)).toBe(0);
    expect(surchargeFen(plan, [], [], late(1))).toBe(30_000);
    expect(surchargeFen(plan, [], [], late(33))).toBe(990_000);
    expect(surchargeFen(plan, [], [], late(34))).toBe(1_000_000);
    expect(surchargeFen(plan, [], [], late(4_000))).toBe(1_000_000);
  });

  it('stops growing with the payment, and grows on what is left of it', () => {
    const half = [{ on: late(10), fineFen: 500_000 }];
    expect(surchargeFen(plan, half, [], late(10))).toBe(300_000);
    expect(surchargeFen(plan, half, [], late(20))).toBe(450_000);
    expect(surchargeFen(plan, [{ on: late(2), fineFen: 1_000_000 }], [], late(99))).toBe(60_000);
  });

  it('counts each part from its own day, and no day of a review or a suit', () => {
    const parts = [
      { dueOn: DUE, amountFen: 400_000 },
      { dueOn: late(10), amountFen: 600_000 },
    ];
    expect(surchargeFen(parts, [], [], late(10))).toBe(120_000);
    expect(surchargeFen(parts, [], [], late(11))).toBe(120_000 + 30_000);
    const contest = { from: late(3), until: late(8) };
    expect(surchargeFen(plan, [], [contest], late(10))).toBe(4 * 30_000);
    expect(surchargeFen(plan, [], [{ from: late(3) }], late(100))).toBe(2 * 30_000);
  });

  it('lies between nothing and the fine, and never shrinks from day to day', () => {
    const amount = fc.integer({ min: 1, max: 100_000_000 });
    const payment = fc.record({ on: fc.nat(60).map(late), fineFen: amount });
    fc.assert(
      fc.property(amount, fc.array(payment, { maxLength: 3 }), fc.nat(80), (fine, paid, days) => {
        const owed = [{ dueOn: DUE, amountFen: fine }];
        const today = surchargeFen(owed, paid, [], late(days));
        expect(today).toBeGreaterThanOrEqual(0);
        expect(today).toBeLessThanOrEqual(fine);
        expect(surchargeFen(owed, paid, [], late(days + 1))).toBeGreaterThanOrEqual(today);
      }),
    );
  });
});

describe('the account of a penalty', () => {
  const served = aDecidedPenalty({ service: { on: '2026-11-20', way: 'DIRECT' } });

  it('is due fifteen days after the decision was received', () => {
    expect(accountOf(served, '2026-12-04')).toMatchObject({ leftFen: 1_000_000, surchargeFen: 0 });
    expect(accountOf(served, '2026-12-05').dueOn).toBe('2026-12-07'); // the fifteenth day is a Saturday
    expect(accountOf(served, '2026-12-09')).toMatchObject({ surchargeFen: 60_000 });
  });

  it('says what is left after fine and surcharge were paid', () => {
    const on = '2026-12-08';
    const payments = [{ on, fineFen: 1_000_000, surchargeFen: 30_000, receipt: '示票1' }];
    expect(accountOf({ ...served, payments }, '2027-01-01').leftFen).toBe(0);
  });
});

describe('what is heavier', () => {
  const punishment: fc.Arbitrary<Punishment> = fc
    .tuple(fc.subarray([...penaltyKindCodes], { minLength: 1 }), fc.nat(1_000), fc.nat(1_000))
    .map(([kinds, fine, confiscated]) => ({
      kinds,
      ...(kinds.includes('P21') && { fineFen: fine + 1 }),
      ...(kinds.includes('P22') && { confiscatedFen: confiscated + 1 }),
    }));

  it('is not the same again, nor less of the same', () => {
    fc.assert(
      fc.property(punishment, (one) => {
        expect(heavierIn(one, one)).toBe(undefined);
        const less = { kinds: one.kinds.slice(0, 1) };
        expect(heavierIn(less, one)).toBe(undefined);
      }),
    );
  });

  it('is a higher amount, one more kind, or a graver kind in place of another', () => {
    const fine = (fineFen: number): Punishment => ({ kinds: ['P21'], fineFen });
    expect(heavierIn(fine(101), fine(100))).toBe('fineFen');
    expect(heavierIn({ kinds: ['P21', 'P31'], fineFen: 1 }, fine(100))).toBe('kinds');
    expect(heavierIn({ kinds: ['P33'] }, fine(100))).toBe('kinds');
    expect(heavierIn({ kinds: ['P11'] }, fine(100))).toBe(undefined);
    expect(heavierIn(fine(1_000_000), { kinds: ['P33'] })).toBe(undefined);
    expect(heavierIn({ kinds: ['P99'] }, { kinds: ['P33'] })).toBe('kinds');
  });
});

describe('the ranges of the articles', () => {
  const gains = { articles: ['HEALTH-99-1' as const], baseFen: 300_000 };

  it('count a gain below ten thousand yuan as ten thousand', () => {
    expect(rangeFindings({ ...gains, fineFen: 5_000_000 })).toEqual([]);
    expect(rangeFindings({ ...gains, fineFen: 4_999_999 })).toMatchObject([
      { code: 'FINE_BELOW_RANGE', fromFen: 5_000_000, toFen: 20_000_000 },
    ]);
    expect(rangeFindings({ ...gains, fineFen: 20_000_001 })).toMatchObject([
      { code: 'FINE_ABOVE_RANGE' },
    ]);
  });

  it('say what is missing to count a multiple, and nothing where no article was named', () => {
    expect(rangeFindings({ articles: ['INSURANCE-40'], fineFen: 1 })).toEqual([
      { code: 'BASE_MISSING', articles: ['《医疗保障基金使用监督管理条例》第40条'] },
    ]);
    expect(rangeFindings({ fineFen: 1 })).toEqual([]);
  });
});

describe('the warnings', () => {
  it('tell of a violation that was found too late (36), by what harm it did', () => {
    const found = { violationEndedOn: '2023-06-01', discoveredOn: '2026-06-01' };
    expect(proposalWarnings(aProposal(found), '2026-06-02')).toContainEqual({
      code: 'LIMITATION_PASSED',
      until: '2025-06-01',
    });
    const harmful = proposalWarnings(aProposal({ ...found, didHarm: true }), '2026-06-02');
    expect(harmful.map(({ code }) => code)).not.toContain('LIMITATION_PASSED');
  });

  it('name what a decision would lack of its six contents (59)', () => {
    expect(proposalWarnings(aProposal(), '2026-06-02')).toContainEqual({
      code: 'CONTENTS_MISSING',
      missing: ['PARTY', 'FACTS'],
    });
    const whole = aProposal({
      party: { ...aProposal().party, address: '示例路1号' },
      evidence: '现场检查笔录',
      rectification: { text: '立即改正' },
    });
    expect(proposalWarnings(whole, '2026-06-02')).toEqual([]);
  });

  it('tell of deadlines that passed and of a surcharge that grew', () => {
    const decided = aDecidedPenalty({
      decision: { decisionNumber: '示1号', decidedOn: '2026-10-30', decidedBy: 'approver' },
      service: { on: '2026-10-30', way: 'DIRECT' },
    });
    const codes = penaltyWarnings(decided, '2026-11-02', '2026-11-20');
    expect(codes).toEqual([
      { code: 'LATE', id: 'PN-PAY', dueOn: '2026-11-16' },
      { code: 'SURCHARGE', surchargeFen: 120_000 },
    ]);
  });

  it('wait for no publication of what never is public, and tell of a withdrawal that came too late', () => {
    const days = { decisionNumber: '示1号', decidedOn: '2026-10-30', decidedBy: 'approver' };
    const warned = aDecidedPenalty({
      proposal: aProposal({ kinds: ['P11'], fineFen: undefined }),
      decision: days,
    });
    expect(deadlinesOf(warned, undefined).map(({ id }) => id)).not.toContain('PUB-PEN');
    const undone = aDecidedPenalty({
      decision: days,
      contests: [{ kind: 'SUIT', from: '2026-11-02', until: '2026-11-06', outcome: 'REVOKED' }],
      withdrawal: { ground: 'REVOKED', reason: '撤销', at: '2026-11-16T02:00:00.000Z' },
    });
    expect(penaltyWarnings(undone, '2026-11-03', '2026-11-20')).toContainEqual({
      ...{ code: 'LATE', id: 'PN-WITHDRAW', dueOn: '2026-11-11' },
    });
  });
});
