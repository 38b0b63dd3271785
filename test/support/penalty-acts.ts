/** Acts on a penalty as plain commands, and what comes of several in a row. */
import fc from 'fast-check';
import { decide, type PenaltyCommand } from '../../shared/penalties/lifecycle.ts';
import type { Penalty, PenaltyEvent } from '../../shared/penalties/penalty.ts';
import { aProposal, AT, TODAY } from './builders.ts';

export const everyRole = ['officer', 'reviewer', 'approver', 'publisher'];

/** Who did what. */
export type Deed = readonly [command: PenaltyCommand, subject: string];

/** The ordinary way when the party waives everything. */
export const ordinaryWay: readonly Deed[] = [
  [{ type: 'notify', servedOn: TODAY }, 'proposer'],
  [{ type: 'waive-defence', statedOn: TODAY }, 'proposer'],
  [{ type: 'waive-hearing', statedOn: TODAY }, 'proposer'],
  [{ type: 'review', outcome: 'pass' }, 'reviewer'],
  [{ type: 'decide', decisionNumber: '示〔2026〕1号', decidedOn: TODAY }, 'approver'],
];

/** The penalty after these acts. @throws the code of the first refusal */
export const run = (penalty: Penalty, deeds: readonly Deed[], at = AT): Penalty =>
  deeds.reduce((current, [command, subject]) => {
    const decision = decide(current, command, { subject, roles: everyRole }, at);
    if (!decision.ok) throw new Error(decision.error.code);
    return decision.value.penalty;
  }, penalty);

/** What came of these acts, the refused ones left out. */
export function storyOf(
  penalty: Penalty,
  deeds: readonly Deed[],
  at = AT,
): { readonly penalty: Penalty; readonly events: readonly PenaltyEvent[] } {
  let current = penalty;
  const events: PenaltyEvent[] = [{ seq: 1, at, type: 'propose', by: 'proposer' }];
  for (const [command, subject] of deeds) {
    const decision = decide(current, command, { subject, roles: everyRole }, at);
    if (!decision.ok) continue;
    current = decision.value.penalty;
    events.push(decision.value.event);
  }
  return { penalty: current, events };
}

/** One of each, with nothing wrong about it but, perhaps, its time. */
export const eachCommand: readonly PenaltyCommand[] = [
  ...ordinaryWay.map(([command]) => command),
  { type: 'revise', proposal: aProposal({ fineFen: 900_000 }), reason: '核减' },
  {
    ...{ type: 'hear-defence', statedOn: TODAY, statement: '系初次违法。' },
    ...{ finding: 'PARTLY', reply: '部分采纳。' },
  },
  { type: 'lapse-defence' },
  { type: 'request-hearing', requestedOn: TODAY },
  {
    ...{ type: 'arrange-hearing', notifiedOn: TODAY, heldOn: '2026-12-01' },
    ...{ place: '示例听证室', chair: '示例证009' },
  },
  { type: 'hold-hearing', heldOn: TODAY, record: '双方陈述。' },
  { type: 'give-up-hearing', on: TODAY, reason: '撤回申请' },
  { type: 'lapse-hearing' },
  { type: 'discuss', heldOn: TODAY, participants: ['甲', '乙'], opinion: '同意' },
  { type: 'review', outcome: 'return' },
  { type: 'send-back', reason: '证据不足' },
  { type: 'close', on: TODAY, ground: 'NOT_ESTABLISHED', reason: '事实不清' },
  { type: 'suspect-crime', reason: '数额较大' },
  { type: 'clear-suspicion', reason: '未达追诉标准' },
  { type: 'transfer-crime', on: TODAY, reference: '示移〔2026〕1号' },
  { type: 'recuse', officer: 'relative', reason: '近亲属' },
  { type: 'preserve-evidence', on: TODAY, items: '账册一本' },
  { type: 'dispose-evidence', on: TODAY, how: 'RETURNED' },
  { type: 'extend', until: '2027-06-01', basis: '示例规定第一条', reason: '案情复杂' },
  { type: 'serve', on: TODAY, way: 'DIRECT' },
  { type: 'pay', on: TODAY, fineFen: 100_000, receipt: '示票1' },
  { type: 'contest', on: TODAY, kind: 'REVIEW' },
  { type: 'settle-contest', on: TODAY, outcome: 'UPHELD' },
  { type: 'execute', on: TODAY, how: 'PERFORMED' },
  { type: 'recheck', on: TODAY, corrected: true, findings: '已改正' },
  { type: 'archive', on: TODAY },
  { type: 'correct', reason: '笔误', violation: '价格欺诈行为' },
  { type: 'repair', on: TODAY, reference: '信用修复决定' },
  { type: 'publish-minor', reason: '确有必要' },
  { type: 'list-serious', basis: '示例名单规定' },
  { type: 'withdraw', reason: '示例' },
];

const somebody = fc.constantFrom('proposer', 'reviewer', 'approver', 'relative');

/** Single acts in any order, between parts of the ordinary way, so that long stories come about. */
export const someDeeds: fc.Arbitrary<readonly Deed[]> = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...eachCommand), somebody).map((deed): readonly Deed[] => [deed]),
      fc.nat(ordinaryWay.length).map((steps) => ordinaryWay.slice(0, steps)),
      fc.nat(ordinaryWay.length).map((steps) => ordinaryWay.slice(steps)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.flat());
