/** Invented decisions on invented institutions; every code is synthetic but has valid check characters (GB 32100). */
import type { PenaltyProposal } from '../../../shared/penalties/penalty.ts';

export interface DemoPenalty {
  readonly department: 'HEALTH' | 'MARKET' | 'MEDINS' | 'ECOENV';
  readonly party: PenaltyProposal['party'];
  readonly violation: string;
  readonly facts: string;
  readonly legalBasis: PenaltyProposal['legalBasis'];
  readonly kinds: PenaltyProposal['kinds'];
  readonly fineFen?: number;
  readonly confiscatedFen?: number;
  /** Still under way: the first step that nobody has taken yet. */
  readonly upTo?: 'notify' | 'waive-hearing' | 'review' | 'decide';
  /** Decided, but too light to be published by default (domain B.6, MINOR). */
  readonly unpublished?: true;
  /** Why the publisher takes it back after publication. */
  readonly withdrawn?: string;
  /** Why a review revoked it, so that it goes out of the public. */
  readonly revoked?: string;
  /** What was written wrong and is put right in public. */
  readonly corrected?: { readonly reason: string; readonly facts: string };
  /** Another way than waiving everything. */
  readonly way?: 'hearing' | 'paidLate' | 'onTheSpot' | 'handedOver' | 'notPunished';
  /** What goes into the proposal besides. */
  readonly more?: Partial<PenaltyProposal>;
}

