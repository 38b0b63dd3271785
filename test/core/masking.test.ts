/** No text carries a person out: not by name, number, address or account, however it is typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked, type Known } from '../../shared/disclosure/masking.ts';
import { nameMask } from '../../shared/disclosure/person-names.ts';
import { publicInspection, publicPenalty } from '../../shared/disclosure/redact.ts';
import { usualPublicationPolicy } from '../../shared/districts/publication-policy.ts';
import type { Inspection } from '../../shared/inspections/inspection.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import type { Penalty, PenaltyProposal } from '../../shared/penalties/penalty.ts';
import {
  aDecidedPenalty,
  aProposal,
  aReport,
  AT,
  CASE_NUMBER,
  TODAY,
} from '../support/builders.ts';

const nobody: Known = { persons: [], values: [] };

/** A text as a reader would search it: one width, one case, no gaps. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Cf}·.-]/gu, '');

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const number = (...parts: readonly (string | fc.Arbitrary<string>)[]) =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(''));
const dayOfBirth = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2020-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

const mobile = number('1', fc.constantFrom(...'3456789'), digits(9));
const identity = number('500109', dayOfBirth, digits(3), fc.constantFrom(...'0123456789Xx'));
const landline = number('0', fc.constantFrom('23', '755'), fc.constantFrom('6', '8'), digits(7));
const bankCard = number('62', digits(17));
const email = number(fc.stringMatching(/^[a-z][a-z0-9_]{4,9}$/), '@', 'example.com');
const wechat = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{6,12}$/);
const street = fc.constantFrom('天生街道文星湾1号3栋2单元5-1', '歇马镇卫星村12组7号', 'XX路8号');

/** As people type it. */
const typed = (value: string) =>
  fc.oneof(
    fc.constant(value),
    fc.constant(value.toLowerCase()),
    fc.constant(value.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))),
    fc.constant([...value].join(' ')),
    fc.constant([...value].join('　')),
    fc.constant([...value].join('\u200b')),
    fc.constant(value.replaceAll(/(.{4})/g, '$1-').replace(/-$/, '')),
  );

const words = fc.constantFrom(
  '',
  '，',
  '。现场检查时',
  '自2026-11-20起',
  '共收取3,000元。',
  '（',
  '为',
  '“',
);
const around = (value: string, cue = '') =>
  fc
    .tuple(words, typed(value), words)
    .map(([before, middle, after]) => before + cue + middle + after);

const leaks = (text: string, value: string): boolean => plain(text).includes(plain(value));

