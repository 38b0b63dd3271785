/** The publication rule: whether, why, where and until when a penalty is public (domain B.6). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicationClock, withdrawalClock } from '../../shared/clocks/publication-clock.ts';
import { gsxtWindow, isMarketRegistered } from '../../shared/disclosure/channels.ts';
import {
  publicationOf,
  type DecidedPenalty,
  type Publication,
  type ShownPublication,
} from '../../shared/disclosure/publication.ts';
import {
  usualPublicationPolicy,
  type PublicationPolicy,
} from '../../shared/districts/publication-policy.ts';
import { beibei } from '../../shared/districts/beibei.ts';
import { dadukou } from '../../shared/districts/dadukou.ts';
import { yuan } from '../../shared/money.ts';
import { penaltyKindCodes } from '../../shared/penalties/kinds.ts';

const DECIDED = '2026-05-31';
const decided = (overrides: Partial<DecidedPenalty> = {}): DecidedPenalty => ({
  authority: 'HEALTH',
  party: { kind: 'ORG', uscc: '91500104MA60QW12X2' },
  procedure: 'ORDINARY',
  kinds: ['P21'],
  fineFen: yuan(10_000),
  decidedOn: DECIDED,
  ...overrides,
});

function shown(publication: Publication): ShownPublication {
  if (publication.outcome === 'deny') throw new Error(publication.reason);
  return publication;
}

const denial = (penalty: DecidedPenalty, on = DECIDED): string => {
  const publication = publicationOf(penalty, on);
  return publication.outcome === 'deny' ? publication.reason : publication.outcome;
};

const MINOR = { procedure: 'SIMPLE', minorPublication: { reason: '确需公示' } } as const;
const penaltyOf = { MINOR, GENERAL: {}, SERIOUS: { kinds: ['P33'] } } as const;

describe('the period of publication', () => {
  it.each([
    ['MINOR', '2026-05-31', undefined, '2026-08-31'],
    ['GENERAL', '2026-05-31', '2026-08-31', '2027-05-31'],
    ['GENERAL', '2026-11-30', '2027-02-28', '2027-11-30'],
    ['SERIOUS', '2026-05-31', '2027-05-31', '2029-05-31'],
    ['SERIOUS', '2028-02-29', '2029-02-28', '2031-02-28'],
  ] as const)(
    'of a %s penalty of %s may be repaired from %s and stops on %s',
    (creditClass, decidedOn, repairFrom, publicUntil) => {
      const publication = shown(
        publicationOf(decided({ ...penaltyOf[creditClass], decidedOn }), decidedOn),
      );
      expect(publication).toMatchObject({ creditClass, publicUntil });
      expect(publication.repairFrom).toBe(repairFrom);
    },
  );

  it('ends with the day on which it stops, and no day before', () => {
    expect(denial(decided(), '2027-05-30')).toBe('publish');
    expect(publicationOf(decided(), '2027-05-31')).toEqual({
      ...{ outcome: 'deny', reason: 'EXPIRED', since: '2027-05-31' },
    });
  });

  it('of what another authority decided ends when it says, never later than the law', () => {
    const imported = (publicUntil: string) =>
      shown(publicationOf(decided({ imported: { publicUntil } }), DECIDED)).publicUntil;
    expect(imported('2026-12-31')).toBe('2026-12-31');
    expect(imported('2099-12-31')).toBe('2027-05-31');
  });

  it('begins within seven working days of the decision (国办发〔2018〕118号)', () => {
    const { publishBy } = shown(publicationOf(decided({ decidedOn: '2026-09-30' }), '2026-09-30'));
    expect(publishBy).toBe('2026-10-15');
    const light = decided({
      ...{ kinds: ['P11'], fineFen: undefined, decidedOn: '2026-09-10' },
      minorPublication: { at: '2026-09-30T02:00:00.000Z' },
    });
    expect(shown(publicationOf(light, '2026-09-30')).publishBy).toBe('2026-10-15');
  });
});

describe('what never becomes public', () => {
  it.each([
    ['PUBLIC_SECURITY', { authority: 'PSB' }],
    ['PUBLIC_SECURITY', { kinds: ['P51', 'P33'] }],
    ['JUVENILE', { party: { kind: 'JUVENILE' } }],
    ['STATE_SECRET', { secrecy: ['STATE_SECRET', 'PRIVACY'] }],
    ['SAFETY', { secrecy: ['SAFETY'] }],
    ['MINOR', { procedure: 'SIMPLE' }],
    ['MINOR', { kinds: ['P11', 'P12'], fineFen: undefined }],
    ['NOT_DECIDED', { decidedOn: undefined }],
  ] as const)('%s: %o', (reason, overrides) => {
    expect(denial(decided(overrides))).toBe(reason);
  });

  it('stays closed whatever else is said of it: no listing and no wish to publish opens it', () => {
    const closed = fc.constantFrom<Partial<DecidedPenalty>>(
      { authority: 'PSB' },
      { kinds: ['P51'] },
      { party: { kind: 'JUVENILE' } },
      { secrecy: ['STATE_SECRET'] },
      { secrecy: ['SAFETY', 'TRADE_SECRET'] },
    );
    const given = fc.record({
      procedure: fc.constantFrom('SIMPLE', 'ORDINARY'),
      minorPublication: fc.constantFrom(undefined, { reason: '确需公示' }),
      seriousListing: fc.constantFrom(undefined, { basis: '示例' }),
      repair: fc.constantFrom(undefined, {}),
      withdrawal: fc.constantFrom(undefined, {}),
    });
    fc.assert(
      fc.property(closed, given, (never, rest) => {
        const reason = denial(decided({ ...rest, ...never }));
        expect(reason).toMatch(/^(PUBLIC_SECURITY|JUVENILE|STATE_SECRET|SAFETY)$/);
      }),
    );
  });

  it('is told apart from what is public no more', () => {
    expect(denial(decided({ withdrawal: {} }))).toBe('WITHDRAWN');
    expect(denial(decided({ repair: {} }))).toBe('REPAIRED');
    expect(denial(decided({ ...MINOR, minorPublication: undefined, repair: {} }))).toBe('MINOR');
  });
});

describe('the credit class', () => {
  const classOf = (overrides: Partial<DecidedPenalty>, policy?: PublicationPolicy) => {
    const { creditClass, reasons } = shown(
      publicationOf(decided({ minorPublication: {}, ...overrides }), DECIDED, policy),
    );
    return [creditClass, ...reasons];
  };

  it('says what made it so', () => {
    expect(classOf({ kinds: ['P21', 'P42', 'P33'] })).toEqual(['SERIOUS', 'KIND_P42', 'KIND_P33']);
    expect(classOf({ seriousListing: {} })).toEqual(['SERIOUS', 'SERIOUS_LISTING']);
    expect(classOf({ kinds: ['P22', 'P21'] })).toEqual(['GENERAL', 'KIND_P22', 'LARGE_FINE']);
    expect(classOf({ kinds: ['P11'], fineFen: undefined })).toEqual([
      ...['MINOR', 'ONLY_WARNING', 'MINOR_PUBLICATION'],
    ]);
    expect(classOf({ procedure: 'SIMPLE' })).toEqual([
      ...['MINOR', 'SIMPLE_PROCEDURE', 'MINOR_PUBLICATION'],
    ]);
  });

  it('counts every fine of the ordinary procedure as GENERAL until thresholds are known', () => {
    expect(classOf({ fineFen: 1 })).toEqual(['GENERAL', 'LARGE_FINE']);
    expect(classOf({ fineFen: yuan(100_000_000) })).toEqual(['GENERAL', 'LARGE_FINE']);
  });

  it('takes a fine for small where the authority of its field said so, and in no other field', () => {
    const upTo = (amount: number) => ({ largeFromFen: yuan(amount) });
    const policy: PublicationPolicy = {
      ...usualPublicationPolicy,
      finesOf: { HEALTH: { person: upTo(1_000), organisation: upTo(10_000) } },
    };
    const health = { authority: 'HEALTH', fineFen: yuan(9_999) } as const;
    const small = ['MINOR', 'SMALL_FINE', 'MINOR_PUBLICATION'];
    expect(classOf(health, policy)).toEqual(small);
    expect(classOf({ ...health, fineFen: yuan(10_000) }, policy)).toEqual([
      'GENERAL',
      'LARGE_FINE',
    ]);
    expect(classOf({ ...health, authority: 'MARKET' }, policy)).toEqual(['GENERAL', 'LARGE_FINE']);
    expect(classOf({ ...health, kinds: ['P21', 'P22'] }, policy)).toEqual(['GENERAL', 'KIND_P22']);
    expect(classOf(health)).toEqual(['GENERAL', 'LARGE_FINE']);
    for (const { publication } of [beibei, dadukou])
      expect(publication).not.toHaveProperty('finesOf');
  });

  it('follows the thresholds of a district, for persons and for organisations', () => {
    const policy: PublicationPolicy = {
      ...usualPublicationPolicy,
      fines: {
        person: { largeFromFen: yuan(5_000), hugeFromFen: yuan(50_000) },
        organisation: { largeFromFen: yuan(50_000), hugeFromFen: yuan(500_000) },
      },
    };
    const fine = (amount: number) => ({ fineFen: yuan(amount) });
    const person = { party: { kind: 'PERSON_OTHER' } } as const;
    expect(classOf(fine(49_999), policy)).toEqual(['MINOR', 'SMALL_FINE', 'MINOR_PUBLICATION']);
    expect(classOf(fine(50_000), policy)).toEqual(['GENERAL', 'LARGE_FINE']);
    expect(classOf(fine(500_000), policy)).toEqual(['SERIOUS', 'HUGE_FINE']);
    expect(classOf({ ...fine(50_000), ...person }, policy)).toEqual(['SERIOUS', 'HUGE_FINE']);
  });
});

describe('secrets of trade and private life', () => {
  it('are left out, and it is said which part and why', () => {
    const publication = shown(publicationOf(decided({ secrecy: ['TRADE_SECRET'] }), DECIDED));
    expect(publication).toMatchObject({
      ...{ outcome: 'redact', removed: [{ part: 'facts', ground: 'TRADE_SECRET' }] },
    });
    const person = { kind: 'PERSON_PRACTITIONER' } as const;
    const ofPerson = decided({ party: person, secrecy: ['PRIVACY'] });
    expect(shown(publicationOf(ofPerson, DECIDED)).removed).toEqual([
      { part: 'facts', ground: 'PRIVACY' },
      { part: 'partyName', ground: 'PRIVACY' },
    ]);
  });
});

describe('the channels', () => {
  const channelsOf = (overrides: Partial<DecidedPenalty>, policy?: PublicationPolicy) =>
    shown(publicationOf(decided(overrides), DECIDED, policy)).channels.join(' ');

  it('take every public penalty, the national enterprise system only those of market-registered institutions', () => {
    const org = (uscc?: string) => ({ party: { kind: 'ORG', uscc } }) as const;
    expect(channelsOf(org('91500104MA60QW12X2'))).toBe('SITE CITY_CREDIT HEALTH_CREDIT GSXT');
    for (const uscc of ['52500109MJP1A2B30F', '12500109450388882L', undefined])
      expect(channelsOf(org(uscc))).toBe('SITE CITY_CREDIT HEALTH_CREDIT');
    expect(isMarketRegistered('92500109MA5U9K7X1Q')).toBe(true);
  });

  it('leave a mere warning to the others: the national enterprise system does not show it (45号令)', () => {
    const warning = { kinds: ['P11'], fineFen: undefined, minorPublication: {} } as const;
    expect(channelsOf(warning)).toBe('SITE CITY_CREDIT HEALTH_CREDIT');
  });

  it('follow a district where each field publishes for itself (国办发〔2025〕22号)', () => {
    const policy = { ...usualPublicationPolicy, siteAuthorities: ['HEALTH'] } as const;
    expect(channelsOf({ authority: 'HEALTH' }, policy)).toContain('SITE');
    expect(channelsOf({ authority: 'MARKET' }, policy)).toBe('CITY_CREDIT HEALTH_CREDIT GSXT');
    expect(channelsOf({ authority: 'MARKET' })).toContain('SITE');
  });

  it('have windows of their own: 45号令 counts from publication', () => {
    expect(gsxtWindow(['P12'], undefined, '2026-11-30')).toEqual({
      ...{ publicUntil: '2027-02-28', mayEndEarly: true },
    });
    expect(gsxtWindow(['P21', 'P42'], yuan(9), '2026-11-30')).toEqual({
      ...{ publicUntil: '2029-11-30', mayEndEarly: false },
    });
  });
});

describe('the rule as a whole', () => {
  it('answers for every penalty, and repairs and expiry only ever close what was open', () => {
    const penalty = fc.record({
      authority: fc.constantFrom('HEALTH', 'MARKET', 'PSB'),
      procedure: fc.constantFrom('SIMPLE', 'ORDINARY'),
      kinds: fc.uniqueArray(fc.constantFrom(...penaltyKindCodes), { minLength: 1 }),
      fineFen: fc.option(fc.integer({ min: 1 }), { nil: undefined }),
      decidedOn: fc.constant(DECIDED),
    });
    const later = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(penalty, later, (given, months) => {
        const on = new Date(Date.UTC(2026, 4 + months, 28)).toISOString().slice(0, 10);
        const first = publicationOf(given, DECIDED);
        const then = publicationOf(given, on < DECIDED ? DECIDED : on);
        if (first.outcome === 'deny') expect(then).toEqual(first);
        else {
          expect(publicationOf({ ...given, repair: {} }, DECIDED).outcome).toBe('deny');
          expect(then.outcome === 'deny').toBe(on >= first.publicUntil);
          expect(first.publicUntil > DECIDED).toBe(true);
          expect(first.repairFrom === undefined || first.repairFrom < first.publicUntil).toBe(true);
        }
      }),
    );
  });
});

describe('the clock of publication', () => {
  it('is open, then kept or missed, and says by which law', () => {
    const decision = { decidedOn: '2026-11-20' };
    expect(publicationClock(decision, undefined, '2026-11-27')).toEqual({
      ...{ dueOn: '2026-12-01', state: 'open', workingDaysLeft: 2, basis: '国办发〔2018〕118号' },
    });
    expect(publicationClock(decision, undefined, '2026-12-02').workingDaysLeft).toBe(-1);
    expect(publicationClock(decision, '2026-12-01', '2027-01-01').state).toBe('onTime');
    expect(publicationClock(decision, '2026-12-02', '2027-01-01').state).toBe('late');
  });

  it('gives three working days to take back what fell (行政处罚法 48)', () => {
    expect(withdrawalClock('2026-11-20', undefined, '2026-11-20')).toMatchObject({
      ...{ dueOn: '2026-11-25', workingDaysLeft: 3, state: 'open' },
    });
  });
});