export const demoPenalties: readonly DemoPenalty[] = [
  {
    department: 'HEALTH',
    party: { kind: 'ORG', name: '示例博爱医院有限公司', uscc: '91500104MA60DE015N' },
    violation: '将科室出租给非本医疗机构人员从事诊疗活动',
    facts: '将皮肤科交由外来人员承包经营，单独收费，未纳入本机构统一管理。',
    legalBasis: ['《中华人民共和国基本医疗卫生与健康促进法》第一百条'],
    kinds: ['P21', 'P22'],
    fineFen: 20_000_000,
    confiscatedFen: 6_350_000,
  },
  {
    department: 'HEALTH',
    party: { kind: 'SOLE', name: '示例济世诊所', uscc: '92500109MA5U9K7X1Q' },
    violation: '出借医疗机构执业许可证',
    facts: '将执业许可证交由他人使用，按月收取费用。',
    legalBasis: ['《中华人民共和国基本医疗卫生与健康促进法》第九十九条第二款'],
    kinds: ['P22', 'P33'],
    confiscatedFen: 4_800_000,
  },
  {
    department: 'HEALTH',
    party: { kind: 'PERSON_PRACTITIONER', name: '示例医师某' },
    violation: '隐匿患者信息',
    facts: '在执业活动中泄露患者个人信息。',
    legalBasis: ['《中华人民共和国医师法》第五十六条'],
    kinds: ['P21', 'P31'],
    fineFen: 1_500_000,
  },
  {
    department: 'HEALTH',
    party: { kind: 'ORG', name: '示例血液透析中心有限公司', uscc: '91500109MA60DE031L' },
    violation: '未按规定执行消毒隔离制度',
    facts: '血液透析操作中未按规范更换手套，未及时处理血液污染。',
    legalBasis: ['《医院感染管理办法》第三十三条'],
    kinds: ['P11'],
    unpublished: true,
  },
  {
    department: 'MARKET',
    party: { kind: 'ORG', name: '示例康宁口腔门诊部', uscc: '91500104MA60QW12X2' },
    violation: '价格欺诈',
    facts: '以虚假的优惠价格诱导消费者接受服务，多收价款。',
    legalBasis: ['《中华人民共和国价格法》第四十条'],
    kinds: ['P21', 'P22'],
    fineFen: 11_000_000,
    confiscatedFen: 2_820_000,
  },
  {
    department: 'MARKET',
    party: { kind: 'ORG', name: '示例安心大药房有限公司', uscc: '91500104MA60DE023H' },
    violation: '销售超过有效期的药品',
    facts: '将超过有效期四个月的降压药改换标识后销售。',
    legalBasis: ['《中华人民共和国药品管理法》第一百一十七条'],
    kinds: ['P21', 'P22', 'P23', 'P42'],
    fineFen: 30_000_000,
    confiscatedFen: 128_600,
  },
  {
    department: 'MARKET',
    party: { kind: 'SOLE', name: '示例明目视力康复馆', uscc: '92500104MA60DE066U' },
    violation: '发布含有保证治愈内容的虚假广告',
    facts: '通过短视频发布保证治愈近视的广告，误导消费者。',
    legalBasis: ['《中华人民共和国广告法》第五十五条'],
    kinds: ['P21', 'P22'],
    fineFen: 9_000_000,
    confiscatedFen: 1_750_000,
    withdrawn: '公开的内容与决定书不符（示例）',
  },
  {
    department: 'MEDINS',
    party: { kind: 'ORG', name: '示例康复医院有限公司', uscc: '91500109MA60DE04XC' },
    violation: '以虚构医药服务项目骗取医疗保障基金',
    facts: '为未住院人员虚构住院记录并申报结算医疗保障基金。',
    legalBasis: ['《医疗保障基金使用监督管理条例》第四十条'],
    kinds: ['P21', 'P41'],
    fineFen: 58_800_000,
  },
  {
    department: 'MEDINS',
    party: { kind: 'ORG', name: '示例颐养护理院', uscc: '52500109MJP1A2B30F' },
    violation: '重复收费、超标准收费造成医疗保障基金损失',
    facts: '对同一护理项目重复收费并纳入医疗保障基金结算。',
    legalBasis: ['《医疗保障基金使用监督管理条例》第三十八条'],
    kinds: ['P21', 'P22'],
    fineFen: 4_200_000,
    confiscatedFen: 2_100_000,
    corrected: {
      reason: '更正违法事实中的时间表述（示例）',
      facts: '三个月内对同一护理项目重复收费，并纳入医疗保障基金结算。',
    },
  },
  {
    department: 'ECOENV',
    party: { kind: 'ORG', name: '示例洁康环保服务有限公司', uscc: '91500109MA60DE058C' },
    violation: '非法转移、倾倒医疗废物',
    facts: '夜间将医疗废物倾倒于河滩，未按规定交由有资质的单位处置。',
    legalBasis: ['《中华人民共和国固体废物污染环境防治法》第一百二十二条'],
    kinds: ['P21', 'P22', 'P43'],
    fineFen: 80_000_000,
    confiscatedFen: 3_600_000,
  },
  {
    department: 'ECOENV',
    party: { kind: 'ORG', name: '示例区人民医院', uscc: '12500109450388882L' },
    violation: '医疗污水未经处理排放',
    facts: '污水处理设施停运期间将医疗污水直接排入市政管网。',
    legalBasis: ['《医疗废物管理条例》第四十七条'],
    kinds: ['P21', 'P32'],
    fineFen: 5_000_000,
    revoked: '行政复议决定撤销该处罚决定（示例）',
  },
  {
    department: 'HEALTH',
    party: { kind: 'ORG', name: '示例丽颜医疗美容门诊部有限公司', uscc: '91500104MA60DE074R' },
    violation: '使用未取得医师执业资格的人员从事医疗美容',
    facts: '安排未取得医师执业资格的人员为消费者注射肉毒毒素。',
    legalBasis: ['《医疗机构管理条例》第四十七条'],
    kinds: ['P21'],
    fineFen: 6_000_000,
    upTo: 'notify',
  },
  {
    department: 'HEALTH',
    party: { kind: 'SOLE', name: '示例老街牙科诊所', uscc: '92500109MA60DE082R' },
    violation: '口腔器械未按规范灭菌',
    facts: '使用后的牙科手机仅擦拭消毒即用于下一名患者，灭菌记录缺失两周。',
    legalBasis: ['《医疗机构管理条例》第四十八条', '《消毒管理办法》第四十一条'],
    kinds: ['P11', 'P21'],
    fineFen: 500_000,
    upTo: 'review',
  },
  {
    department: 'MARKET',
    party: { kind: 'ORG', name: '示例益寿健康管理有限公司', uscc: '91500104MA60DE090F' },
    violation: '对保健食品作虚假宣传',
    facts: '在免费体检活动中宣称所售口服液可以疏通血管、代替降压药。',
    legalBasis: ['《中华人民共和国反不正当竞争法》第二十条'],
    kinds: ['P21'],
    fineFen: 20_000_000,
    upTo: 'waive-hearing',
  },
  {
    department: 'MEDINS',
    party: { kind: 'ORG', name: '示例同心骨科医院有限公司', uscc: '91500109MA60DE103D' },
    violation: '串换医药服务项目骗取医疗保障基金',
    facts: '将不予支付的理疗项目串换为可以支付的康复项目上传结算。',
    legalBasis: ['《医疗保障基金使用监督管理条例》第四十条'],
    kinds: ['P21'],
    fineFen: 23_400_000,
    upTo: 'decide',
  },
  {
    department: 'MARKET',
    party: {
      ...{ kind: 'ORG', name: '示例康宁口腔门诊部', uscc: '91500104MA60QW12X2' },
      address: '示例区示例路18号',
    },
    violation: '发布含有功效断言的医疗广告',
    facts: '在楼宇广告中宣称种植牙“终身不坏”，误导消费者。',
    legalBasis: ['《中华人民共和国广告法》第五十八条'],
    kinds: ['P21'],
    fineFen: 24_000_000,
    way: 'hearing',
    more: {
      ...{ articles: ['ADVERTISING-58'], baseFen: 8_000_000 },
      evidence: '广告照片、合同、发票和当事人陈述。',
      rectification: { text: '停止发布广告，在相应范围内消除影响。' },
    },
  },
  {
    department: 'HEALTH',
    party: { kind: 'SOLE', name: '示例邻里口腔诊所', uscc: '92500109MA60DE1115' },
    violation: '消毒灭菌记录不完整',
    facts: '连续十日未登记灭菌效果监测结果。',
    legalBasis: ['《消毒管理办法》第四十一条'],
    kinds: ['P21'],
    fineFen: 50_000,
    way: 'paidLate',
    more: { rectification: { text: '补全监测，恢复登记。' } },
  },
  {
    department: 'HEALTH',
    party: { kind: 'ORG', name: '示例社区卫生服务站', uscc: '12500109MB60DE123N' },
    violation: '医疗废物暂存点未设警示标识',
    facts: '暂存点门外没有警示标识，当场改正。',
    legalBasis: ['《医疗废物管理条例》第四十六条'],
    kinds: ['P11'],
    way: 'onTheSpot',
    unpublished: true,
    more: { procedure: 'SIMPLE' },
  },
  {
    department: 'MEDINS',
    party: { kind: 'ORG', name: '示例同心骨科医院有限公司', uscc: '91500109MA60DE103D' },
    violation: '伪造病历骗取医疗保障基金',
    facts: '为未就诊人员伪造住院病历，骗取的金额较大。',
    legalBasis: ['《医疗保障基金使用监督管理条例》第四十条'],
    kinds: ['P21'],
    fineFen: 90_000_000,
    way: 'handedOver',
    unpublished: true,
  },
  {
    department: 'MARKET',
    party: { kind: 'SOLE', name: '示例晨光药店', uscc: '92500104MA60DE138L' },
    violation: '个别商品未明码标价',
    facts: '两种商品的标价签脱落，当日补齐。',
    legalBasis: ['《价格违法行为行政处罚规定》第十三条'],
    kinds: ['P21'],
    fineFen: 20_000,
    way: 'notPunished',
    unpublished: true,
  },
];
