/** Invented complaints about money, trade, order, surroundings and service, as people write them. All names are made up. */
import { COORDINATOR } from '../../../shared/departments/directory.ts';
import type { DemoComplaint } from './complaint.ts';
import { today } from './today.ts';

export const complaintsAboutConduct: readonly DemoComplaint[] = [
  {
    facts: '拔牙前说三百，拔完收一千二，墙上没有价目表，问就是“材料不同”。',
    categories: ['PRICE'],
    institution: { name: '示例康宁口腔门诊部', streetCode: '500104003' },
    by: '示例市民己',
    demand: '退还多收的九百元。',
    occurredDaysAgo: 2,
    officer: [
      { type: 'accept' },
      { type: 'conclude', outcome: '调解达成', text: '经组织双方调解，机构退还多收费用九百元。' },
    ],
  },
  {
    facts:
      '我姥爷根本没住院，医保上却显示住了十五天，花了九千八！打电话去问，对方说“帐对不上是系统问题”。后来邻居王婆婆也说她的卡被“借”去刷过。肯定不止我们两家，请严查。附:结算短信截图(另交)。',
    categories: ['INSURANCE_FRAUD'],
    institution: { name: '示例康复医院', streetCode: '500109102' },
    circumstances: ['SUSPECTED_CRIME', 'LARGE_SUM', 'FIVE_OR_MORE'],
    by: '示例市民庚',
    occurredDaysAgo: 12,
    officer: [
      { type: 'accept' },
      { type: 'note', text: '已调取结算明细，请勿删除结算短信。' },
      {
        of: 'HEALTH',
        as: 'officer',
        does: { type: 'reply', text: '抽查二十份病历，十一份没有护理记录，患者当日不在院。' },
      },
      { type: 'report-crime', reason: '虚构住院骗取医保基金，初步查明二十三万元，涉嫌诈骗罪。' },
      {
        as: 'approver',
        does: { type: 'approve-crime', approved: true, reason: '事实清楚，同意移送。' },
      },
      { type: 'hand-over', documents: ['LETTER', 'REPORT', 'THINGS'] },
      {
        of: 'PSB',
        as: 'officer',
        does: { type: 'police-decide', filed: true, reason: '符合立案条件，决定立案侦查。' },
      },
    ],
    message: '又找到一张去年的结算单，也是没有住过院的。',
  },
  {
    facts: '异地生育报销，窗口第一次说少一张表，第二次说表不对，第三次说系统升级，跑了三趟。',
    categories: ['INSURANCE_SERVICE'],
    institution: { name: '示例妇幼保健院医保窗口', streetCode: '500109001' },
    by: '示例市民辛',
    demand: '一次性告知材料并办结报销。',
    officer: [
      { type: 'accept' },
      { type: 'conclude', outcome: '调解达成', text: '已一次性告知材料，并于当日办结。' },
    ],
  },
  {
    facts: '看完病不给发票，只给手写收据，说“诊所小，没机子”。',
    categories: ['TAX_INVOICE'],
    institution: { name: '示例便民诊所', streetCode: '500104102' },
    circumstances: ['INVOICE_FOR_INSURANCE', 'MEDICAL_INSTITUTION'],
  },
  {
    facts:
      '家庭医生签约：我本人从未签字，系统里却有我四次随访记录，血压都写得一模一样，130/80。公共卫生经费就是这样来的吗？',
    categories: ['PUBHEALTH_FUND'],
    institution: { name: '示例镇卫生院', streetCode: '500109110' },
    circumstances: ['PUBLIC_OFFICIAL'],
    by: '示例村民甲',
    officer: [{ type: 'accept' }],
  },
  {
    facts: '明明登记的是民办非营利，年底理事会给几个出资人分“奖金”，发到亲戚的公司去了。',
    categories: ['NONPROFIT_DIVIDEND'],
    institution: { name: '示例慈康护理院', streetCode: '500104001' },
    circumstances: ['AFFILIATED_COMPANY'],
  },
  {
    facts: '医院停车费、场地出租的钱不进公账，财务科有一本小账。',
    categories: ['PUBLIC_FINANCE'],
    institution: { name: '示例区人民医院', streetCode: '500109002' },
    circumstances: ['PUBLIC_OFFICIAL'],
    by: '示例职工甲',
    officer: [{ type: 'accept' }],
  },
  {
    facts: '短视频广告说“三天根治近视，无效退款”，评论里全是托。家长些莫要上当！',
    categories: ['FALSE_AD'],
    institution: { name: '示例明目视力康复馆', streetCode: '500104005' },
    circumstances: ['ONLINE', 'MINORS'],
    officer: [
      { type: 'accept' },
      { type: 'conclude', outcome: '属实', text: '广告含有保证治愈的断言，已责令停止发布并立案。' },
    ],
  },
  {
    facts: '每天早上门诊大厅都有几个人拉客，说“专家号我有，跟我走”，带到后门一家门诊去。',
    categories: ['TOUT'],
    institution: { name: '示例区中医院', streetCode: '500109002' },
    circumstances: ['HIRED_BY_BUSINESS', 'UNDERWAY_NOW'],
  },
  {
    facts:
      '实名举报：某医药公司销售每月按处方量给科室“会议费”，微信转账，名单我有一份。事情牵涉人多，望重视。',
    categories: ['BRIBERY', 'RED_PACKET'],
    institution: { name: '示例仁和医院', streetCode: '500109002' },
    circumstances: ['SUSPECTED_CRIME', 'FALSE_INVOICES', 'PAID_BY_SUPPLIER'],
    by: '示例知情人',
    officer: [{ type: 'accept' }],
    message: '名单可以当面交，请告知地点。',
  },
  {
    facts: '手术前一天主刀的助手暗示要“表示一下”，我包了两千，他收了。',
    categories: ['RED_PACKET'],
    institution: { name: '示例骨科医院', streetCode: '500104005' },
    by: '示例患者乙',
    occurredDaysAgo: 8,
    officer: [{ type: 'accept' }],
  },
  {
    facts: '养老院请人来讲“量子水杯”，听课送鸡蛋，婆婆爷爷些买了一屋子，一个杯子两千块。',
    categories: ['HEALTH_PRODUCT'],
    institution: { name: '示例夕阳红活动站', streetCode: '500109108' },
    circumstances: ['ELDERLY_CARE', 'FIVE_OR_MORE'],
    officer: [
      {
        type: 'return',
        reason: '活动场所是养老服务机构，销售行为由机构组织，应由民政部门牵头。',
        propose: 'CIVIL',
      },
      {
        of: COORDINATOR,
        as: 'officer',
        does: { type: 'reassign', to: 'CIVIL', reason: '养老服务机构内的活动由民政部门牵头。' },
      },
      { of: 'CIVIL', as: 'officer', does: { type: 'accept' } },
    ],
  },
  {
    facts: '十几个人在急诊门口拉横幅放哀乐，救护车都进不去，已经两个小时了，快来人！',
    categories: ['DISTURB'],
    institution: { name: '示例区人民医院', streetCode: '500109002' },
    circumstances: ['UNDERWAY_NOW', 'FIVE_OR_MORE', 'MEDIA_EXPOSURE'],
  },
  {
    facts: '喝醉的家属追打护士，护士手臂骨折。我是同病房的，全程看到，愿意作证。',
    categories: ['VIOLENCE'],
    institution: { name: '示例仁和医院', streetCode: '500109002' },
    circumstances: ['INJURY', 'CRIMINAL_CASE_FILED'],
    by: '示例目击者',
    occurredDaysAgo: 1,
  },
  {
    facts: '协会没有登记过，却以“行业组织”的名义向各诊所收年费，一家三千。',
    categories: ['NGO_REGISTRATION'],
    institution: { name: '示例民营医疗发展协会', streetCode: '500104002' },
  },
  {
    facts: '做完产检第二天就有月子中心打电话来，连孕周都晓得。只有医院有我的电话！',
    categories: ['PRIVACY'],
    institution: { name: '示例妇幼保健院', streetCode: '500109001' },
    by: '示例准妈妈',
    demand: '查清是谁泄露了我的电话，书面道歉。',
    occurredDaysAgo: 1,
    officer: [{ type: 'accept' }],
  },
  {
    facts: '用过的针头跟生活垃圾装在一个袋子头，黄色袋子都没得。',
    categories: ['MED_WASTE_INTERNAL'],
    institution: { name: '示例便民诊所', streetCode: '500104102' },
    officer: [
      { type: 'accept' },
      { type: 'conclude', outcome: '属实', text: '医疗废物未分类收集，已责令改正并处罚。' },
    ],
  },
  {
    facts:
      '半夜两点有辆无牌小货车往河边倒黄色垃圾袋，里面是输液管和带血的纱布，至少二十袋。位置在桥下左手边河滩。我拍了视频，车往八桥方向走了。',
    categories: ['MED_WASTE_DUMP'],
    institution: { address: '示例大桥下河滩', description: '无牌白色小货车' },
    circumstances: ['SUSPECTED_CRIME', 'INTO_RIVER', 'UNDERWAY_NOW'],
    officer: [
      { type: 'accept' },
      { type: 'note', text: '现场已清理取样，视频请通过窗口提交。' },
      {
        of: 'HEALTH',
        as: 'officer',
        does: { type: 'reply', text: '垃圾袋标签属于两家民营医院，已封存其医疗废物交接记录。' },
      },
      {
        type: 'consult',
        heldOn: today(),
        participants: ['ECOENV', 'HEALTH', 'PSB'],
        opinion: '由生态环境部门立案，卫生健康部门同时核查两家医院的医疗废物台账。',
      },
      { type: 'decide-filing', filed: true, reason: '倾倒事实清楚，来源已经锁定。' },
    ],
    message: '视频有二百多兆，传不上来，我送U盘过来可以不？',
  },
  {
    facts: '医院楼顶的空调外机从早吵到晚，污水站臭得开不了窗，环评公示我从来没看到过。',
    categories: ['EIA_POLLUTION'],
    institution: { name: '示例博爱医院', streetCode: '500104002' },
    by: '示例业主乙',
    officer: [
      { type: 'accept' },
      { type: 'note', text: '已安排夜间噪声监测，结果五个工作日内告知。' },
    ],
  },
  {
    facts: '新装修的门诊大楼没有验收就开业了，消防验收意见书要不到。',
    categories: ['FIRE_BUILD'],
    institution: { name: '示例整形美容医院', streetCode: '500104005' },
    circumstances: ['FIRE_HAZARD_IN_USE'],
  },
  {
    facts: '住院部的安全出口上了锁，走廊堆满病床和氧气瓶。万一起火咋个跑？',
    categories: ['FIRE_HAZARD'],
    institution: { name: '示例老年病医院', streetCode: '500109109' },
    circumstances: ['UNDERWAY_NOW', 'SMALL_PREMISES'],
    by: '示例陪护',
  },
  {
    facts: '我爸术后偏瘫，医院说是并发症，我们不认可，要求调解。',
    categories: ['DISPUTE'],
    institution: { name: '示例仁和医院', streetCode: '500109002' },
    circumstances: ['MAY_ESCALATE', 'INJURY'],
    by: '示例患者家属丙',
    demand: '申请医疗纠纷人民调解。',
    occurredDaysAgo: 40,
    officer: [
      { type: 'accept' },
      { type: 'note', text: '已转医疗纠纷人民调解委员会，三日内与您联系。' },
    ],
  },
  {
    facts: '排了两个小时队，轮到我窗口“午休”。态度极差！',
    categories: ['SERVICE_ATTITUDE'],
    institution: { name: '示例区中医院', streetCode: '500109002' },
    officer: [
      {
        type: 'refuse',
        ground: 'CHANNEL',
        text: '窗口服务请先向医院投诉管理部门反映，医院应当在规定时间内答复；没有答复的，可以再次向我们反映。',
      },
    ],
  },
  {
    facts: '我举报过三次，来检查的人头天就给诊所打电话通知，检查那天当然啥子都查不到。',
    categories: ['OFFICIAL_CONDUCT', 'UNLICENSED_PRACTICE'],
    institution: { name: '示例济世诊所', streetCode: '500109101' },
    by: '示例市民壬',
  },
  {
    facts: '你们到底管不管！！！',
    categories: ['OTHER'],
    institution: { name: '示例诊所' },
    officer: [
      {
        type: 'refuse',
        ground: 'MATERIAL_MISSING',
        text: '没有写明时间、地点和事情经过，无法核查。请补充后再次提交。',
      },
    ],
  },
  {
    facts: '電梯壞了三個月，行動不便的病人只能爬樓梯上四樓做復健，請幫忙反映。',
    categories: ['OTHER', 'SERVICE_ATTITUDE'],
    institution: { name: '示例康复医院', streetCode: '500109102' },
    officer: [{ type: 'accept' }],
  },
];
