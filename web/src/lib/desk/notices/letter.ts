/** The official letters, put together. Legal texts are Chinese whatever the language of the page; who receives them, the system does not know. */
import {
  COORDINATOR,
  departmentName,
  type DepartmentCode,
} from '../../../../../shared/departments/directory.ts';
import { chosenDistrict } from '../../../../../shared/districts/chosen.ts';
import { dateInShanghai, type DateOnly } from '../../../../../shared/time.ts';
import type { DeskCase, DeskItem } from '../case/desk-case.ts';
import type { NoticeKind, OfferedNotice } from './notices.ts';
import { BLANK, documentNames, dutyNames, refusalTexts, remediesOf } from './letter-wording.ts';

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
  /** The answer, the reason, the suspected offence: what the kind of letter needs. */
  readonly body: string;
}

type LetterCase = Pick<DeskCase, 'caseNumber' | 'filedAt' | 'intake'>;
type LetterItem = Pick<DeskItem, 'itemNumber' | 'track' | 'clocks' | 'refusal'>;

const titles: Readonly<Record<NoticeKind, string>> = {
  acceptance: '受理告知书',
  refusal: '不予受理告知书',
  return: '移送函',
  transfer: '移送函',
  crime: '涉嫌犯罪案件移送书',
  extension: '延期告知书',
  answer: '答复意见书',
  withdrawal: '撤回投诉确认书',
};

/** `2026-11-02` → `2026年11月2日` (GB/T 9704-2012 7.3.5.4). */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

export function letterOf(
  found: LetterCase,
  item: LetterItem,
  department: DepartmentCode,
  notice: OfferedNotice,
  words: LetterWords,
): Letter {
  const on = dateInShanghai(notice.at);
  return {
    from: departmentName(department),
    title: titles[notice.kind],
    number: `${BLANK}〔${on.slice(0, 4)}〕${BLANK}号`,
    to: addresseeOf(notice),
    paragraphs: paragraphs[notice.kind](factsOf(found, item, notice, words)),
    remedies: remediesOf(notice.kind, item),
    date: chineseDate(on),
  };
}

/** Letters to authorities name them; a citizen's name is written in on paper. */
function addresseeOf({ kind, to }: OfferedNotice): string {
  if (kind === 'return') return `${departmentName(COORDINATOR)}：`;
  if ((kind === 'transfer' || kind === 'crime') && to) return `${departmentName(to)}：`;
  return `${BLANK}${BLANK}：`;
}

interface Facts {
  readonly item: LetterItem;
  readonly matter: string;
  readonly number: string;
  readonly received: string;
  readonly on: string;
  readonly subject: string;
  readonly body: string;
  readonly notice: OfferedNotice;
}

function factsOf(
  { caseNumber, filedAt, intake }: LetterCase,
  item: LetterItem,
  notice: OfferedNotice,
  words: LetterWords,
): Facts {
  return {
    ...{ item, notice },
    matter: item.track === 'C' ? '投诉事项' : '举报线索',
    number: `受理编号${caseNumber}，第${item.itemNumber}件`,
    received: chineseDate(intake?.receivedOn ?? dateInShanghai(filedAt)),
    on: chineseDate(dateInShanghai(notice.at)),
    subject: words.facts.trim() || BLANK,
    body: words.body.trim(),
  };
}

const brought = ({ received, matter, number, subject }: Facts): string =>
  `本机关于${received}收到您反映的${matter}（${number}）：${subject}。`;

