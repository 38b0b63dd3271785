/** Every department that one of the plans names, with its stable code; a district's directory is a choice of these. */

export type DepartmentKind = 'GOV' | 'PARTY' | 'JUDICIAL';

export interface Department {
  readonly code: string;
  /** Official short name, as the plans write it. */
  readonly name: string;
  /**
   * Official full name with the marks of `Naming`; beyond the ten signatories of the Dadukou plan expanded from the short
   * name [mem].
   */
  readonly fullName: string;
  readonly kind: DepartmentKind;
}

/** What a district writes for the marks of a full name. */
export interface Naming {
  /** Before an organ of its government: 重庆市北碚区, or 区 where no district is named. */
  readonly government: string;
  /** Before its courts and after 中共: 重庆市北碚区. */
  readonly place: string;
  /** 重庆市, or 市. */
  readonly city: string;
  /** 北碚区. */
  readonly district: string;
}

/** Annexes 2 and 3 of the Beibei plan, task table of the Dadukou plan; the order is that of every list. */
export const everyDepartment = [
  { code: 'HEALTH', name: '区卫生健康委', fullName: '{government}卫生健康委员会', kind: 'GOV' },
  { code: 'DRC', name: '区发展改革委', fullName: '{government}发展和改革委员会', kind: 'GOV' },
  { code: 'PSB', name: '区公安分局', fullName: '{city}公安局{district}分局', kind: 'GOV' },
  { code: 'CIVIL', name: '区民政局', fullName: '{government}民政局', kind: 'GOV' },
  { code: 'JUSTICE', name: '区司法局', fullName: '{government}司法局', kind: 'GOV' },
  { code: 'FINANCE', name: '区财政局', fullName: '{government}财政局', kind: 'GOV' },
  { code: 'HRSS', name: '区人力社保局', fullName: '{government}人力资源和社会保障局', kind: 'GOV' },
  { code: 'COMMERCE', name: '区商务委', fullName: '{government}商务委员会', kind: 'GOV' },
  { code: 'AUDIT', name: '区审计局', fullName: '{government}审计局', kind: 'GOV' },
  { code: 'TAX', name: '区税务局', fullName: '国家税务总局重庆市{district}税务局', kind: 'GOV' },
  { code: 'MARKET', name: '区市场监管局', fullName: '{government}市场监督管理局', kind: 'GOV' },
  { code: 'MEDINS', name: '区医保局', fullName: '{government}医疗保障局', kind: 'GOV' },
  { code: 'EDU', name: '区教委', fullName: '{government}教育委员会', kind: 'GOV' },
  { code: 'ECOENV', name: '区生态环境局', fullName: '{government}生态环境局', kind: 'GOV' },
  {
    code: 'HOUSING',
    name: '区住房城乡建委',
    fullName: '{government}住房和城乡建设委员会',
    kind: 'GOV',
  },
  { code: 'URBAN', name: '区城管局', fullName: '{government}城市管理局', kind: 'GOV' },
  { code: 'WATER', name: '区水利局', fullName: '{government}水利局', kind: 'GOV' },
  { code: 'SCITECH', name: '区科技局', fullName: '{government}科学技术局', kind: 'GOV' },
  {
    code: 'ECONINFO',
    name: '区经济信息委',
    fullName: '{government}经济和信息化委员会',
    kind: 'GOV',
  },
  { code: 'SASAC', name: '区国资委', fullName: '{government}国有资产监督管理委员会', kind: 'GOV' },
  {
    code: 'PROCUREMENT',
    name: '区采购办',
    fullName: '{government}政府采购管理办公室',
    kind: 'GOV',
  },
  {
    code: 'CULTOUR',
    name: '区文化旅游委',
    fullName: '{government}文化和旅游发展委员会',
    kind: 'GOV',
  },
  {
    code: 'PLANNING',
    name: '区规划自然资源局',
    fullName: '{government}规划和自然资源局',
    kind: 'GOV',
  },
  { code: 'PUBLICITY', name: '区委宣传部', fullName: '中共{place}委宣传部', kind: 'PARTY' },
  {
    code: 'CYBER',
    name: '区委网信办',
    fullName: '中共{place}委网络安全和信息化委员会办公室',
    kind: 'PARTY',
  },
  { code: 'POLITLAW', name: '区委政法委', fullName: '中共{place}委政法委员会', kind: 'PARTY' },
  {
    code: 'STAFFING',
    name: '区委编办',
    fullName: '中共{place}委机构编制委员会办公室',
    kind: 'PARTY',
  },
  {
    code: 'DISCIPLINE',
    name: '区纪委监委机关',
    fullName: '中共{place}纪律检查委员会机关、{government}监察委员会',
    kind: 'PARTY',
  },
  { code: 'COURT', name: '区法院', fullName: '{place}人民法院', kind: 'JUDICIAL' },
  { code: 'PROCURATORATE', name: '区检察院', fullName: '{place}人民检察院', kind: 'JUDICIAL' },
] as const satisfies readonly Department[];

export type DepartmentCode = (typeof everyDepartment)[number]['code'];

export const everyDepartmentBut = (
  ...absent: readonly DepartmentCode[]
): readonly DepartmentCode[] =>
  everyDepartment.map(({ code }) => code).filter((code) => !absent.includes(code));

export const fullNameIn = (naming: Naming, fullName: string): string =>
  fullName
    .replace('{government}', naming.government)
    .replace('{place}', naming.place)
    .replace('{city}', naming.city)
    .replace('{district}', naming.district);
