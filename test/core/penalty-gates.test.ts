/** The gates before and after a decision, each by its article. */
import { describe, expect, it } from 'vitest';
import { decide, type PenaltyCommand } from '../../shared/penalties/lifecycle.ts';
import { hearingGrounds } from '../../shared/penalties/hearing.ts';
import type { PenaltyKind } from '../../shared/penalties/kinds.ts';
import { legalReviewGrounds } from '../../shared/penalties/gates.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { possibleActs } from '../../shared/penalties/steps.ts';
import { plusDays } from '../../shared/time.ts';
import { aPenalty, aProposal, AT } from '../support/builders.ts';
import { everyRole, run, type Deed } from '../support/penalty-acts.ts';

const at = (day: string) => `${day}T02:00:00.000Z`;

/** Of an act by somebody who is nobody's rival. */
const refusal = (penalty: Penalty, command: PenaltyCommand, on = AT, subject = 'somebody') => {
  const decision = decide(penalty, command, { subject, roles: everyRole }, on);
  return decision.ok ? undefined : decision.error;
};

const large = (overrides = {}) =>
  aPenalty({ proposal: aProposal({ fineFen: 20_000_000, ...overrides }) });
const notify: Deed = [{ type: 'notify', servedOn: '2026-06-17' }, 'proposer'];
const heard: Deed = [
  {
    ...{ type: 'hear-defence', statedOn: '2026-06-18', statement: '系初次违法。' },
    ...{ finding: 'ADOPTED', reply: '采纳。' },
  },
  'proposer',
];
const waived: Deed = [{ type: 'waive-hearing', statedOn: '2026-06-18' }, 'proposer'];
const passed: Deed = [{ type: 'review', outcome: 'pass' }, 'reviewer'];
const returned: Deed = [{ type: 'review', outcome: 'return' }, 'reviewer'];
const LATER = at('2026-11-20');
const decideWith = (lighter?: object): PenaltyCommand => ({
  ...{ type: 'decide', decisionNumber: '示〔2026〕1号', decidedOn: '2026-11-20' },
  ...(lighter && { lighter: lighter as { kinds: ['P21'] } }), // as the schema would have parsed it
});

