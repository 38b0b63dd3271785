/** Which district this is: what its site calls itself, who answers for it, and its streets. The values are of a demonstration and say so. */

export interface District {
  /** GB/T 2260 code; case numbers start with it. */
  readonly code: string;
  /** SiteName of the government meta tags. */
  readonly siteName: string;
  readonly siteNameInEnglish: string;
  /** SiteDomain of the government meta tags. */
  readonly siteDomain: string;
  /** 网站标识码, SiteIDCode of the government meta tags. */
  readonly siteIdCode: string;
  /** 主办单位. This and what follows is hidden where it is blank. */
  readonly organiser: string;
  readonly telephone: string;
  readonly address: string;
  /** ICP备案号. */
  readonly icpFiling: string;
  /** 公安备案号. */
  readonly policeFiling: string;
}

export const district: District = {
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
};

export interface Area {
  readonly code: string;
  readonly name: string;
}

/** The two districts whose plans the platform follows, with their streets and towns (codes of a 2024 list, domain C.5). */
export const areas = [
  {
    code: '500104',
    name: '大渡口区',
    streets: [
      { code: '500104001', name: '新山村街道' },
      { code: '500104002', name: '跃进村街道' },
      { code: '500104003', name: '九宫庙街道' },
      { code: '500104004', name: '茄子溪街道' },
      { code: '500104005', name: '春晖路街道' },
      { code: '500104101', name: '八桥镇' },
      { code: '500104102', name: '建胜镇' },
      { code: '500104103', name: '跳磴镇' },
    ],
  },
  {
    code: '500109',
    name: '北碚区',
    streets: [
      { code: '500109001', name: '天生街道' },
      { code: '500109002', name: '朝阳街道' },
      { code: '500109003', name: '龙凤桥街道' },
      { code: '500109004', name: '北温泉街道' },
      { code: '500109005', name: '东阳街道' },
      { code: '500109006', name: '蔡家岗街道' },
      { code: '500109101', name: '歇马镇' },
      { code: '500109102', name: '澄江镇' },
      { code: '500109104', name: '童家溪镇' },
      { code: '500109105', name: '天府镇' },
      { code: '500109106', name: '施家梁镇' },
      { code: '500109107', name: '水土镇' },
      { code: '500109108', name: '静观镇' },
      { code: '500109109', name: '柳荫镇' },
      { code: '500109110', name: '复兴镇' },
      { code: '500109111', name: '三圣镇' },
      { code: '500109112', name: '金刀峡镇' },
    ],
  },
] as const satisfies readonly (Area & { readonly streets: readonly Area[] })[];

export const streets: readonly Area[] = areas.flatMap((area): readonly Area[] => area.streets);

export const isStreet = (code: string): boolean => streets.some((street) => street.code === code);
