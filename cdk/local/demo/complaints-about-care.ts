/** Invented complaints about treatment, medicines and public health, as people write them. All names are made up. */
import type { DemoComplaint } from './complaint.ts';

export const complaintsAboutCare: readonly DemoComplaint[] = [
  {
    facts:
      '我们院坝里头一楼租给一个“老中医”，屋头连个执照都莫得，天天给人打吊针。昨天我隔壁嬢嬢输液输到一半全身发抖，他还说是排毒。请你们快点来看哈嘛！',
    categories: ['UNLICENSED_PRACTICE'],
    institution: {
      address: '示例路88号附3号一楼',
      description: '没有招牌，卷帘门上贴着“祖传”二字',
    },
    circumstances: ['RESIDENTIAL_OR_RURAL', 'INJURY', 'UNDERWAY_NOW'],
    occurredDaysAgo: 1,
    officer: [
      { type: 'accept' },
      { type: 'note', text: '已安排两名执法人员当日到现场核查，请保留输液瓶和付款记录。' },
    ],
    message: '他今天下午又开门了，卷帘门只开一半。',
  },
  {
    facts: '口腔诊所给人做双眼皮。执照上只有口腔科。',
    categories: ['OUT_OF_SCOPE'],
    institution: { name: '示例皓白口腔诊所', streetCode: '500104001' },
    circumstances: ['DESIGNATED_INSTITUTION'],
    officer: [{ type: 'accept' }],
  },
  {
    facts:
      '本人于本月在该院行阑尾切除术，术后第三天发热，切口渗液，值班医生两次都说“正常反应，多喝水”，直到第六天才复查，诊断为切口深部感染，二次住院十一天。要求调阅病历、查明是否存在诊疗过错，并就二次住院费用给个说法。病历复印件可随时提供。',
    categories: ['QUALITY_SAFETY', 'DISPUTE'],
    institution: { name: '示例仁和医院', streetCode: '500109002', address: '示例大道1号' },
    circumstances: ['INJURY', 'COMPENSATION_DISPUTE'],
    demand: '退还二次住院的自付费用，并书面说明感染原因。',
    by: '示例市民甲',
    occurredDaysAgo: 20,
    officer: [
      { type: 'accept' },
      { type: 'note', text: '已调取病历，正在组织专家审查；赔偿部分可申请人民调解。' },
    ],
    message: '病历复印件已经准备好，什么时候方便送过来？',
  },
  {
    facts: '感冒去看病，一次开了八盒药，有三盒功效一样的，还叫我做CT。医生说不做就不给看。',
    categories: ['DRUG_USE'],
    institution: { name: '示例惠民综合门诊部', streetCode: '500104003' },
    occurredDaysAgo: 6,
    by: '示例市民乙',
    officer: [
      { type: 'accept' },
      {
        type: 'conclude',
        outcome: '属实',
        text: '经处方点评，存在重复用药，已责令改正并约谈负责人。',
      },
    ],
  },
  {
    facts:
      '在这家药房买的降压药，拆开发现有效期已经过了四个月！！盒子外面的日期像是被擦过重新打印的。药我没敢吃，留起在的，票也在。',
    categories: ['DRUG_DEVICE_PRODUCT'],
    institution: { name: '示例安心大药房九宫庙店', streetCode: '500104003' },
    circumstances: ['INSURANCE_SETTLED', 'SUSPECTED_CRIME'],
    by: '示例市民丙',
    demand: '退一赔十',
    occurredDaysAgo: 3,
    officer: [{ type: 'accept' }, { type: 'note', text: '已对同批次药品先行登记保存。' }],
  },
  {
    facts:
      '带娃儿打疫苗，看到疫苗就摆在桌子高头，冰箱门敞起的，问了护士，她说“一哈哈儿没得事”。那天外面三十几度，起码摆了一个钟头。请查一下冷链记录，好多家长都在群里头问。',
    categories: ['VACCINE'],
    institution: { name: '示例社区卫生服务中心', streetCode: '500109001' },
    circumstances: ['MINORS', 'FIVE_OR_MORE'],
    occurredDaysAgo: 2,
    by: '示例家长甲',
    officer: [{ type: 'accept' }, { type: 'note', text: '冷链温度记录已封存，结果出来后答复您。' }],
  },
  {
    facts: '听说他们那台大核磁没有配置许可就在用了，而且一直走医保。希望核实。',
    categories: ['LARGE_EQUIPMENT'],
    institution: { name: '示例影像诊断中心', streetCode: '500109006' },
    circumstances: ['INSURANCE_SETTLED'],
  },
  {
    facts: '药店墙上挂的执业药师我去过五次一次都没见到过人，处方都是收银员自己盖章。',
    categories: ['PHARMACIST'],
    institution: { name: '示例康源药房', streetCode: '500104101' },
    circumstances: ['FALSE_QUALIFICATION'],
    officer: [
      { type: 'accept' },
      {
        as: 'approver',
        does: {
          type: 'extend',
          clock: 'MK-VERIFY',
          reason: '需要向外地核实执业药师的注册和劳动合同。',
        },
      },
      {
        type: 'conclude',
        outcome: '属实',
        text: '现场检查执业药师不在岗仍销售处方药，已立案处理。',
      },
    ],
  },
  {
    facts:
      '该院把皮肤科整个承包给外地老板，医生护士都是他们自己带来的，收费单独开收据，盖的是什么“管理公司”的章。我在里面做过三个月导诊，知道情况，愿意配合，但请一定保密。',
    categories: ['DEPT_LEASE'],
    institution: { name: '示例博爱医院', streetCode: '500104002' },
    circumstances: ['ABNORMAL_FUNDS'],
    by: '示例前员工',
    officer: [
      { type: 'accept' },
      {
        type: 'invite',
        department: 'FINANCE',
        question: '请核查该院财政补助资金是否用于承包科室。',
      },
      {
        of: 'MEDINS',
        as: 'officer',
        does: { type: 'reply', text: '近一年结算中，该科室占全院三成，结算医师均为外聘。' },
      },
      { type: 'remark', text: '举报人要求保密，到场检查按日常检查安排。' },
    ],
  },
  {
    facts: '诊所老板把执照租给别人开，一个月八千，朋友圈都在打广告招租。',
    categories: ['LICENCE_TRADE'],
    institution: { name: '示例济世诊所', streetCode: '500109101' },
    circumstances: ['FORGED_DOCUMENTS'],
    officer: [
      { type: 'request-material', text: '没有查到这家诊所的登记地址，请补充门牌号或者照片。' },
    ],
    message: '门牌号是示例街12号，照片我重新拍。',
  },
  {
    facts: '有人在大学城附近组织学生卖血浆，一次给六百，带去一个民房里抽。',
    categories: ['BLOOD'],
    institution: { address: '示例学府路民房', description: '二楼，门口有白色面包车' },
    circumstances: ['SUSPECTED_CRIME', 'UNDERWAY_NOW', 'FIVE_OR_MORE'],
    officer: [{ type: 'accept' }],
  },
  {
    facts:
      '直播间自称“御医传人”，隔着屏幕把脉，专骗老年人买三千多一个疗程的膏药，我妈妈吃了拉肚子一周。😡主播讲地址就在你们区。',
    categories: ['FAKE_TCM', 'HEALTH_PRODUCT'],
    institution: { name: '示例国医馆', streetCode: '500109005' },
    circumstances: ['ONLINE', 'SUSPECTED_CRIME', 'ELDERLY_CARE'],
    by: '示例市民丁',
    demand: '退回购药款三千六百元。',
    occurredDaysAgo: 9,
    officer: [
      { type: 'accept' },
      {
        type: 'transfer',
        to: 'MARKET',
        reason: '主播没有诊疗场所，主要是以直播虚假宣传销售膏药，属于市场监管部门职责。',
      },
      { of: 'MARKET', as: 'officer', does: { type: 'accept' } },
    ],
    message: '直播回放我录屏了，有四十分钟。',
  },
  {
    facts: '护士没有注册就独立上夜班，工牌是别人的。',
    categories: ['STAFF_PRACTICE'],
    institution: { name: '示例颐养护理院', streetCode: '500109004' },
    circumstances: ['FORGED_DOCUMENTS'],
    officer: [{ type: 'accept' }],
  },
  {
    facts: '他的副主任医师职称是找人代写论文评上的，继续教育学分也是买的，同事都晓得。',
    categories: ['STAFF_CERT'],
    institution: { name: '示例骨科医院', streetCode: '500104005' },
  },
  {
    facts:
      'The clinic changed its foreign shareholder last year, but the licence on the wall still shows the old investor. 墙上的许可证还是老股东的名字，网上查也没有变更记录。',
    categories: ['FOREIGN_INVEST'],
    institution: { name: '示例国际诊所 (Demo Clinic)', streetCode: '500109006' },
  },
  {
    facts: '挂了一个网上问诊，全程机器人回复，五分钟不到就给我开了处方药，姓名还写错了。',
    categories: ['INTERNET_HEALTH'],
    institution: { name: '示例云诊互联网医院', streetCode: '500104005' },
    circumstances: ['PLATFORM_COMPANY'],
    by: '示例市民戊',
    occurredDaysAgo: 4,
    officer: [
      { type: 'accept' },
      {
        type: 'conclude',
        outcome: '不属实',
        text: '调取问诊日志，接诊医师在线且资质有效；姓名差错已更正。',
      },
    ],
  },
  {
    facts: '学校三个班都有娃儿拉肚子发烧，校医室说是吃坏了，但是一直没通知家长，厕所也没消毒。',
    categories: ['SCHOOL_HEALTH', 'INFECTION'],
    institution: { name: '示例实验小学', streetCode: '500109001' },
    circumstances: ['MINORS', 'FIVE_OR_MORE', 'SCHOOL_CLUSTER', 'CANTEEN_FOOD'],
    by: '示例家长乙',
    occurredDaysAgo: 1,
    officer: [
      { type: 'accept' },
      { type: 'note', text: '疾控人员已到校采样，请家长留意学校的停课通知。' },
    ],
  },
  {
    facts: '我们小区二次供水的水箱盖子坏了半年，水龙头里头出来的水有股腥臭味，烧开还是黄的。',
    categories: ['DRINKING_WATER'],
    institution: { name: '示例花园小区物业', streetCode: '500104004' },
    circumstances: ['SECONDARY_WATER_SUPPLY', 'FIVE_OR_MORE'],
    by: '示例业主甲',
    officer: [{ type: 'accept' }],
  },
  {
    facts: '理发店的剃刀用了一个又一个，从来没看到消毒。温泉更衣室拖鞋是湿的。',
    categories: ['PUBLIC_PLACE'],
    institution: { name: '示例温泉浴场', streetCode: '500109004' },
    circumstances: ['TOURISM_VENUE'],
    officer: [
      { type: 'accept' },
      { type: 'conclude', outcome: '属实', text: '消毒记录缺失，已责令限期改正并给予警告。' },
    ],
  },
  {
    facts: '透析室里，我看见护士不换手套连着给三个病人上机，地上有血迹没有擦。',
    categories: ['INFECTION'],
    institution: { name: '示例血液透析中心', streetCode: '500104103' },
    by: '示例患者家属',
    occurredDaysAgo: 5,
    officer: [{ type: 'accept' }],
    message: '病友群里有人说以前也发生过，需要我问问他们愿不愿意作证吗？',
  },
  {
    facts: '耗材采购不走平台，科主任直接给一个固定的销售下单，价格比平台贵三成。',
    categories: ['PROCUREMENT'],
    institution: { name: '示例眼科医院', streetCode: '500109003' },
    circumstances: ['PUBLIC_OFFICIAL'],
    officer: [{ type: 'accept' }],
  },
];
