/** Districts differ by their configuration alone: who is in the directory, who answers, what lies at the coordinator and why. */
import { describe, expect, it } from 'vitest';
import {
  categories,
  categoryCodes,
  type Addressee,
  type CategoryCode,
} from '../../shared/complaints/categories.ts';
import { matrixOf, matrixRow } from '../../shared/complaints/matrix.ts';
import { heldBy, parkedBecause, route } from '../../shared/complaints/routing.ts';
import { ringsWhileParked } from '../../shared/coordination/parked.ts';
import { directoryOf } from '../../shared/departments/directory.ts';
import { everyDepartment, type DepartmentCode } from '../../shared/departments/every-department.ts';
import { beibei } from '../../shared/districts/beibei.ts';
import { clausesOf } from '../../shared/districts/clauses.ts';
import type { DistrictConfiguration } from '../../shared/districts/configuration.ts';
import { dadukou } from '../../shared/districts/dadukou.ts';
import { demo } from '../../shared/districts/demo.ts';
import { districtOfStreet, municipalAreas } from '../../shared/districts/municipality.ts';

const shipped = [demo, beibei, dadukou];
const named = (district: DistrictConfiguration, code: DepartmentCode) =>
  directoryOf(district).find((department) => department.code === code)?.fullName;
const leadsIn = (district: DistrictConfiguration, code: CategoryCode) =>
  route({ categories: [code], circumstances: [], hasDemand: false }, district).map(
    ({ lead }) => lead.addressee,
  );

describe('the directory', () => {
  it('of the demonstration is the union of both plans, under the names it always had', () => {
    expect(demo.departments).toHaveLength(30);
    expect(named(demo, 'HEALTH')).toBe('区卫生健康委员会');
    expect(named(demo, 'PSB')).toBe('市公安局示例区分局');
    expect(named(demo, 'DISCIPLINE')).toBe('中共示例区纪律检查委员会机关、区监察委员会');
  });

  it('of Beibei has the 29 of its annexes and no planning bureau, each under its own name', () => {
    expect(beibei.departments).toHaveLength(29);
    expect(beibei.departments).not.toContain('PLANNING');
    expect(named(beibei, 'HEALTH')).toBe('重庆市北碚区卫生健康委员会');
    expect(named(beibei, 'PSB')).toBe('重庆市公安局北碚区分局');
    expect(named(beibei, 'TAX')).toBe('国家税务总局重庆市北碚区税务局');
  });

  it('of Dadukou has its ten signatories as they sign, two more of its task table, and discipline inspection by law', () => {
    const signatories = [
      '重庆市大渡口区卫生健康委员会',
      '重庆市大渡口区发展和改革委员会',
      '重庆市大渡口区财政局',
      '重庆市大渡口区规划和自然资源局',
      '重庆市大渡口区科学技术局',
      '重庆市大渡口区民政局',
      '重庆市大渡口区市场监督管理局',
      '重庆市大渡口区住房和城乡建设委员会',
      '重庆市大渡口区人力资源和社会保障局',
      '重庆市大渡口区医疗保障局',
    ];
    const fullNames = directoryOf(dadukou).map(({ fullName }) => fullName);
    expect(fullNames).toEqual(expect.arrayContaining(signatories));
    const others = directoryOf(dadukou).filter(({ fullName }) => !signatories.includes(fullName));
    expect(others.map(({ code }) => code)).toEqual(['TAX', 'ECOENV', 'DISCIPLINE']);
  });
});

