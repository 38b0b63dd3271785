/** What becomes public, how long, and what never does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches } from '../../shared/disclosure/matching.ts';
import { localPath, objectKey } from '../../shared/disclosure/pages.ts';
import { publicationOf, type DecidedPenalty } from '../../shared/disclosure/publication.ts';
import type { PenaltyRecord } from '../../shared/disclosure/record.ts';
import { publicPenalty } from '../../shared/disclosure/redact.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { aDecidedPenalty, aProposal, AT, CASE_NUMBER, TODAY } from '../support/builders.ts';

const decided = (overrides: Partial<DecidedPenalty>): DecidedPenalty => ({
  authority: 'MARKET',
  procedure: 'ORDINARY',
  kinds: ['P21'],
  decidedOn: '2026-05-31',
  ...overrides,
});

function record(penalty: Penalty = aDecidedPenalty()): PenaltyRecord {
  const shown = publicPenalty(penalty, AT, TODAY);
  if (shown.state !== 'public' || shown.record.kind !== 'penalty') throw new Error(shown.state);
  return shown.record;
}

describe('the publication rule', () => {
  it.each([
    ['GENERAL', decided({}), '2026-08-31', '2027-05-31'],
    ['GENERAL', decided({ decidedOn: '2026-11-30' }), '2027-02-28', '2027-11-30'],
    ['SERIOUS', decided({ kinds: ['P21', 'P33'] }), '2027-05-31', '2029-05-31'],
    ['SERIOUS', decided({ kinds: ['P42'], decidedOn: '2028-02-29' }), '2029-02-28', '2031-02-28'],
  ])(
    '%s is public until its longest period ends',
    (creditClass, penalty, repairFrom, publicUntil) => {
      expect(publicationOf(penalty, '2026-06-01')).toMatchObject({
        outcome: 'publish',
        creditClass,
        repairFrom,
        publicUntil,
      });
    },
  );

  it('publishes within seven working days of the decision (国办发〔2018〕118号)', () => {
    expect(publicationOf(decided({ decidedOn: '2026-09-30' }), '2026-06-01')).toMatchObject({
      publishBy: '2026-10-15',
    });
  });

  it('never publishes what the police decided, nor detention (治安管理处罚法 136)', () => {
    const denied = { outcome: 'deny', reason: 'PUBLIC_SECURITY' };
    expect(publicationOf(decided({ authority: 'PSB' }), '2026-06-01')).toEqual(denied);
    expect(publicationOf(decided({ kinds: ['P51', 'P33'] }), '2026-06-01')).toEqual(denied);
  });

  it('keeps minor penalties to itself (36号令): on the spot, or a mere warning', () => {
    const denied = { outcome: 'deny', reason: 'MINOR' };
    expect(publicationOf(decided({ procedure: 'SIMPLE' }), '2026-06-01')).toEqual(denied);
    expect(publicationOf(decided({ kinds: ['P11', 'P12'] }), '2026-06-01')).toEqual(denied);
  });
});

describe('the public shape', () => {
  it('contains no private value of the penalty, whatever stands in it', () => {
    const secret = fc.string({
      minLength: 8,
      maxLength: 20,
      unit: fc.constantFrom(...'密甲乙丙XYZ'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(secret, { minLength: 4, maxLength: 4 }), (secrets) => {
        const [proposer = '', reviewer = '', approver = '', handler = ''] = secrets;
        const penalty = aDecidedPenalty({
          proposal: aProposal({ caseNumber: CASE_NUMBER, itemNumber: 1, handlers: [handler, 'x'] }),
          proposedBy: proposer,
          reviewedBy: reviewer,
          decision: {
            decisionNumber: '示〔2026〕1号',
            decidedOn: '2026-11-20',
            decidedBy: approver,
          },
        });
        const text = JSON.stringify(record(penalty));
        for (const hidden of [...secrets, CASE_NUMBER, penalty.penaltyId])
          expect(text).not.toContain(hidden);
      }),
    );
  });

  it('shows a private person as surname and 某, in every text', () => {
    const proposal = aProposal({
      party: { kind: 'PERSON_OTHER', name: '示三四' },
      facts: '示三四（电话13912345678，证件500109199001010019）无证行医。',
    });
    const text = JSON.stringify(record(aDecidedPenalty({ proposal })));
    expect(text).toContain('示某');
    for (const hidden of ['示三四', '13912345678', '500109199001010019'])
      expect(text).not.toContain(hidden);
  });

  it('names a practitioner, as the Dadukou plan 六（二十） orders, but makes no institution of him', () => {
    const proposal = aProposal({ party: { kind: 'PERSON_PRACTITIONER', name: '示五六' } });
    const shown = record(aDecidedPenalty({ proposal }));
    expect(shown.party.name).toBe('示五六');
    expect(shown.institution).toBe(undefined);
  });

  it('leaves of a withdrawn record its date and reason, nothing else', () => {
    const withdrawal = { reason: '决定被撤销', at: AT };
    const shown = publicPenalty(aDecidedPenalty({ status: 'withdrawn', withdrawal }), AT, TODAY);
    expect(shown).toMatchObject({ state: 'withdrawn', tombstone: { reason: '决定被撤销' } });
    expect(JSON.stringify(shown)).not.toMatch(/价格|优惠|综合门诊部/);
  });
});

describe('the register', () => {
  it('finds words anywhere in the published text', () => {
    const found = record();
    for (const q of ['罚〔2026〕1号', '综合门诊', '优惠价', '价格法', 'ma60qw'])
      expect([q, matches(found, { q })]).toEqual([q, true]);
    expect(matches(found, { q: '没有这样的字' })).toBe(false);
    expect(matches(found, { from: '2026-11-21' })).toBe(false);
    expect(matches(found, { department: 'HEALTH' })).toBe(false);
  });

  it('keeps each page under the key that is its path', () => {
    expect(objectKey(localPath('/', 'zh'))).toBe('index.html');
    expect(objectKey(localPath('/', 'en'))).toBe('en');
    expect(objectKey(localPath('/penalties/2026-11', 'en'))).toBe('en/penalties/2026-11');
  });
});