describe('the hearing (63, 64)', () => {
  it('is a right against a grave kind and against large amounts, by whom they hit', () => {
    expect(hearingGrounds({ kinds: ['P33'] }, 'ORG')).toEqual(['KIND']);
    expect(hearingGrounds({ kinds: ['P21'], fineFen: 9_999_999 }, 'ORG')).toEqual([]);
    expect(hearingGrounds({ kinds: ['P21'], fineFen: 10_000_000 }, 'ORG')).toEqual(['LARGE_FINE']);
    expect(hearingGrounds({ kinds: ['P21'], fineFen: 1_000_000 }, 'SOLE')).toEqual(['LARGE_FINE']);
    expect(hearingGrounds({ kinds: ['P22'], confiscatedFen: 10_000_000 }, 'ORG')).toEqual([
      'LARGE_CONFISCATION',
    ]);
  });

  it('is asked for within five working days of the notice, the festival not counted', () => {
    const notified = run(large(), [notify], LATER);
    const ask = (requestedOn: string): PenaltyCommand => ({ type: 'request-hearing', requestedOn });
    expect(refusal(notified, ask('2026-06-25'), LATER)).toBe(undefined);
    expect(refusal(notified, ask('2026-06-26'), LATER)).toEqual({
      code: 'REQUEST_TOO_LATE',
      until: '2026-06-25',
    });
  });

  it('lapses only when those days are over, and until then nothing is decided', () => {
    const notified = run(large(), [notify, heard], at('2026-06-25'));
    const lapse: PenaltyCommand = { type: 'lapse-hearing' };
    expect(refusal(notified, lapse, at('2026-06-25'))).toEqual({
      code: 'TIME_NOT_OVER',
      until: '2026-06-25',
    });
    expect(refusal(notified, passed[0], at('2026-06-25'))).toEqual({ code: 'HEARING_OPEN' });
    const lapsed = run(notified, [[lapse, 'proposer']], at('2026-06-26'));
    expect(lapsed.status).toBe('cleared');
  });

  it('is told seven working days before, presided over by who did not investigate, held and recorded', () => {
    const asked = run(
      large(),
      [notify, [{ type: 'request-hearing', requestedOn: '2026-06-18' }, 'proposer']],
      LATER,
    );
    const arrange = (heldOn: string, chair = '示例证009'): PenaltyCommand => ({
      ...{ type: 'arrange-hearing', notifiedOn: '2026-06-22', heldOn, place: '一楼', chair },
    });
    expect(refusal(asked, arrange('2026-06-30'), LATER)).toEqual({
      code: 'HEARING_TOO_SOON',
      notBefore: '2026-07-01',
    });
    expect(refusal(asked, arrange('2026-07-01', '示例证001'), LATER)).toEqual({
      code: 'CHAIR_INVESTIGATED',
    });
    const former = { ...asked, formerHandlers: ['示例证007'] };
    expect(refusal(former, arrange('2026-07-01', '示例证007'), LATER)).toEqual({
      code: 'CHAIR_INVESTIGATED',
    });
    const arranged = run(asked, [[arrange('2026-07-01'), 'proposer']], LATER);
    const hold = (heldOn: string): PenaltyCommand => ({
      ...{ type: 'hold-hearing', heldOn, record: '双方陈述、质证。' },
    });
    expect(refusal(arranged, hold('2026-06-30'), LATER)).toEqual({
      code: 'DATE_OUT_OF_ORDER',
      notBefore: '2026-07-01',
    });
    const held = run(arranged, [[hold('2026-07-01'), 'proposer']], LATER);
    expect(held).toMatchObject({ status: 'cleared', spokeOut: true });
    expect(legalReviewGrounds(held)).toEqual(['HEARING_HELD']);
  });

  it('is presided over by nobody who ever investigated, however often the investigators changed', () => {
    const others = (...handlers: string[]): Deed => [
      { type: 'revise', proposal: aProposal({ fineFen: 20_000_000, handlers }), reason: '调岗' },
      'proposer',
    ];
    const ask: Deed = [{ type: 'request-hearing', requestedOn: '2026-06-18' }, 'proposer'];
    const twice = [others('示例证003', '示例证004'), others('示例证003', '示例证005')];
    const asked = run(large(), [...twice, notify, ask], LATER);
    const refused = (chair: string) =>
      refusal(
        asked,
        {
          ...{ type: 'arrange-hearing', notifiedOn: '2026-06-22', heldOn: '2026-07-01' },
          ...{ place: '一楼', chair },
        },
        LATER,
      )?.code;
    for (const chair of ['示例证001', '示例证002', '示例证003', '示例证004', '示例证005'])
      expect(refused(chair), chair).toBe('CHAIR_INVESTIGATED');
    expect(refused('示例证009')).toBe(undefined);
  });

  it('that is given up leaves the defence as it was', () => {
    const ask: Deed = [{ type: 'request-hearing', requestedOn: '2026-06-18' }, 'proposer'];
    const giveUp: Deed = [
      { type: 'give-up-hearing', on: '2026-06-19', reason: '撤回' },
      'proposer',
    ];
    expect(run(large(), [notify, ask, giveUp], LATER).status).toBe('hearing-settled');
    expect(run(large(), [notify, heard, ask, giveUp], LATER).status).toBe('cleared');
  });
});

describe('who has spoken out (45)', () => {
  const reviewed = () => run(large(), [notify, heard, waived, passed], LATER);

  it('is never told of, nor given, a heavier penalty', () => {
    const back = run(large(), [notify, heard, waived, returned], LATER);
    const revise = (overrides: object): PenaltyCommand => ({
      ...{ type: 'revise', reason: '复核', proposal: aProposal(overrides) },
    });
    expect(refusal(back, revise({ fineFen: 20_000_001 }))).toEqual({
      code: 'AGGRAVATED',
      in: 'fineFen',
    });
    expect(refusal(back, revise({ kinds: ['P21', 'P31'], fineFen: 100 }))).toEqual({
      code: 'AGGRAVATED',
      in: 'kinds',
    });
    expect(refusal(back, revise({ fineFen: 15_000_000 }))).toBe(undefined);
  });

  it('may be given a lighter one, and that is what stands', () => {
    const lighter = decideWith({ kinds: ['P21'], fineFen: 5_000_000 });
    const decided = run(reviewed(), [[lighter, 'approver']], LATER);
    expect(decided.proposal.fineFen).toBe(5_000_000);
    const heavier = decideWith({ kinds: ['P21'], fineFen: 20_000_001 });
    expect(refusal(reviewed(), heavier, LATER)).toEqual({ code: 'AGGRAVATED', in: 'fineFen' });
  });

  it('may be told of a heavier one if he said nothing, but is not given more than he was told', () => {
    const silent = run(
      large(),
      [
        notify,
        [{ type: 'waive-defence', statedOn: '2026-06-18' }, 'proposer'],
        waived,
        returned,
        [{ type: 'revise', reason: '新查明', proposal: aProposal({ fineFen: 30_000_000 }) }, 'p'],
      ],
      LATER,
    );
    expect(silent.proposal.fineFen).toBe(30_000_000);
  });
});