describe('what a district’s directory does not have', () => {
  it.each(shipped.map((district) => [district.choice, district] as const))(
    '%s: every addressee of every category has a department that gets its mail',
    (_, district) => {
      for (const { lead, cooperating, conditional } of matrixOf(district)) {
        const all = [...lead, ...cooperating, ...conditional.map(({ department }) => department)];
        for (const body of all) expect(district.departments).toContain(heldBy(body, district));
      }
    },
  );

  it('is held by the coordinator with the reason why', () => {
    expect(parkedBecause('FIRE*', demo)).toBe('OUTSIDE_DIRECTORY');
    expect(parkedBecause('TOWNS', beibei)).toBe('OUTSIDE_DIRECTORY');
    expect(parkedBecause('PSB', demo)).toBeUndefined();
    expect(parkedBecause('PSB', beibei)).toBeUndefined();
    expect(parkedBecause('PSB', dadukou)).toBe('NOT_IN_THIS_DISTRICT');
    expect(heldBy('PSB', dadukou)).toBe('HEALTH');
  });

  it('keeps its code from the matrix, so that nobody forgets whose matter it is', () => {
    expect(leadsIn(dadukou, 'TOUT')).toEqual(['PSB']);
    expect(leadsIn(dadukou, 'PUBLIC_FINANCE')).toEqual(['HEALTH', 'FINANCE', 'AUDIT']);
  });

  it('rings when it is urgent: at once, or the same day for want of a lead', () => {
    const held = (lead: Addressee, urgency: 'P0' | 'P1' | 'P2', parkedFor: readonly Addressee[]) =>
      ringsWhileParked({ lead, urgency, referrals: [{ parkedFor }] });
    expect(held('FIRE*', 'P0', ['FIRE*'])).toBe(true);
    expect(held('HEALTH', 'P0', ['TOWNS'])).toBe(true);
    expect(held('FIRE*', 'P1', ['FIRE*'])).toBe(true);
    expect(held('HEALTH', 'P1', ['TOWNS'])).toBe(false);
    expect(held('FIRE*', 'P2', ['FIRE*'])).toBe(false);
    expect(held('MARKET', 'P0', [])).toBe(false);
  });

  it('never takes an accusation against officials to the coordinator while another body can have it', () => {
    for (const district of shipped)
      for (const accused of [
        undefined,
        ...district.departments.filter((d) => d !== 'DISCIPLINE'),
      ]) {
        const [item] = route(
          {
            categories: ['OFFICIAL_CONDUCT'],
            circumstances: [],
            hasDemand: false,
            ...(accused && { accused }),
          },
          district,
        );
        const bodies = [item?.lead, ...(item?.cooperating ?? [])].map((one) => one?.addressee);
        expect(bodies[0]).toBe('DISCIPLINE');
        for (const body of bodies) expect(parkedBecause(body ?? 'FIRE*', district)).toBeUndefined();
      }
  });
});

describe('the matrix', () => {
  it('of the demonstration is the matrix itself', () => {
    expect(matrixOf(demo)).toEqual(categories);
  });

  it('任务表33 “（区医保局、区民政局、区人力社保局）”: in Dadukou two more help where insurance is disputed', () => {
    expect(matrixRow('INSURANCE_SERVICE', dadukou)).toMatchObject({
      lead: ['MEDINS'],
      cooperating: ['CIVIL', 'HRSS'],
    });
    expect(matrixRow('INSURANCE_SERVICE', beibei).cooperating).toEqual([]);
  });

  it('“谁审批、谁监管”: in Dadukou, which names no commerce commission, who admits an institution answers for it', () => {
    expect(leadsIn(beibei, 'FOREIGN_INVEST')).toEqual(['COMMERCE']);
    expect(leadsIn(dadukou, 'FOREIGN_INVEST')).toEqual(['HEALTH']);
  });
});

