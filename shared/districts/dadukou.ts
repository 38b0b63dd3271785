/** `dadukou`: Dadukou by its plan 渡卫〔2020〕283号, which names far fewer bodies than Beibei's. */
import type { CategoryCode } from '../complaints/categories.ts';
import type { DistrictConfiguration } from './configuration.ts';
import type { DadukouClause } from './dadukou-clauses.ts';
import { usualPublicationPolicy } from './publication-policy.ts';
import { streetsOfDadukou } from './streets.ts';
import { usualMajorRules, usualServiceLevels, usualUrgencyRules } from './usual-rules.ts';

export const dadukouBases: Readonly<Record<CategoryCode, readonly DadukouClause[]>> = {
  UNLICENSED_PRACTICE: ['六（十八）区卫生健康委', '六（十八）联动'],
  OUT_OF_SCOPE: ['六（十八）区卫生健康委', '四（十一）'],
  QUALITY_SAFETY: ['六（十九）', '四（十一）'],
  DRUG_USE: ['六（十九）', '任务表41'],
  DRUG_DEVICE_PRODUCT: ['六（十八）原则', '任务表41'],
  VACCINE: ['六（十八）原则', '任务表41'],
  LARGE_EQUIPMENT: ['二（七）', '六（十八）原则'],
  PHARMACIST: ['六（十八）原则', '任务表41'],
  PRICE: ['六（十八）价格', '任务表41'],
  INSURANCE_FRAUD: ['五（十五）', '六（十八）区医保局', '任务表36'],
  INSURANCE_SERVICE: ['任务表33', '六（十八）区医保局'],
  FALSE_AD: ['六（十八）原则', '任务表41'],
  TOUT: ['六（十八）联动'],
  DISTURB: ['六（十八）联动'],
  VIOLENCE: ['六（十八）联动'],
  NGO_REGISTRATION: ['六（二十一）'],
  DEPT_LEASE: ['六（十八）区卫生健康委'],
  LICENCE_TRADE: ['二（六）'],
  BLOOD: ['六（十八）区卫生健康委', '六（十八）联动'],
  FAKE_TCM: ['六（十八）区卫生健康委', '任务表41'],
  BRIBERY: ['六（十八）原则', '任务表41'],
  RED_PACKET: ['六（十九）'],
  PUBHEALTH_FUND: ['六（十八）原则'],
  PRIVACY: ['六（十九）信息'],
  MED_WASTE_INTERNAL: ['六（十八）区卫生健康委'],
  MED_WASTE_DUMP: ['六（十八）原则', '任务表11'],
  EIA_POLLUTION: ['任务表11'],
  FIRE_BUILD: ['二（五）', '任务表12'],
  FIRE_HAZARD: ['任务表12', '六（十八）原则'],
  TAX_INVOICE: ['一（四）', '五（十五）发票'],
  STAFF_PRACTICE: ['三（十）', '六（十九）'],
  STAFF_CERT: ['四（十二）', '任务表28'],
  FOREIGN_INVEST: ['六（十八）区卫生健康委', '任务表10'],
  SCHOOL_HEALTH: ['六（十八）原则'],
  DRINKING_WATER: ['六（十八）原则'],
  PUBLIC_PLACE: ['六（十八）原则'],
  INFECTION: ['六（十八）原则', '六（十九）'],
  NONPROFIT_DIVIDEND: ['六（十八）区卫生健康委'],
  PUBLIC_FINANCE: ['六（十八）原则'],
  PROCUREMENT: ['五（十五）采购', '任务表34'],
  INTERNET_HEALTH: ['五（十六）', '任务表37'],
  HEALTH_PRODUCT: ['六（十八）原则', '任务表41'],
  DISPUTE: ['六（十八）区卫生健康委'],
  SERVICE_ATTITUDE: ['六（十八）区卫生健康委'],
  OFFICIAL_CONDUCT: ['六（十八）问责'],
  OTHER: ['六（十八）区卫生健康委'],
};

export const dadukou: DistrictConfiguration = {
  choice: 'dadukou',
  name: '大渡口区',
  site: {
    code: '500104',
    siteName: '明察·大渡口区医疗卫生行业综合监管平台（演示）',
    siteNameInEnglish: 'Mingcha · Dadukou District Health Care Supervision (demonstration)',
    siteDomain: 'dadukou.mingcha.example',
    siteIdCode: '0000000000',
    organiser: '大渡口区卫生健康委员会（演示）',
    telephone: '023-0000-0000（演示）',
    address: '大渡口区示例路0号（演示）',
    icpFiling: '渝ICP备00000000号-0（演示）',
    policeFiling: '渝公网安备00000000000000号（演示）',
  },
  plan: '渡卫〔2020〕283号',
  // The signatories and those whom the task table names. 公安 stands in 六（十八） as a partner in joint action, without
  // a body or a duty of its own: the coordinator calls it.
  departments: [
    'HEALTH',
    'DRC',
    'CIVIL',
    'FINANCE',
    'HRSS',
    'TAX',
    'MARKET',
    'MEDINS',
    'ECOENV',
    'HOUSING',
    'SCITECH',
    'PLANNING',
    // By law and not by the plan (信访工作条例 30): an accusation against officials must not lie with a department it may be about.
    'DISCIPLINE',
  ],
  naming: {
    government: '重庆市大渡口区',
    place: '重庆市大渡口区',
    city: '重庆市',
    district: '大渡口区',
  },
  coordinator: 'HEALTH',
  provisions: {
    coordination: '渡卫〔2020〕283号六（十八）',
    competence: '渡卫〔2020〕283号六（十八）',
    jointHandling: '渡卫〔2020〕283号六（十八）',
  },
  areas: [streetsOfDadukou],
  overrides: {
    // 任务表33: designated institutions also for work-injury insurance and medical aid.
    INSURANCE_SERVICE: { lead: ['MEDINS'], cooperating: ['CIVIL', 'HRSS'] },
    // 六（十八） “谁审批、谁监管”, 任务表10: who admits an institution answers for it, whoever owns it.
    FOREIGN_INVEST: { lead: ['HEALTH'], cooperating: ['DRC', 'MARKET'] },
  },
  bases: dadukouBases,
  major: usualMajorRules,
  urgency: usualUrgencyRules,
  levels: usualServiceLevels,
  publication: usualPublicationPolicy,
  dutiesSwitchedOn: [],
};
