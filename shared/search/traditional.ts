/** Traditional characters of this field and their simplified forms, for questions alone: records are published in simplified ones. */

/**
 * Each traditional character stands at the place of its simplified one. Pairs of 通用规范汉字表 (国务院 2013), annex 1, chosen by what
 * names of institutions, decisions and findings are written with; where two traditional forms became one, both are here.
 */
const TRADITIONAL =
  '診療醫藥員護師學術檢驗罰處證許執業廢環廣費價錢題應產婦兒腫體針劑齒顎頸顱腦臟髒腎膽腸臉頭髮發鬚鬍' +
  '養營銷購買賣貨質資賬賠償違規則責關閉務東兩區縣鎮鄉農個門據辦權書號單報舉訴訟問種類總綜與為無過時' +
  '間開場臨傳滅濕乾濃縮製備設儀線電輸換補試紙標準級別註冊記錄歷檔毀貯儲運轉讓僱傭隱瞞虛偽變塗組織機' +
  '構會計議討論調結審覈評鑑監協聯繫絡網頁碼圖視聽覺聲嚴輕減從沒暫車輛廳廠樓層圍牆陽陰陳張劉楊趙吳鄭' +
  '馮韓謝鄧蕭羅鄒龍葉蘇盧鐘鍾萬億餘後裡裏週歲齡屆內專碩導練習實現狀況測觀係願確認誤誌錯糾紛復複覆衛' +
  '團夥黨眾際國園癥衞禮紅華麗愛樂寶貝慶壩嶺灣橋馬鳳鳥雲風寧潔淨絕經緣綠藍銀鐵鋼長壽瘡癱瘋膚膠濟潤滿' +
  '漢氣濾歐達遠進選邊還這來對將屬屍嬰孫媽堅塵壓啟喪嘔囑勞動勝參雙雜難離靈韌順須預領顏額飲飯館駕驅魚' +
  '鹽點齊矯牀獸獎濫擴擾擔損搶戶態憑懷恆優佈侖傷僅儘盡盤盜著範節築簡簽籤糧紀約納細終統維緊編績續義聞' +
  '職聖腳膿臺舊藝蟲裝訂訊訓詐詢該誠語說請課諾謀講識譽讀負財貪販貴貸賄賂賓賭軍軟較載遺遲適郵釋鈣鎖鏡' +
  '鑲陸險隊階隨隸帶幫庫廚強彈歸殘殺殼決潰濁瀉燈爭狹畢異癢癡癲皺矚礎禦稅穩窩競筆粵擇揚採掃掛擬於曉曆' +
  '條極榮樣樹橫櫃歡當鬧麼黃齲齦';
const SIMPLIFIED =
  '诊疗医药员护师学术检验罚处证许执业废环广费价钱题应产妇儿肿体针剂齿颚颈颅脑脏脏肾胆肠脸头发发须胡' +
  '养营销购买卖货质资账赔偿违规则责关闭务东两区县镇乡农个门据办权书号单报举诉讼问种类总综与为无过时' +
  '间开场临传灭湿干浓缩制备设仪线电输换补试纸标准级别注册记录历档毁贮储运转让雇佣隐瞒虚伪变涂组织机' +
  '构会计议讨论调结审核评鉴监协联系络网页码图视听觉声严轻减从没暂车辆厅厂楼层围墙阳阴陈张刘杨赵吴郑' +
  '冯韩谢邓萧罗邹龙叶苏卢钟钟万亿余后里里周岁龄届内专硕导练习实现状况测观系愿确认误志错纠纷复复复卫' +
  '团伙党众际国园症卫礼红华丽爱乐宝贝庆坝岭湾桥马凤鸟云风宁洁净绝经缘绿蓝银铁钢长寿疮瘫疯肤胶济润满' +
  '汉气滤欧达远进选边还这来对将属尸婴孙妈坚尘压启丧呕嘱劳动胜参双杂难离灵韧顺须预领颜额饮饭馆驾驱鱼' +
  '盐点齐矫床兽奖滥扩扰担损抢户态凭怀恒优布仑伤仅尽尽盘盗着范节筑简签签粮纪约纳细终统维紧编绩续义闻' +
  '职圣脚脓台旧艺虫装订讯训诈询该诚语说请课诺谋讲识誉读负财贪贩贵贷贿赂宾赌军软较载遗迟适邮释钙锁镜' +
  '镶陆险队阶随隶带帮库厨强弹归残杀壳决溃浊泻灯争狭毕异痒痴癫皱瞩础御税稳窝竞笔粤择扬采扫挂拟于晓历' +
  '条极荣样树横柜欢当闹么黄龋龈';

const simplifiedOf: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((character, place) => [character, [...SIMPLIFIED][place] ?? character]),
);

export const simplified = (text: string): string =>
  [...text].map((character) => simplifiedOf.get(character) ?? character).join('');