describe('the clause behind a route', () => {
  it.each([beibei, dadukou].map((district) => [district.choice, district] as const))(
    '%s: stands for every category in the district’s own plan, by number and in its words',
    (_, district) => {
      for (const code of categoryCodes) {
        const clauses = clausesOf(code, district);
        expect([code, clauses.length > 0]).toEqual([code, true]);
        for (const { plan, clause, text } of clauses) {
          expect(plan).toBe(district.plan);
          expect(matrixRow(code, district).basis).toContain(clause);
          expect(text).not.toBe('');
        }
      }
    },
  );

  it('is that of both plans in the demonstration', () => {
    const plans = clausesOf('PRICE', demo).map(({ plan }) => plan);
    expect(new Set(plans)).toEqual(new Set([beibei.plan, dadukou.plan]));
  });

  /** Annexes 2 and 3 of 北碚府办发〔2019〕104号, one line at least for every department that leads. */
  it.each<[CategoryCode, string, readonly DepartmentCode[]]>([
    ['UNLICENSED_PRACTICE', '区卫生健康委依法负责医疗机构和医疗服务全行业监管', ['HEALTH']],
    [
      'OUT_OF_SCOPE',
      '负责医疗卫生机构、医务人员、医疗技术、大型医用设备的行政审批和监管',
      ['HEALTH'],
    ],
    [
      'QUALITY_SAFETY',
      '区卫生健康委、区教委、区民政局、区司法局、区财政局负责（排在第一位的部门为牵头部门，下同）',
      ['HEALTH'],
    ],
    [
      'DRUG_DEVICE_PRODUCT',
      '区市场监管局负责医疗卫生行业价格监督检查；负责药品、医疗器械的行政审批和监管，负责执业药师的管理。',
      ['MARKET'],
    ],
    [
      'PHARMACIST',
      '区市场监管局负责医疗卫生行业价格监督检查；负责药品、医疗器械的行政审批和监管，负责执业药师的管理。',
      ['MARKET'],
    ],
    ['INSURANCE_FRAUD', '区医保局负责，区发展改革委、区财政局、区卫生健康委参与', ['MEDINS']],
    [
      'PROCUREMENT',
      '区医保局负责落实药品、医疗服务价格和收费标准，落实药品和医用耗材的招标采购政策并监督实施，按照职责监督管理纳入医保范围内医疗机构的相关服务行为和医疗费用。',
      ['MEDINS'],
    ],
    [
      'DISTURB',
      '区公安分局负责依法查处打击各类扰乱医院秩序、伤害医务人员等违法犯罪行为，打击非法行医犯罪活动，配合加强平安医院建设。',
      ['PSB'],
    ],
    [
      'NGO_REGISTRATION',
      '区民政局负责医疗卫生行业民办非企业单位和医疗卫生行业组织登记管理工作。',
      ['CIVIL'],
    ],
    ['TAX_INVOICE', '区税务局负责医疗卫生行业税收管理。', ['TAX']],
    ['STAFF_CERT', '区人力社保局负责医疗卫生行业有关从业人员资格认定的监管。', ['HRSS']],
    [
      'FOREIGN_INVEST',
      '区商务委负责协调外商投资医疗卫生机构设立及变更事项的审批和监管。',
      ['COMMERCE'],
    ],
    [
      'MED_WASTE_DUMP',
      '区教委、区生态环境局、区住房城乡建委、区城管局、区水利局等部门依职责承担相关公共卫生服务监管。',
      ['ECOENV'],
    ],
    [
      'FIRE_BUILD',
      '区教委、区生态环境局、区住房城乡建委、区城管局、区水利局等部门依职责承担相关公共卫生服务监管。',
      ['HOUSING'],
    ],
    [
      'PUBLIC_FINANCE',
      '区卫生健康委、区财政局、区审计局分别负责，区发展改革委、区教委、区人力社保局、区国资委、区医保局参与',
      ['HEALTH', 'FINANCE', 'AUDIT'],
    ],
    [
      'BRIBERY',
      '区卫生健康委、区委宣传部、区委网信办、区委政法委、区公安分局、区司法局、区人力社保局、区商务委、区市场监管局、区文化旅游委、区医保局分别负责，区纪委监委机关、区法院、区检察院参与',
      ['MARKET', 'HEALTH'],
    ],
    [
      'OFFICIAL_CONDUCT',
      '区卫生健康委、区委宣传部、区委网信办、区委政法委、区公安分局、区司法局、区人力社保局、区商务委、区市场监管局、区文化旅游委、区医保局分别负责，区纪委监委机关、区法院、区检察院参与',
      ['DISCIPLINE'],
    ],
  ])('Beibei, %s: %s', (code, line, leads) => {
    expect(clausesOf(code, beibei).map(({ text }) => text)).toContain(line);
    expect(leadsIn(beibei, code)).toEqual(leads);
    for (const lead of leads) expect(names(line, lead)).toBe(true);
  });

  /** Body and task table of 渡卫〔2020〕283号. */
  it.each<[CategoryCode, string, readonly DepartmentCode[]]>([
    [
      'PRICE',
      '根据医疗卫生行业综合监管部门职责分工，严格落实部门监管责任。（区卫生健康委、区市场监管局、区医保局）',
      ['MARKET'],
    ],
    [
      'INSURANCE_FRAUD',
      '医疗机构违反医保政策和协议相关约定，由医保部门按规定处理；有其他违规行为的，移送相关部门依法处理；涉嫌犯罪的，移送司法机关，依法追究刑事责任。（区医保局）',
      ['MEDINS'],
    ],
    [
      'EIA_POLLUTION',
      '设置20张床位以上的医疗机构、医学检验实验室、医学影像诊断中心、病理诊断中心、护理中心等机构，应当严格实施社会稳定风险评估和环境影响评价（环境影响报告书或环境影响报告表）；设置20张床位以下或环境影响很小、不需要进行环境影响评价的医疗机构，可实行环境影响登记表备案管理。（区生态环境局）',
      ['ECOENV'],
    ],
    [
      'FIRE_BUILD',
      '社会办医应当严格办理医疗机构消防设计审核及消防验收、备案与抽查手续。（区住房城乡建委）',
      ['HOUSING'],
    ],
    ['STAFF_CERT', '优化医学类专业技术职称评审制度。（区人力社保局、区卫生健康委）', ['HRSS']],
    [
      'PRIVACY',
      '加强医疗健康信息安全防护，保障个人隐私，对非法买卖、泄露个人信息行为依法依规严厉惩处。（区卫生健康委负责落实）',
      ['HEALTH'],
    ],
    [
      'TAX_INVOICE',
      '营利性社会办医，包括诊所等小型医疗机构，可按规定享受小微企业税收优惠政策。社会办医可按规定申请研发费用加计扣除，享受相应税收优惠。（区财政局、区税务局、区科技局负责落实）',
      ['TAX'],
    ],
  ])('Dadukou, %s: %s', (code, line, leads) => {
    expect(clausesOf(code, dadukou).map(({ text }) => text)).toContain(line);
    expect(leadsIn(dadukou, code)).toEqual(leads);
    for (const lead of leads) expect(names(line, lead)).toBe(true);
  });

  it('Beibei names no fire rescue: what other bodies do is theirs, and the coordinator tells them', () => {
    expect(clausesOf('FIRE_HAZARD', beibei).map(({ text }) => text)).toEqual([
      '其他相关部门按照职责做好医疗卫生行业综合监管工作。',
    ]);
    expect(leadsIn(beibei, 'FIRE_HAZARD')).toEqual(['FIRE*']);
  });
});

/** A sentence of annex 3 that goes on from the health commission's does not repeat its name. */
const names = (line: string, code: DepartmentCode): boolean =>
  line.includes(everyDepartment.find((one) => one.code === code)?.name ?? '—') ||
  line.startsWith('负责');

describe('another district of the municipality', () => {
  it('is named by the code of a street, or by its own', () => {
    expect(districtOfStreet('500112003')).toEqual({ code: '500112', name: '渝北区' });
    expect(districtOfStreet('500243')).toMatchObject({ name: '彭水苗族土家族自治县' });
    expect(districtOfStreet('110101001')).toBeUndefined();
    expect(districtOfStreet('5001120')).toBeUndefined();
    expect(municipalAreas).toHaveLength(38);
  });

  it('begins where a district’s own streets end', () => {
    const own = (district: DistrictConfiguration) => district.areas.map(({ name }) => name);
    expect(own(demo)).toEqual(['大渡口区', '北碚区']);
    expect(own(beibei)).toEqual(['北碚区']);
    expect(own(dadukou)).toEqual(['大渡口区']);
  });
});
