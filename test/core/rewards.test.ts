/** Rewards: what they come to, who may be rewarded, and the lawful way of a claim. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories } from '../../shared/complaints/categories.ts';
import { yuan } from '../../shared/money.ts';
import { awardOf } from '../../shared/rewards/amount.ts';
import type { RewardClaim } from '../../shared/rewards/claim.ts';
import { rewardForClaimant } from '../../shared/rewards/claimant-view.ts';
import { itemToClaim } from '../../shared/rewards/claiming.ts';
import { barsOf, conditionCodes } from '../../shared/rewards/eligibility.ts';
import {
  decide,
  transitions,
  type RewardCommand,
  type RewardOfficer,
} from '../../shared/rewards/lifecycle.ts';
import { watchReward } from '../../shared/rewards/lapsing.ts';
import { schemeOf, schemeOfItem } from '../../shared/rewards/scheme-of-item.ts';
import { grades, schemeCodes, schemes } from '../../shared/rewards/schemes.ts';
import { actsOf } from '../../shared/rewards/steps.ts';
import { plusDays } from '../../shared/time.ts';
import { aCase, AT, TODAY } from '../support/builders.ts';
import { aClaim, allAnswered, anAssessment } from '../support/rewards.ts';

describe('the amount of a reward', () => {
  it.each([
    // grade, fine in yuan, reward in yuan, with the finance bureau (domain B.4)
    [1, 80_000, 5_000, false],
    [1, 100_000, 5_000, false],
    [2, 50_000, 3_000, false],
    [3, 200_000, 2_000, false],
    [3, 0, 1_000, false],
    [1, 30_000_000, 1_000_000, true],
    [1, 10_000_000, 500_000, true],
    [2, 9_999_999, 299_999.97, false],
  ] as const)('grade %i of a fine of %i yuan is %d yuan (国市监稽规〔2021〕4号)', (...vector) => {
    const [grade, fine, reward, jointWithFinance] = vector;
    const award = awardOf('MARKET_2021', grade, yuan(fine));
    expect(award).toMatchObject({ amountFen: Math.round(reward * 100), jointWithFinance });
  });

  it.each([
    [300, 1_000, 200],
    [300, 200_000, 6_000],
    [300, 8_000_000, 200_000],
    [100, 15_000, 200],
  ])('%i basis points of a case worth %i yuan are %d yuan (医保办发〔2022〕22号)', (...vector) => {
    const [rate, value, reward] = vector;
    const grade = grades.find((one) => schemes.MEDINS_2022.grades[one].rateBasisPoints === rate);
    expect(awardOf('MEDINS_2022', grade ?? 1, yuan(value)).amountFen).toBe(yuan(reward));
  });

  it('rounds half a fen up, and only then', () => {
    expect(awardOf('MARKET_2021', 3, 50_000_050).shareFen).toBe(500_001);
    expect(awardOf('MARKET_2021', 3, 50_000_049).shareFen).toBe(500_000);
  });

  it('never leaves floor and cap, and never falls when the base rises', () => {
    const base = fc.integer({ min: 0, max: yuan(1_000_000_000) });
    fc.assert(
      fc.property(
        fc.constantFrom(...schemeCodes),
        fc.constantFrom(...grades),
        base,
        base,
        (code, grade, a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const less = awardOf(code, grade, low);
          const more = awardOf(code, grade, high);
          expect(Number.isInteger(less.amountFen)).toBe(true);
          expect(less.amountFen).toBeGreaterThanOrEqual(less.floorFen);
          expect(more.amountFen).toBeLessThanOrEqual(more.capFen);
          expect(less.amountFen).toBeLessThanOrEqual(more.amountFen);
          const exact = (BigInt(high) * BigInt(more.rateBasisPoints) * 2n + 10_000n) / 20_000n;
          expect(BigInt(more.shareFen)).toBe(exact);
        },
      ),
    );
  });
});

describe('the scheme of an item', () => {
  it('has the matrix say yes or no for every category', () => {
    expect(Object.keys(schemeOf).sort()).toEqual(categories.map(({ code }) => code).sort());
  });

  it('rewards a report and no private claim', () => {
    const item = { categories: ['PRICE'], lead: 'MARKET' } as const;
    expect(schemeOfItem({ ...item, track: 'R' }, TODAY)).toBe('MARKET_2021');
    expect(schemeOfItem({ ...item, track: 'C' }, TODAY)).toBeUndefined();
  });

  it('pays one tip once: where two departments lead, the one whose measure it is', () => {
    const item = { categories: ['BRIBERY'], track: 'R' } as const;
    expect(schemeOfItem({ ...item, lead: 'MARKET' }, TODAY)).toBe('MARKET_2021');
    expect(schemeOfItem({ ...item, lead: 'HEALTH' }, TODAY)).toBeUndefined();
  });

  it('reaches no report from before its first day', () => {
    const item = { categories: ['INSURANCE_FRAUD'], lead: 'MEDINS', track: 'R' } as const;
    expect(schemeOfItem(item, '2022-12-31')).toBeUndefined();
    expect(schemeOfItem(item, '2023-01-01')).toBe('MEDINS_2022');
  });
});

describe('who may be rewarded', () => {
  it.each(conditionCodes)('is nobody for whom it does not hold: %s', (condition) => {
    const conditions = allAnswered({ [condition]: 'notMet' });
    expect(barsOf('MARKET_2021', { conditions, serious: 'CLOSURE' })).toEqual([condition]);
  });

  it('is the internal whistle-blower all the same', () => {
    const conditions = allAnswered({ NOT_OFFENDER: 'notMet' });
    expect(barsOf('MARKET_2021', { conditions, serious: 'CLOSURE', insider: true })).toEqual([]);
  });

  it('may show at the counter what concerns his person, and nothing of the report', () => {
    const person = allAnswered({ NATURAL_PERSON: 'atCounter', NOT_STAFF: 'atCounter' });
    expect(barsOf('MEDINS_2022', { conditions: person })).toEqual([]);
    const report = allAnswered({ VERIFIED: 'atCounter' });
    expect(barsOf('MEDINS_2022', { conditions: report })).toEqual(['VERIFIED']);
  });

  it('needs a serious violation where the measure rewards those only', () => {
    expect(barsOf('MARKET_2021', { conditions: allAnswered() })).toEqual(['NOT_SERIOUS']);
    expect(barsOf('MEDINS_2022', { conditions: allAnswered() })).toEqual([]);
  });
});

describe('claiming', () => {
  const concluded = (file = aCase({ categories: ['PRICE', 'INSURANCE_FRAUD'] })) => ({
    ...file,
    items: file.items.map((item) => ({ ...item, status: 'concluded' as const })),
  });

  it('waits for the answer to the report', () => {
    expect(itemToClaim(aCase(), [])).toMatchObject({ error: { code: 'NOT_YET' } });
  });

  it('takes one item after the other, each once', () => {
    const file = concluded();
    const numbers = file.items.map(({ itemNumber }) => itemNumber);
    expect(itemToClaim(file, [])).toMatchObject({ value: { item: { itemNumber: numbers[0] } } });
    expect(itemToClaim(file, numbers.slice(0, 1))).toMatchObject({
      value: { item: { itemNumber: numbers[1] } },
    });
    expect(itemToClaim(file, numbers)).toMatchObject({ error: { code: 'ALREADY_CLAIMED' } });
  });

  it('finds nothing in a case without a scheme', () => {
    const file = concluded(aCase({ categories: ['SERVICE_ATTITUDE'] }));
    expect(itemToClaim(file, [])).toMatchObject({ error: { code: 'NO_REWARD' } });
  });
});

const everyone = ['officer', 'approver'];
const of = (
  subject: string,
  department: RewardOfficer['department'] = 'MARKET',
  roles = everyone,
): RewardOfficer => ({ subject, department, roles });

const payment: RewardCommand = {
  type: 'record-payment',
  paidOn: TODAY,
  rewardSecret: '-',
  shown: [],
};

/** The claim after these acts, each of which must be taken. */
const after = (...acts: readonly (readonly [RewardCommand, RewardOfficer])[]): RewardClaim =>
  acts.reduce((claim, [command, officer]) => {
    const outcome = decide(claim, command, officer, AT);
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.error.code}`);
    return outcome.value.claim;
  }, aClaim());

const refusal = (claim: RewardClaim, command: RewardCommand, officer: RewardOfficer) => {
  const outcome = decide(claim, command, officer, AT);
  return outcome.ok ? undefined : outcome.error.code;
};

const approve: RewardCommand = { type: 'approve' };
const large = anAssessment({ baseFen: yuan(10_000_000) });

describe('the way of a claim', () => {
  it('goes from assessment over two approvals to notice and payment', () => {
    const paid = after(
      [anAssessment(), of('a')],
      [approve, of('b')],
      [approve, of('c')],
      [{ type: 'notify' }, of('a')],
      [payment, of('d')],
    );
    expect(paid).toMatchObject({
      status: 'paid',
      assessment: { by: 'a', award: { amountFen: yuan(5_000), setBy: 'FLOOR' } },
      ...{ firstApproval: { by: 'b' }, secondApproval: { by: 'c' }, payment: { by: 'd' } },
    });
  });

  it('takes three persons to decide', () => {
    const assessed = after([anAssessment(), of('a')]);
    expect(refusal(assessed, approve, of('a'))).toBe('SAME_PERSON');
    const endorsed = after([anAssessment(), of('a')], [approve, of('b')]);
    expect(refusal(endorsed, approve, of('a'))).toBe('SAME_PERSON');
    expect(refusal(endorsed, approve, of('b'))).toBe('SAME_PERSON');
  });

  it('leaves the second approval of a large sum to the finance bureau alone', () => {
    const endorsed = after([large, of('a')], [approve, of('b')]);
    expect(refusal(endorsed, approve, of('c'))).toBe('JOINT_DECISION_NEEDED');
    expect(refusal(endorsed, approve, of('f', 'FINANCE', ['officer']))).toBe('ROLE_MISSING');
    expect(refusal(endorsed, approve, of('f', 'FINANCE'))).toBeUndefined();
    const small = after([anAssessment(), of('a')], [approve, of('b')]);
    expect(refusal(small, approve, of('f', 'FINANCE'))).toBe('NOT_YOUR_DEPARTMENT');
  });

  it('forgets assessment and approval when it is sent back', () => {
    const back = after(
      [anAssessment(), of('a')],
      [approve, of('b')],
      [{ type: 'return', reason: '等次请再核。' }, of('c')],
    );
    expect(back).toEqual({ ...aClaim(), version: 4 });
  });

  it('is not assessed on nothing: neither without a base nor on a penalty nobody finds', () => {
    const { baseFen: _, ...without } = anAssessment();
    expect(refusal(aClaim(), without, of('a'))).toBe('BASE_MISSING');
    const named = { ...without, penaltyId: 'P-20261120-0123456789' };
    expect(refusal(aClaim(), named, of('a'))).toBe('UNKNOWN_PENALTY');
    const outcome = decide(aClaim(), named, of('a'), AT, yuan(100_000));
    expect(outcome).toMatchObject({
      value: { claim: { assessment: { award: { baseFen: yuan(100_000) } } } },
    });
  });

  it('pays only what was left to be shown and has been', () => {
    const conditions = allAnswered({ NATURAL_PERSON: 'atCounter' });
    const notified = after(
      [anAssessment({ conditions }), of('a')],
      [approve, of('b')],
      [approve, of('c')],
      [{ type: 'notify' }, of('a')],
    );
    expect(refusal(notified, payment, of('a'))).toBe('CONDITIONS_NOT_SHOWN');
    const shown: RewardCommand = { ...payment, shown: ['NATURAL_PERSON'] };
    expect(refusal(notified, shown, of('a'))).toBeUndefined();
  });

  it('lapses when the last day to collect has passed, not before', () => {
    const notified = after(
      [anAssessment(), of('a')],
      [approve, of('b')],
      [approve, of('c')],
      [{ type: 'notify' }, of('a')],
    );
    expect(refusal(notified, { type: 'lapse' }, of('a'))).toBe('STILL_COLLECTABLE');
    const muchLater = '2027-03-01T02:00:00.000Z';
    expect(decide(notified, { type: 'lapse' }, of('a'), muchLater)).toMatchObject({
      value: { claim: { status: 'lapsed' } },
    });
  });

  it('is told of at once and a week before the last day, and lapses by itself when that is well over', () => {
    let claim = after(
      [anAssessment(), of('a')],
      [approve, of('b')],
      [approve, of('c')],
      [{ type: 'notify' }, of('a')],
    );
    const collectBy = claim.notice?.collectBy ?? '';
    const told: (readonly [number, string])[] = [];
    const daysFromLast = (day: string) => (Date.parse(day) - Date.parse(collectBy)) / 86_400_000;
    for (let day = TODAY; day < '2027-03-01'; day = plusDays(day, 1)) {
      const watched = watchReward(claim, `${day}T02:00:00.000Z`);
      if (!watched) continue;
      expect(watched.claim.version).toBe(claim.version + 1);
      expect(watched.event).toMatchObject({ seq: claim.version + 1, byClock: true });
      claim = watched.claim;
      told.push([daysFromLast(day), watched.news]);
    }
    const first = daysFromLast(TODAY);
    expect(told).toEqual([
      [first, 'rewardWaiting'],
      [-7, 'rewardWaiting'],
      [4, 'rewardLapsed'],
    ]);
    expect(claim).toMatchObject({ status: 'lapsed', notice: { collectBy } });
  });

  it('shows its claimant no officer and no amount before the notice, and a refusal in words', () => {
    const endorsed = after([large, of('assessor')], [approve, of('endorser')]);
    const seen = JSON.stringify(rewardForClaimant(endorsed));
    expect(seen).not.toContain('assessor');
    expect(seen).not.toContain('endorse');
    expect(seen).not.toContain('amountFen');
    const text = '经核查，举报的情况不属实。';
    const refused = after([{ type: 'refuse', ground: 'VERIFIED', text }, of('b')]);
    expect(rewardForClaimant(refused)).toMatchObject({ status: 'refused', refusal: { text } });
  });
});

const anyCommand: fc.Arbitrary<RewardCommand> = fc.constantFrom(
  anAssessment(),
  large,
  approve,
  { type: 'return' as const, reason: '再核' },
  { type: 'refuse' as const, ground: 'OTHER' as const, text: '不予奖励' },
  { type: 'notify' as const },
  payment,
  { type: 'lapse' as const },
);
const anybody = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.constantFrom('MARKET' as const, 'FINANCE' as const, 'HEALTH' as const),
    fc.subarray(everyone),
  )
  .map(([subject, department, roles]) => of(subject, department, roles));

describe('any sequence of commands', () => {
  it('stays in the table, rises by one, and pays nothing that three persons did not decide', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCommand, anybody), { maxLength: 30 }), (acts) => {
        let claim = aClaim();
        for (const [command, officer] of acts) {
          const outcome = decide(claim, command, officer, AT);
          if (!outcome.ok) continue;
          expect(transitions[claim.status][command.type]).toBe(outcome.value.claim.status);
          expect(outcome.value.claim.version).toBe(claim.version + 1);
          claim = outcome.value.claim;
        }
        const { assessment, firstApproval, secondApproval, payment: paid } = claim;
        if (secondApproval) {
          const persons = [assessment?.by, firstApproval?.by, secondApproval.by];
          expect(new Set(persons).size).toBe(3);
          if (assessment?.award.jointWithFinance) expect(secondApproval.department).toBe('FINANCE');
        }
        expect(paid === undefined || secondApproval !== undefined).toBe(true);
      }),
    );
  });

  it('offers a caller exactly the acts that would be taken of him', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyCommand, anybody), { maxLength: 10 }),
        anybody,
        (acts, caller) => {
          let claim = aClaim();
          for (const [command, officer] of acts) {
            const outcome = decide(claim, command, officer, AT);
            if (outcome.ok) claim = outcome.value.claim;
          }
          for (const { type, mayAct, why } of actsOf(claim, caller, AT)) {
            expect(mayAct).toBe(why === undefined);
            const command = [anAssessment(), approve, payment].find((one) => one.type === type);
            if (command) expect(decide(claim, command, caller, AT).ok).toBe(mayAct);
          }
        },
      ),
    );
  });
});