describe('the other gates', () => {
  const reviewed = (overrides = {}) =>
    run(large(overrides), [notify, heard, waived, passed], LATER);

  it('keep out who was recused, and leave two officers (42, 43)', () => {
    const recuse = (fields: object): PenaltyCommand => ({
      ...{ type: 'recuse', reason: '近亲属', ...fields },
    });
    const without = run(large(), [[recuse({ officer: 'relative' }), 'approver']]);
    expect(refusal(without, notify[0], LATER, 'relative')).toEqual({ code: 'RECUSED' });
    expect(refusal(large(), recuse({ certificate: '示例证001' }))).toEqual({
      code: 'TWO_HANDLERS',
    });
    const replaced = run(large(), [
      [recuse({ certificate: '示例证001', replacement: '示例证003' }), 'approver'],
    ]);
    expect(replaced.proposal.handlers).toEqual(['示例证002', '示例证003']);
    const again: PenaltyCommand = { type: 'revise', reason: '改', proposal: aProposal() };
    expect(refusal(replaced, again)).toEqual({ code: 'RECUSED' });
    const bySelf = recuse({ certificate: '示例证001', replacement: '示例证001' });
    expect(refusal(large(), bySelf)).toEqual({ code: 'RECUSED' });
    const ask: Deed = [{ type: 'request-hearing', requestedOn: '2026-06-18' }, 'proposer'];
    const arrange: PenaltyCommand = {
      ...{ type: 'arrange-hearing', notifiedOn: '2026-06-22', heldOn: '2026-07-01' },
      ...{ place: '一楼', chair: '示例证001' },
    };
    const asked = run(replaced, [notify, ask], LATER);
    expect(refusal(asked, arrange, LATER)).toEqual({ code: 'RECUSED' });
    expect(refusal(large(), recuse({}))).toEqual({ code: 'NOTHING_NAMED' });
  });

  it('want the heads to talk over what is major or complex (57)', () => {
    const complex = reviewed({ circumstances: ['COMPLEX'] });
    expect(refusal(complex, decideWith(), LATER)).toEqual({ code: 'DISCUSSION_MISSING' });
    const talk: PenaltyCommand = {
      ...{ type: 'discuss', heldOn: '2026-06-19', participants: ['甲', '乙'], opinion: '同意' },
    };
    const talked = run(complex, [[talk, 'approver']], LATER);
    expect(refusal(talked, decideWith(), LATER)).toBe(undefined);
  });

  it('let nothing be decided while evidence lies preserved and undecided (56)', () => {
    const keep: PenaltyCommand = { type: 'preserve-evidence', on: '2026-06-16', items: '账册' };
    const kept = run(reviewed(), [[keep, 'approver']], LATER);
    expect(refusal(kept, decideWith(), LATER)).toEqual({ code: 'EVIDENCE_HELD' });
    const settle: PenaltyCommand = { type: 'dispose-evidence', on: '2026-06-18', how: 'RETURNED' };
    expect(refusal(run(kept, [[settle, 'x']], LATER), decideWith(), LATER)).toBe(undefined);
  });

  it('hand a suspected crime over instead of fining it (27)', () => {
    const transfer: PenaltyCommand = {
      ...{ type: 'transfer-crime', on: '2026-11-20', reference: '示移〔2026〕1号' },
    };
    expect(refusal(reviewed(), transfer, LATER)).toEqual({ code: 'NO_SUSPICION' });
    const suspected = run(reviewed(), [
      [{ type: 'suspect-crime', reason: '数额巨大' }, 'investigator'],
    ]);
    for (const command of [
      decideWith(),
      { type: 'close', on: '2026-11-20', ground: 'NOT_PUNISHED', reason: '轻微' } as const,
    ])
      expect(refusal(suspected, command, LATER)).toEqual({ code: 'CRIME_SUSPECTED' });
    const clear: PenaltyCommand = { type: 'clear-suspicion', reason: '未达标准' };
    expect(refusal(suspected, clear, LATER, 'investigator')).toEqual({ code: 'SAME_PERSON' });
    expect(run(suspected, [[transfer, 'approver']], LATER).status).toBe('transferred');
    const cleared = run(suspected, [[clear, 'approver']], LATER);
    expect(refusal(cleared, decideWith(), LATER)).toBe(undefined);
    expect(reviewed({ suspectedCrime: true }).status).toBe('reviewed');
    expect(refusal(reviewed({ suspectedCrime: true }), decideWith(), LATER)).toEqual({
      code: 'CRIME_SUSPECTED',
    });
    const forgetful: PenaltyCommand = { type: 'revise', reason: '改', proposal: aProposal() };
    expect(refusal(large({ suspectedCrime: true }), forgetful)).toEqual({
      code: 'CRIME_SUSPECTED',
    });
  });

  it('extend the ninety days only beyond them, by a rule that is named (60)', () => {
    const extend = (until: string): PenaltyCommand => ({
      ...{ type: 'extend', until, basis: '示例程序规定第六十四条', reason: '案情复杂' },
    });
    const opened = large({ filedOn: '2026-03-02' });
    expect(refusal(opened, extend('2026-06-01'))).toEqual({
      code: 'DATE_OUT_OF_ORDER',
      notBefore: '2026-06-01',
    });
    expect(refusal(opened, extend('2026-07-01'))).toBe(undefined);
  });

  it('let a file be closed only when it is served, performed and not contested', () => {
    const decided = run(reviewed(), [[decideWith(), 'approver']], LATER);
    const archive: PenaltyCommand = { type: 'archive', on: '2026-11-20' };
    expect(refusal(decided, archive, LATER)).toEqual({ code: 'NOT_SERVED' });
    const serve: Deed = [{ type: 'serve', on: '2026-11-20', way: 'DIRECT' }, 'x'];
    const served = run(decided, [serve], LATER);
    expect(refusal(served, archive, LATER)).toEqual({ code: 'NOT_PERFORMED' });
    const contested = run(
      served,
      [[{ type: 'contest', on: '2026-11-20', kind: 'SUIT' }, 'x']],
      LATER,
    );
    expect(refusal(contested, archive, LATER)).toEqual({ code: 'CONTEST_OPEN' });
    const pay: Deed = [{ type: 'pay', on: '2026-11-20', fineFen: 20_000_000, receipt: '票' }, 'x'];
    const closed = run(served, [pay, [archive, 'x']], LATER);
    expect(
      refusal(
        closed,
        { type: 'recheck', on: '2026-11-20', corrected: true, findings: '无' },
        LATER,
      ),
    ).toEqual({ code: 'ARCHIVED' });
    expect(refusal(closed, { type: 'withdraw', reason: '撤销', ground: 'REVOKED' }, LATER)).toBe(
      undefined,
    );
  });

  it('give whoever is told anew all his days anew (44)', () => {
    const silent = run(
      large(),
      [notify, [{ type: 'lapse-defence' }, 'p'], waived, returned],
      at('2026-06-26'),
    );
    expect(refusal(silent, notify[0], LATER)).toEqual({
      code: 'DATE_OUT_OF_ORDER',
      notBefore: '2026-06-26',
    });
  });

  it('decide on the spot nothing but a warning or a small fine (51)', () => {
    const small = aPenalty({ proposal: aProposal({ procedure: 'SIMPLE', fineFen: 300_000 }) });
    const heardOut = run(small, [notify, heard], LATER);
    expect(refusal(heardOut, decideWith({ kinds: ['P12'] }), LATER)).toEqual({
      code: 'SIMPLE_PROCEDURE_EXCEEDED',
    });
    expect(refusal(heardOut, decideWith({ kinds: ['P11'] }), LATER)).toBe(undefined);
  });

  it('book a receipt once, and give no person a code of credit', () => {
    const decided = run(reviewed(), [[decideWith(), 'approver']], LATER);
    const pay = { type: 'pay', on: '2026-11-20', fineFen: 100, receipt: '示001' } as const;
    const paid = run(decided, [[pay, 'x']], LATER);
    expect(refusal(paid, pay, LATER)).toEqual({ code: 'DONE_ALREADY' });
    const person = reviewed({ party: { kind: 'PERSON_OTHER', name: '示某某' } });
    const correct = { type: 'correct', reason: '改', uscc: '91500104MA60QW12X2' } as const;
    expect(refusal(run(person, [[decideWith(), 'approver']], LATER), correct, LATER)).toEqual({
      code: 'PERSON_HAS_NO_CREDIT_CODE',
    });
  });

  it('serve by wire only who agreed to it (61)', () => {
    const decided = run(reviewed(), [[decideWith(), 'approver']], LATER);
    const serve = { type: 'serve', on: '2026-11-20', way: 'ELECTRONIC' } as const;
    expect(refusal(decided, serve, LATER)).toEqual({ code: 'AGREEMENT_MISSING' });
    expect(refusal(decided, { ...serve, agreed: true }, LATER)).toBe(undefined);
  });
});

