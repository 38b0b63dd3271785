/** Fixed wording of the official letters: grounds, duties, documents, remedies, each as the law has it. */
import type { BundleDocument, RefusalGround } from '../../../../../shared/complaints/commands.ts';
import type { DeskItem } from '../case/desk-case.ts';
import type { NoticeKind } from './notices.ts';

export const BLANK = '＿＿＿＿＿＿';

const COMPLAINTS = '《市场监督管理投诉举报处理办法》';

/** Art. 15 of the measures numbers its own grounds; what it quotes second-hand is cited without the item. */
export const refusalTexts: Readonly<Record<RefusalGround, string>> = {
  NOT_OUR_DUTY: `不属于本机关职责（${COMPLAINTS}第十五条）`,
  TAKEN_UP_ELSEWHERE: `已由人民法院、仲裁机构或者其他单位受理或者处理（${COMPLAINTS}第十五条）`,
  NO_DISPUTE: `不是为生活消费需要发生的消费者权益争议（${COMPLAINTS}第十五条）`,
  TOO_LONG_AGO: `自知道或者应当知道权益受到侵害之日起已超过三年（${COMPLAINTS}第十五条）`,
  MATERIAL_MISSING: `没有提供规定的材料，或者材料不真实（${COMPLAINTS}第十五条）`,
  IDENTITY_NOT_SHOWN: `冒用他人身份，或者没有说明身份（${COMPLAINTS}第十五条）`,
  OTHER_GROUND: '属于法律、法规、规章规定不予受理的情形',
  REPEAT: `与已经受理或者处理的事项重复（${COMPLAINTS}第三十五条）`,
  CHANNEL: `不属于投诉举报，应当依法通过其他途径提出（${COMPLAINTS}第三十九条）`,
};

/** What a letter calls the duty whose deadline was extended. */
export const dutyNames: Readonly<Record<string, string>> = {
  'MK-MEDIATE': '调解投诉',
  'MK-VERIFY': '核查举报线索、决定是否立案',
  'MI-VERIFY': '核查医疗保障线索、决定是否立案',
  'MD-ADMIN-DONE': '调解医疗纠纷',
  'XF-DONE': '办结并书面答复',
  'PN-DECIDE': '作出行政处罚决定',
};

const documents: Readonly<Record<BundleDocument, string>> = {
  LETTER: '涉嫌犯罪案件移送书',
  REPORT: '涉嫌犯罪案件情况的调查报告',
  THINGS: '涉案物品清单',
  EXPERTISE: '有关检验报告或者鉴定意见',
  OTHER: '其他有关涉嫌犯罪的材料',
};

/** Numbered, in the order of art. 6. @param codes - as the event keeps them, parted by spaces */
export function documentNames(codes = ''): readonly string[] {
  const given = codes.split(' ');
  const isGiven = ([code]: [string, string]) => given.includes(code);
  return Object.entries(documents)
    .filter(isGiven)
    .map(([, name], place) => `${place + 1}. ${name}`);
}

/** Only a complaint of one's own has them: who gives a tip has no claim that the decision could touch. */
export function remediesOf(
  kind: NoticeKind,
  { track, clocks }: Pick<DeskItem, 'track' | 'clocks'>,
): readonly string[] {
  if (kind === 'crime')
    // 行政执法机关移送涉嫌犯罪案件的规定 9
    return [
      '贵单位不予立案的，请说明理由并退回案卷材料；我单位可以自接到通知之日起3日内提请复议。',
    ];
  if (kind !== 'answer' && kind !== 'refusal') return [];
  // 《信访工作条例》35
  if (kind === 'answer' && clocks.some(({ id }) => id === 'XF-TELL')) {
    return [
      '如不服本答复意见，可以自收到本答复意见书之日起30日内，向本机关的上一级机关、单位申请复查（《信访工作条例》第35条）。',
    ];
  }
  if (track !== 'C') return [];
  // 行政复议法 20, 行政诉讼法 46
  return [
    '如认为本机关的行政行为侵犯您的合法权益，可以自知道该行政行为之日起60日内依法申请行政复议（《行政复议法》第20条），或者自知道之日起6个月内依法向人民法院提起行政诉讼（《行政诉讼法》第46条）。',
    '与被投诉机构之间的民事争议，可以依法申请仲裁或者向人民法院起诉。',
  ];
}
