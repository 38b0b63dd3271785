/** Names of persons: how they are shown to the public, and how they are recognised where a text says that somebody follows. */

const compoundSurnames = [
  ...[
    '欧阳',
    '司马',
    '上官',
    '诸葛',
    '司徒',
    '东方',
    '独孤',
    '南宫',
    '万俟',
    '闻人',
    '夏侯',
    '尉迟',
  ],
  ...[
    '公羊',
    '澹台',
    '公冶',
    '宗政',
    '濮阳',
    '淳于',
    '单于',
    '太叔',
    '申屠',
    '公孙',
    '仲孙',
    '轩辕',
  ],
  ...[
    '令狐',
    '钟离',
    '宇文',
    '长孙',
    '慕容',
    '鲜于',
    '闾丘',
    '皇甫',
    '赫连',
    '端木',
    '呼延',
    '西门',
  ],
];

/** The surnames of nine in ten people, without those that begin common words of such texts more often than names. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成阳裴卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟褚廉娄盖奚穆燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝巩稽仲虞卞封竺冼楚佟栗匡宗台巫鞠僧桑荆谌银伏岑习胥蔺';

/** 张三 → 张某, 欧阳明 → 欧阳某, John → J某. */
export function nameMask(name: string): string {
  const characters = [...name.replaceAll(/\s/g, '')];
  const compound = characters.slice(0, 2).join('');
  const isCompound = characters.length > 2 && compoundSurnames.includes(compound);
  return `${isCompound ? compound : (characters[0] ?? '')}某`;
}

/** After such a word a person is named. */
const roles = [
  ...[
    '患者',
    '病人',
    '病患',
    '产妇',
    '孕妇',
    '患儿',
    '死者',
    '伤者',
    '受害人',
    '被害人',
    '就诊人',
    '就诊者',
  ],
  ...[
    '举报人',
    '投诉人',
    '反映人',
    '信访人',
    '消费者',
    '顾客',
    '参保人',
    '监护人',
    '证人',
    '代办人',
    '之母',
    '之父',
    '之子',
    '之女',
    '之妻',
    '之夫',
    '当事人',
    '家属',
  ],
  ...[
    '法定代表人',
    '法人代表',
    '负责人',
    '经营者',
    '实际控制人',
    '投资人',
    '股东',
    '代理人',
    '医师',
    '医生',
    '护士',
    '护工',
    '药师',
    '技师',
    '院长',
    '所长',
    '店长',
    '经理',
    '会计',
    '收费员',
    '执法人员',
    '姓名',
  ],
];

/** What stands behind a name. Without it two characters that happen to begin like one are no name. */
const behind =
  '[,.。、;:!?()\\[\\]{}"“”‘’《》「」\\s\\d-]|$|先生|女士|小姐|男|女|等|于|在|到|的|因|等|与|和|及|或|称|就|前|来|向|反映|投诉|举报|未|为|系|' +
  '进行|提供|从|经|已|自|是|不|曾|接受|实施|开具|使用|收取|支付|缴|去|至|被|将|把|对|给|说|表示|承认|出示|签|住|患|死|受|电话|身份|联系|本人|共|购|之|费|证|从|陈述|述|无|有|持|并|均|曾|时,|因|行医|诊断|手术|服用|服药|注射|要求|离开|入院|出院|' +
  '用|家|给|应|支|拿|花|请|没|办|做|看|治疗|检查|送|转|拔|种|镶|洗|补|打|输|抽|拍|交|退|索|起诉|确认|核|写|填|拒|同意|撤|申请|发|去|回|走|出现';

/** Words that begin with a surname and are none. */
const words =
  /^(高[血热烧度级价危额频]|安[全排装静眠宁]|常[规见用常住因年有]|任[何意职]|成[功立年人本果效]|方[便面式法案]|向[医本该区我其患相社]|于[当上本下同次今其该是此门急住病院我诊外内手年月日入出家凌早晚夜中一二三四五六七八九十〇]|金[额属]|马[上路]|黄[疸色]|白[细内天班带]|石[膏]|单[位独据侧方次人]|严[重格密]|关[系于节]|曾[经在多于到因被向有做使用服出入]|路[过上]|项[目]|连[续同接]|温度|毛[发巾]|费用|何[时种人处]|包[括含]|水[肿平]|花[费钱]|平[时均台]|强[行制烈]|冷[敷]|宫[颈外腔内口缩]|房[颤间]|解[释决除]|付[款费]|计[划算]|支[付出]|文[件书化]|商[品业家]|来[院到源信电访人函]|陈[述词列情设旧诉]|申[请诉辩报领]|晋[升级职]|卫[监生]|管[理]|江[北津]|万[元州]|位[于置]|时[间有常候]|焦[虑躁急]|阳[性痿]|汤[药剂]|夏[季天]|金[融]|章[节程]|许[可多]|易[感发]|程[序度]|段[时]|温[水和]|左[侧手右眼腿脚耳上下臂胸腹肩膝足肾肺]|范[围畴]|广|施[行用术]|查[看询房体明处]|台[账]|银[行]|封[存]|车[辆祸上]|钱[款])/u;

const FIRST = `(?:${compoundSurnames.join('|')}|[${surnames}])`;

export const namedPersons = new RegExp(
  `(?:${roles.join('|')})(?:姓名|名叫|名为|叫做)?[:为是叫"“(]{0,2} ?(?<secret>${FIRST}(?: ?[\\p{Script=Han}]){1,2})(?=${behind})`,
  'gu',
);

/** Names that are no Chinese ones: 阿依古丽·买买提, Tom Smith. Texts are read in capitals. */
export const foreignPersons = new RegExp(
  `(?:${roles.join('|')})(?:姓名|名叫|名为|叫做)?[:为是叫"“(]{0,2} ?(?<secret>[\\p{Script=Han}]{1,8}(?:·[\\p{Script=Han}]{1,8}?)+?|[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){1,3})(?=${behind})`,
  'gu',
);

/** Whoever is named without saying who he is, and then does something on a day, or as a job, or has a number of his own. */
export const actingPersons = new RegExp(
  `(?<=^|[,.。;:()\\s]|的|聘用|雇用|雇佣|安排|允许|由|系)(?<secret>${FIRST}[\\p{Script=Han}]{1,2})(?=于(?:20)?\\d{2,4}年|于\\d{1,2}月|从事(?:诊疗|护理|医疗|执业|医师|药)|独立(?:从事|开展|执业|开具)|\\(?(?:身份证|公民身份|身份号|电话|手机|联系电话|联系方式))`,
  'gu',
);

/** 王小明先生, and whoever is introduced as a man or a woman. */
export const addressedPersons = new RegExp(
  `${FIRST}[\\p{Script=Han}]{1,2}(?=先生|女士|小姐|[,(](?:男|女)[,.。;:)])`,
  'gu',
);

/** Undefined: it is a word, or masked already. */
export const foundNameMask = (name: string): string | undefined =>
  words.test(name.replaceAll(' ', '')) || /[某×X*]/.test(name) ? undefined : nameMask(name);
