/** The life of an item and the lawful order of a penalty. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addresseesOf, type CaseFile } from '../../shared/complaints/case-file.ts';
import {
  citizenWrites,
  decide,
  isOpen,
  transitions,
  type ActingOfficer,
  type ItemCommand,
} from '../../shared/complaints/lifecycle.ts';
import { caseForOfficer } from '../../shared/complaints/desk-view.ts';
import { caseForCitizen } from '../../shared/complaints/views.ts';
import { worklistEntries } from '../../shared/departments/worklist.ts';
import * as penalties from '../../shared/penalties/lifecycle.ts';
import { fitsSimpleProcedure, type Penalty } from '../../shared/penalties/penalty.ts';
import { aCase, anOfficer, aPenalty, aProposal, AT, changed, TODAY } from '../support/builders.ts';

const market = anOfficer({ subject: 'officer-1', department: 'MARKET' });
const health = anOfficer({ subject: 'officer-2', department: 'HEALTH' });

/** The case after a command that must be lawful. */
function after(file: CaseFile, command: ItemCommand, officer: ActingOfficer = market): CaseFile {
  const decision = decide(file, 1, command, officer, AT);
  if (!decision.ok) throw new Error(decision.error.code);
  return changed(file, decision.value);
}

describe('an item', () => {
  it('is accepted, answered and closed by its lead', () => {
    const accepted = after(aCase(), { type: 'accept' });
    const concluded = after(accepted, { type: 'conclude', outcome: '属实', text: '已责令退款。' });
    expect(concluded.items[0]?.status).toBe('concluded');
    expect(isOpen('concluded')).toBe(false);
    expect(worklistEntries(concluded, 'MEDINS')).toMatchObject([{ state: 'closed' }]);
    expect(caseForCitizen(concluded).messages.map(({ text }) => text)).toEqual(['已责令退款。']);
  });

  it('goes to the coordinator when its lead returns it, and leaves the lead’s open work', () => {
    const returned = after(aCase(), { type: 'return', reason: '不属本部门' });
    expect(returned.items[0]).toMatchObject({ status: 'returned', heldBy: 'HEALTH' });
    expect(worklistEntries(returned, 'MARKET')).toMatchObject([{ state: 'closed' }]);
    expect(worklistEntries(returned, 'HEALTH')).toMatchObject([{ state: 'open', role: 'LEAD' }]);
    expect(after(returned, { type: 'accept' }, health).items[0]?.status).toBe('accepted');
  });

  it('is not acted on by who cooperates or by who has nothing to do with it', () => {
    const by = (department: 'MEDINS' | 'TAX') =>
      decide(aCase(), 1, { type: 'accept' }, anOfficer({ department }), AT);
    expect(by('MEDINS')).toEqual({ ok: false, error: { code: 'NOT_THE_LEAD' } });
    expect(by('TAX')).toEqual({ ok: false, error: { code: 'NOT_YOURS' } });
  });

  it('stays in its table under any sequence of commands, and its version only rises', () => {
    const command = fc.constantFrom<ItemCommand>(
      { type: 'accept' },
      { type: 'return', reason: '不属' },
      { type: 'note', text: '请补充' },
      { type: 'conclude', outcome: '属实', text: '已处理' },
      { type: 'assign', assignee: null },
      { type: 'assign', assignee: 'officer-1' },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(command, fc.constantFrom(market, health))), (commands) => {
        let file = aCase();
        for (const [step, officer] of commands) {
          const before = file.items[0];
          const decision = decide(file, 1, step, officer, AT);
          const lawful = before && transitions[before.status][step.type];
          if (!decision.ok) continue;
          expect(decision.value.items[0]?.status).toBe(lawful);
          file = after(file, step, officer);
          expect(file.head.version).toBe(file.timeline.length);
          expect(addresseesOf(file.items)).toEqual(expect.arrayContaining(['MARKET', 'MEDINS']));
        }
        expect(file.head.version).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what each side sees', () => {
  it('the citizen sees departments, never persons or officers’ reasons', () => {
    const returned = after(aCase(), { type: 'return', reason: '内部理由' });
    const seen = JSON.stringify(caseForCitizen(returned));
    expect(seen).toContain('MARKET');
    expect(seen).not.toContain('officer-1');
    expect(seen).not.toContain('内部理由');
  });

  it('a department sees its own items only, with their messages', () => {
    const file = aCase({ categories: ['PRICE', 'STAFF_CERT'] });
    const noted = after(file, { type: 'note', text: '给举报人的话' });
    const seen = caseForOfficer(noted, anOfficer({ department: 'HRSS' }), AT);
    expect(seen?.items.map((item) => item.lead)).toEqual(['HRSS']);
    expect(seen?.messages).toEqual([]);
    expect(caseForOfficer(noted, anOfficer({ department: 'TAX' }), AT)).toBe(undefined);
  });

  it('a citizen’s words reach every department of the case', () => {
    const written = citizenWrites(aCase({ categories: ['PRICE', 'STAFF_CERT'] }), '补充', AT);
    expect(written.ok && addresseesOf(written.value.items)).toEqual(
      expect.arrayContaining(['MARKET', 'MEDINS', 'HEALTH', 'HRSS']),
    );
  });
});

const everyone = ['officer', 'reviewer', 'approver', 'publisher'];
const steps: readonly (readonly [penalties.PenaltyCommand, string])[] = [
  [{ type: 'notify', servedOn: TODAY }, 'proposer'],
  [{ type: 'waive-defence', statedOn: TODAY }, 'proposer'],
  [{ type: 'waive-hearing', statedOn: TODAY }, 'proposer'],
  [{ type: 'review', outcome: 'pass' }, 'reviewer'],
  [{ type: 'decide', decisionNumber: '示〔2026〕1号', decidedOn: TODAY }, 'approver'],
];

function run(penalty: Penalty, commands: typeof steps): Penalty {
  return commands.reduce((current, [command, subject]) => {
    const decision = penalties.decide(current, command, { subject, roles: everyone }, AT);
    if (!decision.ok) throw new Error(decision.error.code);
    return decision.value.penalty;
  }, penalty);
}

describe('a penalty', () => {
  it('is decided only after notice, defence, hearing and review', () => {
    expect(run(aPenalty(), steps).status).toBe('decided');
    for (let left = 0; left < steps.length; left++) {
      const without = steps.filter((_, position) => position !== left).slice(0, -1);
      const early = () => run(aPenalty(), [...without, ...steps.slice(-1)]);
      if (left < steps.length - 1) expect(early).toThrow('TRANSITION_NOT_ALLOWED');
    }
  });

  it('lets defence and hearing be waived in either order', () => {
    const [notify, defence, hearing] = steps;
    if (!notify || !defence || !hearing) throw new Error('steps are missing');
    expect(run(aPenalty(), [notify, hearing, defence]).status).toBe('cleared');
  });

  it('is not reviewed or decided by who proposed it, whatever his roles', () => {
    const cleared = run(aPenalty(), steps.slice(0, 3));
    const own = { subject: 'proposer', roles: everyone };
    const review = penalties.decide(cleared, { type: 'review', outcome: 'pass' }, own, AT);
    expect(review).toEqual({ ok: false, error: { code: 'SAME_PERSON' } });
    const reviewed = run(aPenalty(), steps.slice(0, 4));
    const [decide] = steps.at(-1) ?? [];
    if (!decide) throw new Error('no step');
    for (const subject of ['proposer', 'reviewer'])
      expect(penalties.decide(reviewed, decide, { subject, roles: everyone }, AT)).toEqual({
        ok: false,
        error: { code: 'SAME_PERSON' },
      });
  });

  it('moves by the right role only', () => {
    const bare = { subject: 'x', roles: [] };
    for (const [command] of steps)
      expect(penalties.decide(aPenalty(), command, bare, AT)).toMatchObject({
        error: { code: 'ROLE_MISSING', role: penalties.roleFor[command.type] },
      });
  });

  it('bears no date in the future or before the step it follows', () => {
    const officer = { subject: 'o', roles: everyone };
    const future = penalties.decide(
      aPenalty(),
      { type: 'notify', servedOn: '2026-11-21' },
      officer,
      AT,
    );
    expect(future).toMatchObject({ error: { code: 'DATE_OUT_OF_ORDER' } });
    const notified = run(aPenalty(), steps.slice(0, 1));
    const before = { type: 'waive-hearing', statedOn: '2026-11-19' } as const;
    expect(penalties.decide(notified, before, officer, AT)).toMatchObject({
      error: { code: 'DATE_OUT_OF_ORDER', notBefore: TODAY },
    });
  });

  it('returned by the review, begins again with the notice', () => {
    const cleared = run(aPenalty(), steps.slice(0, 3));
    const back = run(cleared, [[{ type: 'review', outcome: 'return' }, 'reviewer']]);
    expect(back.status).toBe('proposed');
    expect(run(back, steps).status).toBe('decided');
  });

  it('on the spot needs no hearing or review, but fits the limits of 行政处罚法 51', () => {
    const light = aProposal({ procedure: 'SIMPLE', fineFen: 300_000 });
    const person = { kind: 'PERSON_PRACTITIONER', name: '示例乙' } as const;
    expect(fitsSimpleProcedure(light)).toBe(true);
    expect(fitsSimpleProcedure({ ...light, fineFen: 300_001 })).toBe(false);
    expect(fitsSimpleProcedure({ ...light, party: person })).toBe(false);
    expect(fitsSimpleProcedure({ ...light, party: person, fineFen: 20_000 })).toBe(true);
    expect(fitsSimpleProcedure({ ...light, kinds: ['P22'] })).toBe(false);
    const [notify, defence, , , decide] = steps;
    if (!notify || !defence || !decide) throw new Error('steps are missing');
    expect(run(aPenalty({ proposal: light }), [notify, defence, decide]).status).toBe('decided');
  });
});
