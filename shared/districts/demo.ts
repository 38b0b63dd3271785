/** `demo`: the union of both plans on an invented site, numbered as Dadukou; it accepts the streets of both districts. */
import { everyDepartmentBut } from '../departments/every-department.ts';
import type { DistrictConfiguration } from './configuration.ts';
import { usualPublicationPolicy } from './publication-policy.ts';
import { streetsOfBeibei, streetsOfDadukou } from './streets.ts';
import { usualMajorRules, usualServiceLevels, usualUrgencyRules } from './usual-rules.ts';

export const demo: DistrictConfiguration = {
  choice: 'demo',
  name: '示例区',
  site: {
    code: '500104',
    siteName: '明察·示例区医疗卫生行业综合监管平台',
    siteNameInEnglish: 'Mingcha · Demo District Health Care Supervision',
    siteDomain: 'mingcha.example',
    siteIdCode: '0000000000',
    organiser: '示例区卫生健康委员会（演示）',
    telephone: '023-0000-0000（演示）',
    address: '示例区示例路0号（演示）',
    icpFiling: '渝ICP备00000000号-0（演示）',
    policeFiling: '渝公网安备00000000000000号（演示）',
  },
  departments: /* @__PURE__ */ everyDepartmentBut(),
  naming: { government: '区', place: '示例区', city: '市', district: '示例区' },
  coordinator: 'HEALTH',
  provisions: {
    coordination: '北碚府办发〔2019〕104号二（二）',
    competence: '渡卫〔2020〕283号六（十八）',
    jointHandling: '北碚府办发〔2019〕104号四（四）',
  },
  areas: [streetsOfDadukou, streetsOfBeibei],
  overrides: {},
  major: usualMajorRules,
  urgency: usualUrgencyRules,
  levels: usualServiceLevels,
  publication: usualPublicationPolicy,
  dutiesSwitchedOn: [],
};
