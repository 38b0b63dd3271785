/** Invented inspections of invented institutions, with and without problems. */

type Answer = 'NO_PROBLEM' | 'PROBLEM';

export interface DemoInspection {
  readonly department: 'HEALTH' | 'MARKET' | 'MEDINS' | 'ECOENV';
  readonly kind: 'DAILY' | 'INDIVIDUAL' | 'SPECIAL';
  readonly institution: { readonly name: string; readonly uscc?: string };
  readonly items: readonly {
    readonly item: string;
    readonly result: Answer;
    readonly note?: string;
  }[];
  readonly result: Answer;
  readonly daysAgo: number;
  /** Once it is public: what was written wrong, and why it is put right. */
  readonly corrected?: { readonly reason: string; readonly items: DemoInspection['items'] };
}

const fine = (item: string) => ({ item, result: 'NO_PROBLEM' }) as const;
const fault = (item: string, note: string) => ({ item, result: 'PROBLEM', note }) as const;

export const demoInspections: readonly DemoInspection[] = [
  {
    department: 'HEALTH',
    kind: 'DAILY',
    institution: { name: '示例康宁口腔门诊部', uscc: '91500104MA60QW12X2' },
    items: [fine('执业许可证在有效期内'), fine('器械一人一用一灭菌'), fine('医务人员资质')],
    result: 'NO_PROBLEM',
    daysAgo: 9,
  },
  {
    department: 'HEALTH',
    kind: 'INDIVIDUAL',
    institution: { name: '示例济世诊所', uscc: '92500109MA5U9K7X1Q' },
    items: [fault('执业许可证使用', '实际经营者与登记不符'), fine('处方书写')],
    result: 'PROBLEM',
    daysAgo: 6,
  },
  {
    department: 'HEALTH',
    kind: 'SPECIAL',
    institution: { name: '示例血液透析中心有限公司', uscc: '91500109MA60DE031L' },
    items: [
      fault('手卫生与手套更换', '现场三次操作未更换手套'),
      fine('透析用水检测'),
      fine('乙肝分区'),
    ],
    result: 'PROBLEM',
    daysAgo: 3,
    corrected: {
      reason: '经核对现场检查笔录，未更换手套的操作为两次，原公示误写为三次。',
      items: [
        fault('手卫生与手套更换', '现场两次操作未更换手套'),
        fine('透析用水检测'),
        fine('乙肝分区'),
      ],
    },
  },
  {
    department: 'HEALTH',
    kind: 'DAILY',
    institution: { name: '示例社区卫生服务中心', uscc: '125001044504123443' },
    items: [fine('疫苗冷链温度记录'), fine('预防接种告知'), fine('医疗废物分类')],
    result: 'NO_PROBLEM',
    daysAgo: 2,
  },
  {
    department: 'HEALTH',
    kind: 'SPECIAL',
    institution: { name: '示例实验小学校医室' },
    items: [fine('晨检记录'), fault('消毒记录', '近两周缺少厕所消毒记录')],
    result: 'PROBLEM',
    daysAgo: 1,
  },
  {
    department: 'MARKET',
    kind: 'INDIVIDUAL',
    institution: { name: '示例安心大药房有限公司', uscc: '91500104MA60DE023H' },
    items: [fault('药品有效期', '货架发现过期药品三盒'), fine('进货查验记录')],
    result: 'PROBLEM',
    daysAgo: 4,
  },
  {
    department: 'MARKET',
    kind: 'DAILY',
    institution: { name: '示例康源药房' },
    items: [fault('执业药师在岗', '检查时不在岗'), fine('处方药凭处方销售')],
    result: 'PROBLEM',
    daysAgo: 5,
  },
  {
    department: 'MARKET',
    kind: 'SPECIAL',
    institution: { name: '示例整形美容医院' },
    items: [fine('明码标价'), fine('广告审查证明')],
    result: 'NO_PROBLEM',
    daysAgo: 7,
  },
  {
    department: 'MEDINS',
    kind: 'SPECIAL',
    institution: { name: '示例康复医院有限公司', uscc: '91500109MA60DE04XC' },
    items: [
      fault('住院患者在床', '抽查二十人，九人不在床'),
      fault('费用明细与病历一致', '六份不一致'),
    ],
    result: 'PROBLEM',
    daysAgo: 2,
  },
  {
    department: 'MEDINS',
    kind: 'DAILY',
    institution: { name: '示例仁和医院' },
    items: [fine('目录外项目告知'), fine('结算清单上传')],
    result: 'NO_PROBLEM',
    daysAgo: 8,
  },
  {
    department: 'ECOENV',
    kind: 'DAILY',
    institution: { name: '示例区人民医院', uscc: '12500109450388882L' },
    items: [fault('污水处理设施运行', '消毒池停运'), fine('危险废物转移联单')],
    result: 'PROBLEM',
    daysAgo: 3,
  },
  {
    department: 'ECOENV',
    kind: 'INDIVIDUAL',
    institution: { name: '示例博爱医院有限公司', uscc: '91500104MA60DE015N' },
    items: [fine('厂界噪声'), fine('环境影响登记表')],
    result: 'NO_PROBLEM',
    daysAgo: 1,
  },
];
