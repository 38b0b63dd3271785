/** The lawful order of a penalty: nothing is decided without its gates, nobody decides his own case, nothing grows heavier. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heavierIn } from '../../shared/penalties/punishment.ts';
import * as penalties from '../../shared/penalties/lifecycle.ts';
import { transitions } from '../../shared/penalties/transitions.ts';
import { fitsSimpleProcedure } from '../../shared/penalties/penalty.ts';
import { stateOf } from '../../shared/penalties/states.ts';
import { aPenalty, aProposal, AT, TODAY } from '../support/builders.ts';
import { eachCommand, everyRole, ordinaryWay, run, someDeeds } from '../support/penalty-acts.ts';

const [notify, defence, hearing, review, decide] = ordinaryWay;
if (!notify || !defence || !hearing || !review || !decide) throw new Error('steps are missing');

/** A fine that gives a right to a hearing. */
const large = () => aPenalty({ proposal: aProposal({ fineFen: 20_000_000 }) });

describe('a penalty', () => {
  it('is decided only after notice, defence, hearing and review', () => {
    expect(run(large(), ordinaryWay).status).toBe('decided');
    for (let left = 0; left < ordinaryWay.length - 1; left++) {
      const without = ordinaryWay.filter((_, position) => position !== left);
      expect(() => run(large(), without)).toThrow(/TRANSITION_NOT_ALLOWED|HEARING_OPEN/);
    }
  });

  it('goes from the defence to the review where the law gives no right to a hearing', () => {
    expect(run(aPenalty(), [notify, defence, review, decide]).status).toBe('decided');
  });

  it('lets defence and hearing be waived in either order', () => {
    expect(run(aPenalty(), [notify, hearing, defence]).status).toBe('cleared');
  });

  it('is not reviewed or decided by who proposed it, nor decided by who reviewed it', () => {
    const refused = (from: typeof ordinaryWay, subject: string, [command] = decide) =>
      penalties.decide(run(large(), from), command, { subject, roles: everyRole }, AT);
    const error = { ok: false, error: { code: 'SAME_PERSON' } };
    expect(refused(ordinaryWay.slice(0, 3), 'proposer', review)).toEqual(error);
    for (const subject of ['proposer', 'reviewer'])
      expect(refused(ordinaryWay.slice(0, 4), subject)).toEqual(error);
  });

  it('moves by the right role only', () => {
    const bare = { subject: 'x', roles: [] };
    for (const command of eachCommand)
      expect(penalties.decide(aPenalty(), command, bare, AT)).toMatchObject({
        error: { code: 'ROLE_MISSING', role: penalties.roleFor(command.type) },
      });
  });

  it('bears no date in the future or before the step it follows', () => {
    const officer = { subject: 'o', roles: everyRole };
    const tomorrow = { type: 'notify', servedOn: '2026-11-21' } as const;
    expect(penalties.decide(aPenalty(), tomorrow, officer, AT)).toMatchObject({
      error: { code: 'DATE_OUT_OF_ORDER' },
    });
    const before = { type: 'waive-hearing', statedOn: '2026-11-19' } as const;
    expect(penalties.decide(run(aPenalty(), [notify]), before, officer, AT)).toMatchObject({
      error: { code: 'DATE_OUT_OF_ORDER', notBefore: TODAY },
    });
    const opened = aPenalty({ proposal: aProposal({ filedOn: '2026-11-20' }) });
    const early = { type: 'notify', servedOn: '2026-11-19' } as const;
    expect(penalties.decide(opened, early, officer, AT)).toMatchObject({
      error: { code: 'DATE_OUT_OF_ORDER', notBefore: TODAY },
    });
  });

  it('returned by the review or sent back, begins again with the notice', () => {
    const returned = run(large(), [
      ...ordinaryWay.slice(0, 3),
      [{ type: 'review', outcome: 'return' }, 'reviewer'],
    ]);
    expect(returned.status).toBe('proposed');
    expect(run(returned, ordinaryWay).status).toBe('decided');
    const sent = [{ type: 'send-back', reason: '证据不足' }, 'approver'] as const;
    const back = run(large(), [...ordinaryWay.slice(0, 4), sent]);
    expect(back.status).toBe('proposed');
    expect(run(back, [notify]).defence).toBe(undefined);
  });

  it('on the spot needs no hearing or review, but fits the limits of 行政处罚法 51', () => {
    const light = aProposal({ procedure: 'SIMPLE', fineFen: 300_000 });
    const person = { kind: 'PERSON_PRACTITIONER', name: '示例乙' } as const;
    expect(fitsSimpleProcedure(light)).toBe(true);
    expect(fitsSimpleProcedure({ ...light, fineFen: 300_001 })).toBe(false);
    expect(fitsSimpleProcedure({ ...light, party: person })).toBe(false);
    expect(fitsSimpleProcedure({ ...light, party: person, fineFen: 20_000 })).toBe(true);
    expect(fitsSimpleProcedure({ ...light, kinds: ['P22'] })).toBe(false);
    expect(run(aPenalty({ proposal: light }), [notify, defence, decide]).status).toBe('decided');
  });

  it('stays in its table under any acts, is decided by two persons after 44 and 45, and no more heavily than told', () => {
    const decided = { times: 0 };
    fc.assert(
      fc.property(fc.constantFrom(aPenalty(), large()), someDeeds, (begun, deeds) => {
        let penalty = begun;
        for (const [command, subject] of deeds) {
          const before = penalty;
          const officer = { subject, roles: everyRole };
          const decision = penalties.decide(before, command, officer, AT);
          if (!decision.ok) continue;
          penalty = decision.value.penalty;
          const table = transitions[before.proposal.procedure][before.status];
          const steps = Object.entries(table).filter(
            ([step]) => step.split(':')[0] === command.type,
          );
          expect(steps.map(([, to]) => to)).toContain(penalty.status);
          expect(penalty.version).toBe(before.version + 1);
          expect(before.recusals?.some((recusal) => recusal.officer === subject) ?? false).toBe(
            false,
          );
          expect(new Set(penalty.proposal.handlers).size).toBeGreaterThan(1);
          if (command.type !== 'decide') continue;
          decided.times++;
          expect(penalty.servedOn).toBeDefined();
          expect(penalty.defence ?? penalty.hearing).toBeDefined();
          expect(new Set([penalty.proposedBy, penalty.reviewedBy, subject]).size).toBe(3);
          expect(penalty.notified && heavierIn(penalty.proposal, penalty.notified)).toBe(undefined);
          expect(penalty.suspicion ?? penalty.proposal.suspectedCrime).toBe(undefined);
          if (begun.proposal.fineFen === 20_000_000 && before.proposal.fineFen === 20_000_000)
            expect(penalty.hearing).toBeDefined();
        }
      }),
      { numRuns: 400 },
    );
    expect(decided.times).toBeGreaterThan(0);
  });

  it('is open in exactly the states that the notice’s way leaves', () => {
    for (const [status, table] of Object.entries(transitions.ORDINARY))
      expect([status, stateOf(status as keyof typeof transitions.ORDINARY) === 'open']).toEqual([
        status,
        'close' in table,
      ]); // the keys of the record
  });
});
