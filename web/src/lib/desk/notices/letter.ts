/** The wording of the official letters. Legal texts are Chinese whatever the language of the page; who receives them, the system does not know. */
import { COORDINATOR, departments } from '../../../../../shared/departments/directory.ts';
import type { DepartmentCode } from '../../../../../shared/departments/directory.ts';
import { dateInShanghai } from '../../../../../shared/time.ts';
import type { DeskCase, DeskItem } from '../case/desk-case.ts';
import type { NoticeKind, OfferedNotice } from './notices.ts';

export interface Letter {
  /** 发文机关 */
  readonly from: string;
  readonly title: string;
  /** 文号, to be filled in on paper. */
  readonly number: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  /** 救济途径; none where the law gives none. */
  readonly remedies: readonly string[];
  readonly date: string;
}

/** What the officer writes into a letter; it is printed and not kept. */
export interface LetterWords {
  /** 事由 */
  readonly facts: string;
  /** The answer, or the reason of a transfer. */
  readonly body: string;
}

const BLANK = '＿＿＿＿＿＿';

const titles: Readonly<Record<NoticeKind, string>> = {
  acceptance: '受理告知书',
  answer: '答复意见书',
  transfer: '移送函',
};

/** 北碚府办发〔2019〕104号: the coordination mechanism answers where departments do not agree who does. */
const BASIS_OF_TRANSFER = '《北碚府办发〔2019〕104号》二（二）';

export const fullName = (code: DepartmentCode): string =>
  departments.find((department) => department.code === code)?.fullName ?? code;

/** `2026-11-02` → `2026年11月2日` (GB/T 9704-2012 7.3.5.4). */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

export function letterOf(
  found: Pick<DeskCase, 'caseNumber' | 'filedAt' | 'intake'>,
  item: Pick<DeskItem, 'itemNumber' | 'track' | 'clocks'>,
  department: DepartmentCode,
  notice: OfferedNotice,
  words: LetterWords,
): Letter {
  const on = dateInShanghai(notice.at);
  return {
    from: fullName(department),
    title: titles[notice.kind],
    number: `${BLANK}〔${on.slice(0, 4)}〕${BLANK}号`,
    to: notice.kind === 'transfer' ? `${fullName(COORDINATOR)}：` : `${BLANK}${BLANK}：`,
    paragraphs: paragraphsOf(found, item, notice, words),
    remedies: notice.kind === 'answer' ? remediesOf(item) : [],
    date: chineseDate(on),
  };
}

const matterOf = ({ track }: Pick<DeskItem, 'track'>): string =>
  track === 'C' ? '投诉事项' : '举报线索';

function paragraphsOf(
  { caseNumber, filedAt, intake }: Pick<DeskCase, 'caseNumber' | 'filedAt' | 'intake'>,
  item: Pick<DeskItem, 'itemNumber' | 'track' | 'clocks'>,
  { kind, at, detail }: OfferedNotice,
  { facts, body }: LetterWords,
): readonly string[] {
  const received = chineseDate(intake?.receivedOn ?? dateInShanghai(filedAt));
  const matter = matterOf(item);
  const subject = facts.trim() || BLANK;
  const number = `受理编号${caseNumber}，第${item.itemNumber}件`;
  const on = chineseDate(dateInShanghai(at));
  if (kind === 'acceptance') {
    const basis = basisOf(item, at);
    return [
      `本机关于${received}收到您反映的${matter}（${number}）：${subject}。`,
      item.track === 'C'
        ? `经审查，${basis}本机关于${on}决定予以受理。`
        : `经审查，${basis}本机关于${on}对该线索予以登记，将依法核查处理。`,
      '您可以凭提交时取得的回执码在网上查询办理进度、补充情况。本机关依法为您的身份保密。',
    ];
  }
  if (kind === 'transfer') {
    return [
      `我单位于${received}收到${matter}（${number}）：${subject}。`,
      `经审查，该事项不属于我单位职责。理由：${withStop(body.trim() || detail || BLANK)}`,
      `根据${BASIS_OF_TRANSFER}，现于${on}将该事项移送你单位统筹确定承办部门，请予接收。投诉举报人的身份信息已封存，不随函移送。`,
      '附件：投诉举报材料（系统内随案移交）',
    ];
  }
  return [
    `您反映的${matter}（${number}）：${subject}。本机关于${received}收到，现已办结。`,
    `办理结果：${withStop(detail ?? BLANK)}`,
    ...(body.trim() || BLANK).split(/\n+/),
  ];
}

/** The provisions whose duty was done on that day: 根据…，; empty where none is claimed. */
function basisOf({ clocks }: Pick<DeskItem, 'clocks'>, at: string): string {
  const bases = clocks
    .filter(({ stoppedOn }) => stoppedOn === dateInShanghai(at))
    .map(({ basis }) => basis);
  return bases.length > 0 ? `根据${[...new Set(bases)].join('、')}，` : '';
}

const withStop = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);

/** Only a complaint of one's own has them: who gives a tip has no claim that the decision could touch. */
function remediesOf({ track, clocks }: Pick<DeskItem, 'track' | 'clocks'>): readonly string[] {
  // 《信访工作条例》35
  if (clocks.some(({ id }) => id === 'XF-TELL')) {
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