const paragraphs: Readonly<Record<NoticeKind, (facts: Facts) => readonly string[]>> = {
  acceptance: (facts) => [
    brought(facts),
    facts.item.track === 'C'
      ? `经审查，${basisOf(facts)}本机关于${facts.on}决定予以受理。`
      : `经审查，${basisOf(facts)}本机关于${facts.on}对该线索予以登记，将依法核查处理。`,
    '您可以凭提交时取得的回执码在网上查询办理进度、补充情况。本机关依法为您的身份保密。',
  ],
  refusal: (facts) => [
    brought(facts),
    `经审查，该事项${refusalTexts[facts.item.refusal?.ground ?? 'OTHER_GROUND']}，本机关于${facts.on}决定不予受理。`,
    ...(facts.item.refusal?.mergedInto
      ? [`该事项已在案件${facts.item.refusal.mergedInto}中办理，您补充的情况已并入。`]
      : []),
    ...(facts.body || BLANK).split(/\n+/),
  ],
  return: (facts) => [
    `我单位于${facts.received}收到${facts.matter}（${facts.number}）：${facts.subject}。`,
    `经审查，该事项不属于我单位职责。理由：${reasonOf(facts)}`,
    `根据${BASIS_OF_RETURN}，现于${facts.on}将该事项移送你单位统筹确定承办部门，请予接收。${
      facts.notice.to ? `建议由${departmentName(facts.notice.to)}办理。` : ''
    }${SEALED}`,
    '附件：投诉举报材料（系统内随案移交）',
  ],
  transfer: (facts) => [
    `我单位于${facts.received}收到并受理${facts.matter}（${facts.number}）：${facts.subject}。`,
    `办理中发现，该事项属于你单位职责。理由：${reasonOf(facts)}`,
    `现于${facts.on}将该事项移送你单位办理，请予接收，并按规定将办理结果答复投诉举报人。${SEALED}`,
    '附件：投诉举报材料和已经取得的证据（系统内随案移交）',
  ],
  crime: (facts) => [
    `我单位在办理${facts.matter}（${facts.number}）中发现，${facts.subject}，涉嫌犯罪。`,
    `涉嫌犯罪的事实和罪名：${withStop(facts.body || BLANK)}`,
    `经本机关负责人批准，根据《行政执法机关移送涉嫌犯罪案件的规定》第五条、第六条和《行政处罚法》第二十七条，现于${facts.on}将该案移送你单位，请依法审查。是否立案，请自接受之日起3日内决定，并书面通知我单位（同规定第八条）。`,
    `随案移送材料：${documentNames(facts.notice.detail).join('；')}。`,
    '抄送：同级人民检察院。',
  ],
  extension: (facts) => [
    brought(facts),
    `“${dutyNames[facts.notice.clock ?? ''] ?? '办理该事项'}”的期限原为${dateOf(facts, 'from')}。因${withoutStop(facts.body || facts.notice.detail || BLANK)}，在上述期限内不能办结。`,
    `${extensionBasis(facts)}经本机关负责人批准，期限延长至${dateOf(facts, 'to')}。`,
  ],
  answer: (facts) => [
    `您反映的${facts.matter}（${facts.number}）：${facts.subject}。本机关于${facts.received}收到，现已办结。`,
    `办理结果：${withStop(facts.notice.detail ?? BLANK)}`,
    ...(facts.body || BLANK).split(/\n+/),
  ],
  withdrawal: (facts) => [
    brought(facts),
    `您于${facts.on}凭回执码在网上撤回该项投诉。本机关予以确认，对该项投诉不再办理。`,
    '同时反映的违法线索，本机关继续依法核查；撤回投诉不影响您依法通过仲裁、诉讼等途径解决争议。',
  ],
};

/** The coordination mechanism answers where departments do not agree who does. */
const BASIS_OF_RETURN = chosenDistrict.provisions.coordination;
const SEALED = '投诉举报人的身份信息已封存，不随函移送。';

/** The provisions whose duty was done on that day: 根据…，; empty where none is claimed. */
function basisOf({ item: { clocks }, notice: { at } }: Facts): string {
  const bases = clocks
    .filter(({ stoppedOn }) => stoppedOn === dateInShanghai(at))
    .map(({ basis }) => basis);
  return bases.length > 0 ? `根据${[...new Set(bases)].join('、')}，` : '';
}

const extendedClock = ({ item, notice }: Facts) =>
  item.clocks.find(({ id }) => id === notice.clock);

const extensionBasis = (facts: Facts): string => {
  const basis = extendedClock(facts)?.basis;
  return basis ? `根据${basis}，` : '';
};

function dateOf(facts: Facts, end: 'from' | 'to'): string {
  const date: DateOnly | undefined = extendedClock(facts)?.extensions?.at(-1)?.[end];
  return date ? chineseDate(date) : BLANK;
}

const reasonOf = ({ body, notice }: Facts): string => withStop(body || notice.detail || BLANK);
const withStop = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);
const withoutStop = (text: string): string => text.replace(/[。！？]$/, '');