describe('the days of a review and of a repair', () => {
  const reviewedOn = (on?: string) =>
    run(
      aPenalty(),
      [
        notify,
        heard,
        [{ type: 'review', outcome: 'pass', ...(on !== undefined && { on }) }, 'reviewer'],
      ],
      at('2026-07-10'),
    );
  const decision = (decidedOn: string): PenaltyCommand => ({
    ...{ type: 'decide', decisionNumber: '示〔2026〕1号', decidedOn },
  });

  it('let no decision be older than the review that it needs (58)', () => {
    const reviewed = reviewedOn('2026-07-01');
    expect(refusal(reviewed, decision('2026-06-30'), LATER)).toEqual({
      code: 'DATE_OUT_OF_ORDER',
      notBefore: '2026-07-01',
    });
    expect(refusal(reviewed, decision('2026-07-01'), LATER)).toBe(undefined);
    expect(reviewedOn().reviewedOn).toBe('2026-07-10');
    expect(() => reviewedOn('2026-06-17')).toThrow('DATE_OUT_OF_ORDER');
    expect(() => reviewedOn('2026-07-11')).toThrow('DATE_OUT_OF_ORDER');
    const { reviewedOn: _, ...older } = reviewed;
    expect(refusal(older, decision('2026-06-18'), LATER)).toBe(undefined);
  });

  const decided = (decidedOn: string, kind: PenaltyKind) =>
    aPenalty({
      ...{ status: 'decided', proposal: aProposal({ kinds: [kind] }) },
      decision: { decisionNumber: '示〔2026〕1号', decidedOn, decidedBy: 'approver' },
    });
  const repairOn = (on: string): PenaltyCommand => ({ type: 'repair', on, reference: 'X' });

  it.each([
    ['MINOR', '2026-05-31', 'P11', '2026-05-31'],
    ['GENERAL', '2026-05-31', 'P22', '2026-08-31'],
    ['GENERAL', '2026-11-30', 'P22', '2027-02-28'],
    ['SERIOUS', '2026-05-31', 'P42', '2027-05-31'],
    ['SERIOUS', '2028-02-29', 'P42', '2029-02-28'],
  ] as const)(
    'let an officer tell the repair of a %s penalty of %s from its day on, and the platform on any day',
    (_class, decidedOn, kind, first) => {
      const penalty = decided(decidedOn, kind);
      const before = plusDays(first, -1);
      const tooSoon = { code: 'REPAIR_TOO_SOON', notBefore: first };
      expect(refusal(penalty, repairOn(first), at(first))).toBe(undefined);
      if (first === decidedOn) return;
      expect(refusal(penalty, repairOn(before), at(before))).toEqual(tooSoon);
      expect(refusal(penalty, repairOn(before), at(first))).toEqual(tooSoon);
      const platform = { subject: 'platform', roles: ['publisher'], isPlatform: true };
      const told = decide(penalty, repairOn(decidedOn), platform, at(decidedOn));
      expect(told).toMatchObject({ value: { penalty: { repair: { toldBy: 'PLATFORM' } } } });
    },
  );

  it('offer no repair that would be refused, and never repair before the decision', () => {
    const acts = (on: string) =>
      possibleActs(decided('2026-05-31', 'P42'), { subject: 'x', roles: everyRole }, at(on));
    const offered = (on: string) => acts(on).find(({ type }) => type === 'repair');
    expect(offered('2027-05-30')).toMatchObject({ why: { code: 'REPAIR_TOO_SOON' } });
    expect(offered('2027-05-31')?.why).toBe(undefined);
  });
});
