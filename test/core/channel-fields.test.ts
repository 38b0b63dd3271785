/** The fields of 双公示: their order, sums in 万元, days, and that a row says what the decision says and nothing private. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCodeOf } from '../../shared/channels/authorities.ts';
import { fieldOf, NO_CREDIT_CODE, penaltyFields, SEPARATOR } from '../../shared/channels/fields.ts';
import { gsxtFields, gsxtRowOf } from '../../shared/channels/gsxt.ts';
import { penaltyOfRow, rowOf, rowFaults } from '../../shared/channels/row.ts';
import {
  kindsText,
  parseDay,
  parseField,
  parseKinds,
  parseWanYuan,
  slashed,
  wanYuanOf,
} from '../../shared/channels/values.ts';
import { everyDepartment } from '../../shared/departments/every-department.ts';
import type { PenaltyRecord } from '../../shared/disclosure/record.ts';
import { contentOf } from '../../shared/penalties/content.ts';
import { penaltyKindCodes, type PenaltyKind } from '../../shared/penalties/kinds.ts';

const aRecord = (changes: Partial<PenaltyRecord> = {}): PenaltyRecord => ({
  id: 'abcdefgh12',
  kind: 'penalty',
  title: '示例综合门诊部：价格欺诈',
  department: 'MARKET',
  publishedAt: '2026-11-20T02:00:00.000Z',
  publishedOn: '2026-11-20',
  path: '/records/abcdefgh12',
  decisionNumber: '渡市监处罚〔2026〕12号',
  party: { name: '示例综合门诊部', uscc: '91500104MA60QW12X2' },
  violation: '价格欺诈',
  facts: '以虚假的优惠价格诱导消费。',
  legalBasis: ['《中华人民共和国价格法》第四十条'],
  kinds: ['P21', 'P22'],
  fineFen: 11_000_000,
  confiscatedFen: 2_820_001,
  decidedOn: '2026-11-20',
  creditClass: 'GENERAL',
  publicUntil: '2027-11-20',
  ...changes,
});

const fen = fc.integer({ min: 0, max: 100_000_000_000 });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a sum in 万元', () => {
  it('has six decimals, which are exactly the fen', () => {
    expect(wanYuanOf(1)).toBe('0.000001');
    expect(wanYuanOf(11_000_000)).toBe('11.000000');
    expect(wanYuanOf(2_820_001)).toBe('2.820001');
  });

  it('is read back as the fen it was written from, whatever the sum', () => {
    fc.assert(
      fc.property(fen, (sum) => {
        expect(parseWanYuan(wanYuanOf(sum))).toEqual({ ok: true, value: sum });
      }),
    );
  });

  it('is refused rather than rounded', () => {
    for (const text of ['', '-1', '1.2345678', '1,5', '1e3', '12万', '1.', '.5', '1234567890'])
      expect(parseWanYuan(text)).toEqual({ ok: false, error: 'NOT_A_SUM' });
  });
});

describe('a day', () => {
  it('is read back as it was written, and in the other usual forms', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(parseDay(slashed(date))).toEqual({ ok: true, value: date });
        expect(parseDay(date.replaceAll('-', ''))).toEqual({ ok: true, value: date });
      }),
    );
    expect(parseDay('2026年2月3日')).toEqual({ ok: true, value: '2026-02-03' });
  });

  it('that does not exist is none', () => {
    for (const text of ['2026/02/30', '2026-13-01', '26/01/01', '2026/1', '昨天'])
      expect(parseDay(text)).toEqual({ ok: false, error: 'NOT_A_DATE' });
  });
});

describe('the 28 fields', () => {
  it('stand in the order of the standard, each with a code of its own', () => {
    expect(penaltyFields.map(({ number }) => number)).toEqual(
      Array.from({ length: 28 }, (_, place) => place + 1),
    );
    expect(new Set(penaltyFields.map(({ code }) => code)).size).toBe(28);
    expect(fieldOf('CF_WSH').name).toBe('行政处罚决定书文号');
  });

  it('keep a legal representative’s papers and the remark from every public page', () => {
    expect(penaltyFields.filter(({ isPublic }) => !isPublic).map(({ number }) => number)).toEqual([
      10, 11, 28,
    ]);
  });

  it('take kinds by name or by code, and no word that is none', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...penaltyKindCodes), { minLength: 1 }),
        (kinds) => {
          expect(parseKinds(kindsText(kinds))).toEqual({ ok: true, value: kinds });
          expect(parseKinds(kinds.join(SEPARATOR))).toEqual({ ok: true, value: kinds });
        },
      ),
    );
    expect(parseField(fieldOf('CF_CFLB'), '罚款;责令改正')).toEqual({
      ok: false,
      error: 'UNKNOWN_KIND',
    });
  });
});

describe('a row', () => {
  it('says the decision, and is read back as the same', () => {
    const kinds = fc.uniqueArray(
      fc.constantFrom<PenaltyKind>('P11', 'P12', 'P21', 'P22', 'P23', 'P42'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(kinds, fen, fen, day, (chosen, fine, confiscated, decidedOn) => {
        const { fineFen: _, confiscatedFen: __, ...plain } = aRecord();
        const sums = {
          ...(chosen.includes('P21') && { fineFen: fine + 1 }),
          ...(chosen.some((kind) => kind === 'P22' || kind === 'P23') && {
            confiscatedFen: confiscated + 1,
          }),
        };
        const record: PenaltyRecord = { ...plain, kinds: chosen, decidedOn, ...sums };
        const row = rowOf(record, 'ORG');
        expect(row.ok && penaltyOfRow(row.value)).toMatchObject({
          ok: true,
          value: {
            party: { name: record.party.name, uscc: record.party.uscc },
            ...{ kinds: chosen, decidedOn, legalBasis: record.legalBasis },
            ...sums,
            publicUntil: record.publicUntil,
          },
        });
      }),
    );
  });

  it('has every field that is required, and stands in for a credit code that there is not', () => {
    const row = rowOf(aRecord({ party: { name: '无证诊所' } }), 'ORG');
    expect(row.ok && row.value).toMatchObject({
      CF_XDR_LB: '法人及非法人组织',
      CF_XDR_SHXYM: NO_CREDIT_CODE,
      CF_CFYXQ: '2099/12/31',
      CF_GSJZQ: '2027/11/20',
      CF_NR_FK: '11.000000',
      CF_NR_WFFF: '2.820001',
    });
    const person = rowOf(aRecord({ party: { name: '张某' } }), 'PERSON_OTHER');
    expect(person.ok && person.value.CF_XDR_SHXYM).toBe(undefined);
  });

  it('of a suspended or revoked licence waits for the licence’s name and number', () => {
    const record = aRecord({ kinds: ['P33'] });
    expect(rowOf(record, 'ORG')).toEqual({
      ok: false,
      error: [{ field: 'CF_NR_ZKDX', code: 'REQUIRED' }],
    });
    const licence = '医疗机构执业许可证 PDY90001X50010917D1522';
    expect(rowOf(record, 'ORG', { CF_NR_ZKDX: licence })).toMatchObject({
      ok: true,
      value: { CF_NR_ZKDX: licence },
    });
  });

  it('never lets a supplement overrule the decision', () => {
    const supplement = { CF_WSH: '另一个文号' } as object;
    const row = rowOf(aRecord(), 'ORG', supplement);
    expect(row.ok && row.value.CF_WSH).toBe('渡市监处罚〔2026〕12号');
  });

  it('tells all its faults at once', () => {
    const faults = rowFaults({ CF_XDR_MC: '名'.repeat(201), CF_CFLB: '罚款', CF_CFJDRQ: '昨天' });
    expect(faults).toContainEqual({ field: 'CF_XDR_MC', code: 'TOO_LONG' });
    expect(faults).toContainEqual({ field: 'CF_NR_FK', code: 'REQUIRED' });
    expect(faults).toContainEqual({ field: 'CF_CFJDRQ', code: 'NOT_A_DATE' });
    expect(faults).not.toContainEqual({ field: 'CF_NR_WFFF', code: 'REQUIRED' });
  });

  it('says the contents in words, sums in yuan', () => {
    expect(contentOf(aRecord({ kinds: ['P11', 'P21', 'P22', 'P23'] }))).toBe(
      '警告；罚款人民币110000.00元；没收违法所得；没收非法财物，共计人民币28200.01元',
    );
  });
});

describe('the national enterprise system', () => {
  it('is told what 45号令 names, and of nobody without a credit code', () => {
    const row = gsxtRowOf(aRecord());
    expect(row.ok && Object.keys(row.value)).toEqual(gsxtFields.map(({ code }) => code));
    expect(gsxtRowOf(aRecord({ party: { name: '示例' } }))).toEqual({
      ok: false,
      error: [{ field: 'uniScid', code: 'REQUIRED' }],
    });
  });
});

describe('a department’s credit code', () => {
  it('is well-formed and its own', () => {
    const codes = everyDepartment.map(({ code }) => creditCodeOf(code));
    for (const code of codes) expect(code).toMatch(/^11\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