describe('a free text', () => {
  it.each([
    ['identity numbers', identity, ''],
    ['mobile numbers', mobile, ''],
    ['landlines', landline, ''],
    ['bank cards', bankCard, ''],
  ])('keeps no %s, however they are typed', (_, numbers, cue) => {
    const given = numbers.chain((value) => fc.tuple(fc.constant(value), around(value, cue)));
    fc.assert(
      fc.property(given, ([value, text]) => {
        expect(leaks(masked(text, nobody), value), text).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps no number that other digits touch', () => {
    const touched = fc.tuple(fc.oneof(identity, mobile, bankCard), digits(1), digits(1));
    fc.assert(
      fc.property(touched, ([value, before, after]) => {
        for (const text of [before + value, value + after, before + value + after, value + value])
          expect(leaks(masked(text, nobody), value), text).toBe(false);
      }),
    );
  });

  it.each([
    ['邮箱：zhang.san@qq.com。', 'zhangsan'],
    ['邮箱ＺｈａｎｇＳａｎ ＠ ＱＱ．ｃｏｍ', 'ZhangSan'],
    ['微信号：Abc_12345，', 'Abc_12345'],
    ['加vx abc12345', 'abc12345'],
    ['一三九一二三四五六七八', '一三九一二三四五'],
    ['座机 68123456', '68123456'],
    ['可拨138_1234_5678或138，1234，5679', '1234'],
    ['家住北碚区天生街道文星湾1号3栋2单元5-1，', '文星湾'],
    ['住址：示例路9号', '示例路'],
    ['医师执业证书编码：110500109000123', '0109000'],
    ['护照号码 E12345678', '12345678'],
    ['住院号0034567的病历', '0034567'],
    ['案号500104-20261120-abcde8', 'abcde8'],
    ['文号P-20261120-0123456789', '0123456789'],
    ['旧证500109900101001', '900101'],
  ])('keeps nothing personal of “%s”', (text, secret) => {
    expect(leaks(masked(text, nobody), secret), masked(text, nobody)).toBe(false);
  });

  it.each([
    ['患者王小明，女，35岁', '患者王某，女，35岁'],
    ['举报人欧阳明明反映', '举报人欧阳某反映'],
    ['负责人：李 四在场', '负责人：李某在场'],
    ['请赵大海先生签收', '请赵某先生签收'],
    ['患者刘小华就诊，刘小华付费300元', '患者刘某就诊，刘某付费300元'],
    ['给患者刘小华用药，刘小华家中', '给患者刘某用药，刘某家中'],
    ['收取患者何小费用，何小事后投诉', '收取患者何某用，何某事后投诉'],
    ['患者名叫孙小空，其父签字', '患者名叫孙某，其父签字'],
    ['患儿李小龙之母张小玉反映', '患儿李某之母张某反映'],
    ['法人代表：任小非；院长钟小山签字', '法人代表：任某；院长钟某签字'],
    ['患者阿依古丽·买买提就诊', '患者阿某就诊'],
    ['经查，李建小于2026年3月在该处就诊', '经查，李某于2026年3月在该处就诊'],
    ['使用未取得证书的张伟从事护理工作', '使用未取得证书的张某从事护理工作'],
    ['郭小纲（身份证号略）在场', '郭某（身份证号略）在场'],
  ])('shows who is named by role as surname and 某: %s', (text, shown) => {
    expect(masked(text, nobody)).toBe(shown);
  });

  it.each([
    '患者高血压，复诊。医生常规检查，患者安全。',
    '自2026-11-20 2026-12-20共收取100000000.00元，2026.11.01-2026.11.20停业。',
    '渝北碚卫医罚〔2026〕第20260001号，国械注准20183660453，国药准字H20053156。',
    '《医疗机构管理条例》第四十三条第一款、《中华人民共和国价格法》第四十条',
    '登记号PDY90001X50010917D1522，代码12500109450388882L，代码125001044504123443。',
    '在北碚区天生街道88号设置诊室，张贴价格2026年11月版。',
    '患者王某、李某某投诉。',
    '患者于门诊就诊，曾因病住院，常因头痛、焦虑时服药；患者车祸入院，左眼无光感。',
    '广告照片、合同和当事人陈述。当事人申请听证，举报人来信。',
    '该项目于2026年3月开展，成果于2026年4月上报；由当事人负责，安排人员从事护理工作。',
  ])('leaves what is no secret to the letter: %s', (text) => {
    expect(masked(text, nobody)).toBe(text);
  });

  it('is never masked twice into something else', () => {
    const given = fc.oneof(identity, mobile, landline, bankCard, email).chain((v) => around(v));
    fc.assert(
      fc.property(given, (text) => {
        const once = masked(text, nobody);
        expect(masked(once, nobody)).toBe(once);
      }),
    );
  });

  it('without anything private is the same', () => {
    const harmless = fc.string({
      unit: fc.constantFrom(...'检查发现该机构未按规定书写病历，收费二〇元。'),
    });
    fc.assert(
      fc.property(harmless, (text) => {
        expect(masked(text, nobody)).toBe(text);
      }),
    );
  });
});

it.each([
  ['张三', '张某'],
  ['欧阳明', '欧阳某'],
  ['欧阳', '欧某'],
  ['司 马 光', '司马某'],
  ['阿依古丽·买买提', '阿某'],
])('shows %s as %s', (name, shown) => {
  expect(nameMask(name)).toBe(shown);
});

const personal = fc
  .tuple(fc.constantFrom('司马', '张', '示', 'Li '), fc.stringMatching(/^[甲乙丙丁戊]{2}$/))
  .map(([surname, given]) => surname + given);

/** Everything private that a penalty holds, one of each. */
const secrets = fc.record({
  name: personal,
  ...{ identity, mobile, landline, bankCard, wechat, street },
  chair: personal,
  handler: fc.stringMatching(/^渝执[A-Z][0-9]{5}$/),
  officer: fc.uuid(),
});
type Secrets = typeof secrets extends fc.Arbitrary<infer S> ? S : never;

/** They stand in each text of a penalty, typed in any way. */
const textOf = (given: Secrets) =>
  fc
    .tuple(
      ...Object.entries(given).map(([field, value]) =>
        around(value, field === 'wechat' ? '微信号' : ''),
      ),
    )
    .map((parts) => parts.join(''));

function penaltyWith(given: Secrets, text: string, kind: 'PERSON_OTHER' | 'PERSON_PRACTITIONER') {
  const party = { kind, name: given.name, address: given.street } as PenaltyProposal['party']; // the address is kept since this issue
  const texts = { violation: text, facts: text, legalBasis: [text, '《示例法》第一条'] };
  return aDecidedPenalty({
    proposal: aProposal({
      ...{ ...texts, party, handlers: [given.handler, '示例证001'] },
      ...{ caseNumber: CASE_NUMBER, itemNumber: 1 },
    }),
    proposedBy: given.officer,
    decision: {
      decisionNumber: `示罚〔2026〕1号${text}`,
      decidedOn: TODAY,
      decidedBy: given.officer,
    },
    corrections: [{ at: AT, reason: text }],
    ...({ hearing: { arrangement: { chair: given.chair } } } as Partial<Penalty>), // no more of it matters
  });
}

describe('the public record of a penalty', () => {
  const masks = { ...usualPublicationPolicy, practitionerNames: 'masked' } as const;

  it('holds no private value of it, wherever and however it was typed', () => {
    const given = secrets.chain((s) => fc.tuple(fc.constant(s), textOf(s)));
    const kinds = fc.constantFrom('PERSON_OTHER' as const, 'PERSON_PRACTITIONER' as const);
    fc.assert(
      fc.property(given, kinds, ([private_, text], kind) => {
        const penalty = penaltyWith(private_, text, kind);
        const shown = publicPenalty(penalty, AT, TODAY, masks);
        expect(shown.state).toBe('public');
        const withdrawal = { reason: text, at: AT };
        const fallen = publicPenalty({ ...penalty, withdrawal }, AT, TODAY, masks);
        expect(fallen.state).toBe('withdrawn');
        const seen = JSON.stringify([shown, fallen]);
        for (const value of [...Object.values(private_), CASE_NUMBER, penalty.penaltyId])
          expect(leaks(seen, value), `${value} in ${seen}`).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it('never cuts the number of a decision, however long, though what stands behind it is a text', () => {
    const numbered = (decisionNumber: string) => {
      const decision = { decisionNumber, decidedOn: TODAY, decidedBy: 'approver-1' };
      const payments = [{ on: TODAY, fineFen: 100, receipt: '2026' }];
      const corrections = [{ at: AT, reason: `文号应为${decisionNumber}` }];
      const shown = publicPenalty(
        aDecidedPenalty({ decision, payments, corrections }),
        AT,
        TODAY,
        masks,
      );
      if (shown.state !== 'public' || shown.record.kind !== 'penalty') throw new Error(shown.state);
      return [shown.record.decisionNumber, shown.record.corrections?.[0]?.reason];
    };
    const serial = fc
      .tuple(
        fc.constantFrom('〔2026〕', '[2026]', '（2026）', '2026'),
        fc.stringMatching(/^[1-9]\d{0,17}$/),
      )
      .map(([year, digits]) => `示市监罚${year}${digits}号`);
    fc.assert(
      fc.property(serial, (number) => {
        expect(numbered(number)).toEqual([number, `文号应为${number}`]);
      }),
    );
    expect(numbered('示罚〔2026〕1号 电话13912345678')[0]).toBe('示罚〔2026〕1号 电话（电话略）');
  });

  it('cuts a short number of somebody where it stands alone, and out of no sum, date or article', () => {
    const shown = (facts: string, value: string) => masked(facts, { persons: [], values: [value] });
    const text = '2026年11月12日依据第12条罚款12元、12.5元，共12次，2026-11-12，12:30。';
    expect(shown(text, '12')).toBe(text);
    expect(shown('收据（12）', '12')).toBe('收据（（略））');
    expect(shown('由A-12检查，在A-120室', 'A-12')).toBe('由（略）检查，在A-120室');
    expect(shown('票据示票1号', '示票1')).toBe('票据（略）号');
    expect(shown('票X9123456Y', '123456')).toBe('票X9（略）Y');
  });

  it('holds no value of six characters or more anywhere, and no shorter one by itself', () => {
    const value = fc.stringMatching(/^[0-9A-F]{2,9}$/);
    const given = fc.tuple(fc.array(value, { minLength: 1 }), fc.array(value));
    fc.assert(
      fc.property(given, ([values, others]) => {
        const shown = masked([...others, ...values].join('；'), { persons: [], values });
        const tokens = shown.split('；');
        for (const one of values)
          expect(one.length >= 6 ? shown.includes(one) : tokens.includes(one), one).toBe(false);
      }),
    );
  });

  it('names a practitioner only where the district’s policy says so (六（二十）, legal review)', () => {
    const party = { kind: 'PERSON_PRACTITIONER', name: '示五六' } as const;
    const penalty = aDecidedPenalty({
      proposal: aProposal({ party, facts: '示五六超范围执业。' }),
    });
    expect(JSON.stringify(publicPenalty(penalty, AT, TODAY))).toContain('示五六');
    const shown = JSON.stringify(publicPenalty(penalty, AT, TODAY, masks));
    expect(shown).toContain('示某超范围执业');
    expect(shown).not.toContain('示五六');
  });

  it('keeps an institution’s own name and code, though they hold a person’s name or look like a number', () => {
    const party = { kind: 'ORG', name: '示五六口腔诊所', uscc: '125001044504123443' } as const;
    const facts = '示五六口腔诊所（125001044504123443）负责人李四五在场。';
    const penalty = aDecidedPenalty({ proposal: aProposal({ party, facts }) });
    expect(publicPenalty(penalty, AT, TODAY)).toMatchObject({
      record: {
        party: { name: party.name, uscc: party.uscc },
        facts: '示五六口腔诊所（125001044504123443）负责人李某在场。',
      },
    });
  });

  it('knows a person whom one text names by role in every other one', () => {
    const penalty = aDecidedPenalty({
      proposal: aProposal({ violation: '给刘小华用药不当', facts: '患者刘小华就诊。' }),
    });
    expect(JSON.stringify(publicPenalty(penalty, AT, TODAY))).not.toContain('小华');
  });

  it('leaves facts out that touch a secret of trade or a private life, and says so', () => {
    const shown = publicPenalty(
      aDecidedPenalty({ proposal: aProposal({ secrecy: ['TRADE_SECRET'] }) }),
      AT,
      TODAY,
    );
    expect(shown).toMatchObject({
      record: {
        facts: '（涉及商业秘密，依法不予公开）',
        removed: [{ part: 'facts', ground: 'TRADE_SECRET' }],
      },
    });
  });

  it('says by when it had to be public, and what was put right since', () => {
    const corrections = [{ at: AT, reason: '更正罚款数额的笔误' }];
    expect(publicPenalty(aDecidedPenalty({ corrections }), AT, TODAY)).toMatchObject({
      record: {
        ...{ publishBy: '2026-12-01' },
        corrections: [{ on: TODAY, reason: '更正罚款数额的笔误' }],
      },
    });
  });
});

describe('a tombstone', () => {
  it('has ground and reason, and nothing that the record said', () => {
    const withdrawal = { ground: 'REVOKED', reason: '复议机关撤销', at: AT } as const;
    const penalty = aDecidedPenalty({ status: 'withdrawn', withdrawal });
    expect(publicPenalty(penalty, AT, TODAY)).toEqual({
      state: 'withdrawn',
      tombstone: {
        ...{ id: 'abcdefgh12', kind: 'penalty', department: 'MARKET', path: '/records/abcdefgh12' },
        ...{ publishedOn: TODAY, withdrawnAt: AT, ground: 'REVOKED', reason: '复议机关撤销' },
      },
    });
  });

  it('does not name in its reason who was punished, nor the number', () => {
    const reason = '撤销对示例诊所有限公司（12500109450388882L）作出的示罚〔2026〕7号决定';
    const withdrawn = aDecidedPenalty({
      proposal: aProposal({
        party: { kind: 'ORG', name: '示例诊所有限公司', uscc: '12500109450388882L' },
      }),
      decision: { decisionNumber: '示罚〔2026〕7号', decidedOn: TODAY, decidedBy: 'approver' },
      withdrawal: { ground: 'REVOKED', reason, at: AT },
    });
    expect(publicPenalty(withdrawn, AT, TODAY)).toMatchObject({
      tombstone: { reason: '撤销对（略）（（略））作出的（略）决定' },
    });
  });

  it('of an expired or repaired record says no word of its own', () => {
    const repair = { on: TODAY, reference: '示例三四的修复决定', at: AT };
    const ends = [
      publicPenalty(aDecidedPenalty({ repair }), AT, TODAY),
      publicPenalty(aDecidedPenalty(), AT, '2027-11-20'),
    ];
    expect(ends).toMatchObject([
      { state: 'withdrawn', tombstone: { ground: 'REPAIRED', reason: 'REPAIRED' } },
      {
        state: 'withdrawn',
        tombstone: {
          ...{ ground: 'EXPIRED', reason: 'EXPIRED', withdrawnAt: '2027-11-19T16:00:00.000Z' },
        },
      },
    ]);
    expect(JSON.stringify(ends)).not.toMatch(/示例|title|party/);
  });
});

describe('the public record of an inspection', () => {
  it('holds neither inspectors nor what notes say of persons, and of an institution only what is for everybody', () => {
    const { institution: _, ...report } = aReport({
      inspectors: ['渝执A00001', '渝执A00002'],
      items: [
        {
          item: '患者王小明的病历',
          result: 'PROBLEM',
          note: '王小明先生电话１３９ １２３４ ５６７８',
        },
        { item: '执法证渝执A00001', result: 'NO_PROBLEM' },
      ],
      result: 'PROBLEM',
    });
    const institution = {
      ...institutionOf({ name: '示例诊所', streetCode: '500109001' }),
      ...{ licenceNumber: 'PDY90001X50010917D1522', address: '示例路9号' },
    };
    const inspection: Inspection = {
      ...{ inspectionId: 'I-20261120-0123456789', version: 1, department: 'HEALTH', institution },
      ...{ report, recordedBy: 'officer-1', recordedAt: AT, correlationId: 'c', recordId: 'r' },
    };
    const shown = publicInspection(inspection, AT);
    const seen = JSON.stringify(shown);
    for (const value of ['渝执A00001', '王小明', '13912345678', 'PDY90001', '示例路', 'officer-1'])
      expect(leaks(seen, value), `${value} in ${seen}`).toBe(false);
    expect(shown).toMatchObject({ record: { institution: { streetCode: '500109001' } } });
  });

  it('names no street that the district does not have', () => {
    const party = { kind: 'ORG', name: '示例诊所', streetCode: '999999999' } as const;
    const shown = publicPenalty(aDecidedPenalty({ proposal: aProposal({ party }) }), AT, TODAY);
    expect(JSON.stringify(shown)).not.toContain('999999999');
  });
});
