/** The departments of a district with their stable codes (annexes 2 and 3 of the Beibei plan, task table of the Dadukou plan). */

export type DepartmentKind = 'GOV' | 'PARTY' | 'JUDICIAL';

export interface Department {
  readonly code: string;
  /** Official short name, as the plans write it. */
  readonly name: string;
  /** Official full name, with 示例 for the district's; beyond the ten signatories of the Dadukou plan expanded from the short name. */
  readonly fullName: string;
  readonly kind: DepartmentKind;
  /** Which plan names it: D = Dadukou 渡卫〔2020〕283号, B = Beibei 北碚府办发〔2019〕104号. */
  readonly plans: 'DB' | 'D' | 'B';
}

export const departments = [
  { code: 'HEALTH', name: '区卫生健康委', fullName: '区卫生健康委员会', kind: 'GOV', plans: 'DB' },
  { code: 'DRC', name: '区发展改革委', fullName: '区发展和改革委员会', kind: 'GOV', plans: 'DB' },
  { code: 'PSB', name: '区公安分局', fullName: '市公安局示例区分局', kind: 'GOV', plans: 'B' },
  { code: 'CIVIL', name: '区民政局', fullName: '区民政局', kind: 'GOV', plans: 'DB' },
  { code: 'JUSTICE', name: '区司法局', fullName: '区司法局', kind: 'GOV', plans: 'B' },
  { code: 'FINANCE', name: '区财政局', fullName: '区财政局', kind: 'GOV', plans: 'DB' },
  { code: 'HRSS', name: '区人力社保局', fullName: '区人力资源和社会保障局', kind: 'GOV', plans: 'DB' },
  { code: 'COMMERCE', name: '区商务委', fullName: '区商务委员会', kind: 'GOV', plans: 'B' },
  { code: 'AUDIT', name: '区审计局', fullName: '区审计局', kind: 'GOV', plans: 'B' },
  { code: 'TAX', name: '区税务局', fullName: '国家税务总局重庆市示例区税务局', kind: 'GOV', plans: 'DB' },
  { code: 'MARKET', name: '区市场监管局', fullName: '区市场监督管理局', kind: 'GOV', plans: 'DB' },
  { code: 'MEDINS', name: '区医保局', fullName: '区医疗保障局', kind: 'GOV', plans: 'DB' },
  { code: 'EDU', name: '区教委', fullName: '区教育委员会', kind: 'GOV', plans: 'B' },
  { code: 'ECOENV', name: '区生态环境局', fullName: '区生态环境局', kind: 'GOV', plans: 'DB' },
  { code: 'HOUSING', name: '区住房城乡建委', fullName: '区住房和城乡建设委员会', kind: 'GOV', plans: 'DB' },
  { code: 'URBAN', name: '区城管局', fullName: '区城市管理局', kind: 'GOV', plans: 'B' },
  { code: 'WATER', name: '区水利局', fullName: '区水利局', kind: 'GOV', plans: 'B' },
  { code: 'SCITECH', name: '区科技局', fullName: '区科学技术局', kind: 'GOV', plans: 'DB' },
  { code: 'ECONINFO', name: '区经济信息委', fullName: '区经济和信息化委员会', kind: 'GOV', plans: 'B' },
  { code: 'SASAC', name: '区国资委', fullName: '区国有资产监督管理委员会', kind: 'GOV', plans: 'B' },
  { code: 'PROCUREMENT', name: '区采购办', fullName: '区政府采购管理办公室', kind: 'GOV', plans: 'B' },
  { code: 'CULTOUR', name: '区文化旅游委', fullName: '区文化和旅游发展委员会', kind: 'GOV', plans: 'B' },
  { code: 'PLANNING', name: '区规划自然资源局', fullName: '区规划和自然资源局', kind: 'GOV', plans: 'D' },
  { code: 'PUBLICITY', name: '区委宣传部', fullName: '中共示例区委宣传部', kind: 'PARTY', plans: 'B' },
  { code: 'CYBER', name: '区委网信办', fullName: '中共示例区委网络安全和信息化委员会办公室', kind: 'PARTY', plans: 'B' },
  { code: 'POLITLAW', name: '区委政法委', fullName: '中共示例区委政法委员会', kind: 'PARTY', plans: 'B' },
  { code: 'STAFFING', name: '区委编办', fullName: '中共示例区委机构编制委员会办公室', kind: 'PARTY', plans: 'B' },
  { code: 'DISCIPLINE', name: '区纪委监委机关', fullName: '中共示例区纪律检查委员会机关、区监察委员会', kind: 'PARTY', plans: 'B' },
  { code: 'COURT', name: '区法院', fullName: '示例区人民法院', kind: 'JUDICIAL', plans: 'B' },
  { code: 'PROCURATORATE', name: '区检察院', fullName: '示例区人民检察院', kind: 'JUDICIAL', plans: 'B' },
] as const satisfies readonly Department[];

export type DepartmentCode = (typeof departments)[number]['code'];

export const departmentCodes: readonly DepartmentCode[] = departments.map((d) => d.code);

/** Leads the coordination mechanism (Beibei plan 二（二）) and holds what no other department of the directory can. */
export const COORDINATOR: DepartmentCode = 'HEALTH';

export const isDepartment = (code: string): code is DepartmentCode =>
  departmentCodes.some((known) => known === code);
