/** The lawful ways that the demo's penalties take: who does what, on which day, with which papers. */
import { createHash } from 'node:crypto';
import { deadline } from '../../../shared/clocks/clocks.ts';
import { PN_PAY } from '../../../shared/clocks/penalty-rules.ts';
import type { PenaltyCommand } from '../../../shared/penalties/commands.ts';
import type { DocumentKind } from '../../../shared/penalties/documents.ts';
import { plusDays, type DateOnly } from '../../../shared/time.ts';
import type { DemoPenalty } from './penalties.ts';
import { today } from './today.ts';

/** Who takes the act, by role. */
export type DemoAct = readonly [role: string, command: PenaltyCommand];

const daysAgo = (days: number): DateOnly => plusDays(today(), -days);

/** A paper that exists only as its fingerprint. */
const paper = (kind: DocumentKind, name: string, pages: number) => {
  const sha256 = createHash('sha256').update(`示例 ${kind} ${name}`).digest('hex');
  return { documents: [{ kind, name, sha256, pages }] };
};

const notice = (servedOn: DateOnly): DemoAct => [
  'officer',
  { type: 'notify', servedOn, ...paper('NOTICE', '行政处罚事先告知书', 2) },
];
const waivedDefence = (statedOn: DateOnly): DemoAct => [
  'officer',
  { type: 'waive-defence', statedOn },
];
const review = (on: DateOnly): DemoAct => [
  'reviewer',
  {
    ...{ type: 'review', outcome: 'pass', on, opinion: '事实清楚，证据充分，程序合法。' },
    ...paper('REVIEW', '法制审核意见书', 1),
  },
];
const decision = (decisionNumber: string, decidedOn: DateOnly): DemoAct => [
  'approver',
  { type: 'decide', decisionNumber, decidedOn, ...paper('DECISION', '行政处罚决定书', 4) },
];
const talk: DemoAct = [
  'approver',
  {
    ...{ type: 'discuss', heldOn: today(), participants: ['示例负责人甲', '示例负责人乙'] },
    ...{ opinion: '同意拟处罚意见。', ...paper('DISCUSSION', '集体讨论笔录', 2) },
  },
];

/** Everything waived, on one day. */
const ordinary = (decisionNumber: string, isMajor: boolean): readonly DemoAct[] => [
  notice(today()),
  waivedDefence(today()),
  ['officer', { type: 'waive-hearing', statedOn: today() }],
  review(today()),
  ...(isMajor ? [talk] : []),
  decision(decisionNumber, today()),
];

/** The party asks for a hearing, is heard, and gets less. */
const withHearing = (decisionNumber: string, { fineFen = 0 }: DemoPenalty): readonly DemoAct[] => [
  notice(daysAgo(60)),
  [
    'officer',
    {
      ...{ type: 'hear-defence', statedOn: daysAgo(59), finding: 'PARTLY' },
      ...{ statement: '系初次违法，已经主动退款。', reply: '退款属实，予以考虑；其余不予采纳。' },
      ...paper('DEFENCE', '陈述申辩笔录', 3),
    },
  ],
  ['officer', { type: 'request-hearing', requestedOn: daysAgo(59) }],
  [
    'officer',
    {
      ...{ type: 'arrange-hearing', notifiedOn: daysAgo(55), heldOn: daysAgo(30) },
      ...{ place: '示例听证室', chair: '示例证009' },
      ...paper('HEARING_NOTICE', '听证通知书', 1),
    },
  ],
  [
    'officer',
    {
      ...{
        type: 'hold-hearing',
        heldOn: daysAgo(30),
        record: '双方陈述、举证、质证并作最后陈述。',
      },
      ...paper('HEARING_RECORD', '听证笔录', 12),
    },
  ],
  review(daysAgo(3)),
  [
    'approver',
    {
      ...{ type: 'decide', decisionNumber, decidedOn: today() },
      lighter: { kinds: ['P21'], fineFen: Math.floor(fineFen / 2) },
      ...paper('DECISION', '行政处罚决定书', 5),
    },
  ],
];

/** Served long ago and paid ten days late, with the surcharge; looked at again, and the file closed. */
function paidLate(decisionNumber: string, { fineFen = 0 }: DemoPenalty): readonly DemoAct[] {
  const served = daysAgo(58);
  const paidOn = plusDays(deadline(PN_PAY, served).dueOn, 10);
  const payment = { fineFen, surchargeFen: Math.floor((fineFen * 30) / 100), receipt: '示票0001' };
  return [
    notice(daysAgo(70)),
    waivedDefence(daysAgo(69)),
    review(daysAgo(62)),
    decision(decisionNumber, daysAgo(60)),
    ['officer', { type: 'serve', on: served, way: 'DIRECT', ...paper('SERVICE', '送达回证', 1) }],
    ['officer', { type: 'pay', on: paidOn, ...payment, ...paper('PAYMENT', '缴款凭证', 1) }],
    [
      'officer',
      {
        ...{ type: 'recheck', on: daysAgo(20), corrected: true, findings: '灭菌记录连续、完整。' },
        ...paper('RECHECK', '处罚后复查记录', 2),
      },
    ],
    ['officer', { type: 'archive', on: daysAgo(19) }],
  ];
}

const onTheSpot = (decisionNumber: string): readonly DemoAct[] => [
  notice(today()),
  waivedDefence(today()),
  decision(decisionNumber, today()),
  ['officer', { type: 'serve', on: today(), way: 'DIRECT' }],
];

const handedOver: readonly DemoAct[] = [
  ['officer', { type: 'suspect-crime', reason: '数额可能达到刑事立案标准（示例）' }],
  [
    'approver',
    {
      ...{ type: 'transfer-crime', on: today(), reference: '示移〔示例〕1号' },
      ...paper('TRANSFER', '涉嫌犯罪案件移送书', 2),
    },
  ],
];

const notPunished: readonly DemoAct[] = [
  notice(today()),
  [
    'approver',
    { type: 'close', on: today(), ground: 'NOT_PUNISHED', reason: '初次违法、后果轻微并及时改正' },
  ],
];

/** Up to the decision, or to another end. */
export function wayOf(penalty: DemoPenalty, decisionNumber: string): readonly DemoAct[] {
  switch (penalty.way) {
    case 'hearing':
      return withHearing(decisionNumber, penalty);
    case 'paidLate':
      return paidLate(decisionNumber, penalty);
    case 'onTheSpot':
      return onTheSpot(decisionNumber);
    case 'handedOver':
      return handedOver;
    case 'notPunished':
      return notPunished;
    default: {
      const isMajor = penalty.kinds.some((kind) => ['P33', 'P42', 'P43', 'P44'].includes(kind));
      return ordinary(decisionNumber, isMajor);
    }
  }
}

/** What is done to it once the public can read it. */
export function afterwards({ withdrawn, revoked, corrected }: DemoPenalty): readonly DemoAct[] {
  if (withdrawn) return [['publisher', { type: 'withdraw', reason: withdrawn }]];
  if (revoked)
    return [
      ['officer', { type: 'serve', on: today(), way: 'DIRECT' }],
      ['officer', { type: 'contest', on: today(), kind: 'REVIEW' }],
      ['officer', { type: 'settle-contest', on: today(), outcome: 'REVOKED' }],
      ['publisher', { type: 'withdraw', reason: revoked, ground: 'REVOKED' }],
    ];
  return corrected ? [['publisher', { type: 'correct', ...corrected }]] : [];
}
