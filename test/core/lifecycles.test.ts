/** The life of an item. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseChangeWrites } from '../../functions/aws/case-store.ts';
import { isRunning } from '../../shared/clocks/clocks.ts';
import {
  addresseesOf,
  isOpen,
  itemStatuses,
  type CaseFile,
} from '../../shared/complaints/case-file.ts';
import { citizenWrites } from '../../shared/complaints/citizen-acts.ts';
import {
  decide,
  transitions,
  type ActingOfficer,
  type ItemCommand,
} from '../../shared/complaints/lifecycle.ts';
import { escalate } from '../../shared/complaints/overdue.ts';
import { caseForOfficer } from '../../shared/complaints/desk-view.ts';
import { caseForCitizen } from '../../shared/complaints/views.ts';
import { worklistEntries } from '../../shared/departments/worklist.ts';
import {
  anItemCommand,
  anyOfficer,
  someCategories,
  someCircumstances,
} from '../support/arbitraries.ts';
import { aCase, anOfficer, AT, changed, TODAY } from '../support/builders.ts';

const market = anOfficer({ subject: 'officer-1', department: 'MARKET' });
const health = anOfficer({ subject: 'officer-2', department: 'HEALTH' });

/** The case after a command that must be lawful. */
function after(file: CaseFile, command: ItemCommand, officer: ActingOfficer = market): CaseFile {
  const decision = decide(file, 1, command, officer, AT);
  if (!decision.ok) throw new Error(decision.error.code);
  return changed(file, decision.value);
}

/** What the acts of an item leave true, whatever was done. */
function holds(file: CaseFile): void {
  for (const item of file.items) {
    if (!isOpen(item.status)) continue;
    const leads = item.referrals.filter(({ role, ended }) => role === 'LEAD' && !ended);
    expect(leads.map(({ department }) => department)).toEqual([item.heldBy]);
    const departments = item.referrals.map(({ department }) => department);
    expect(new Set(departments).size).toBe(departments.length);
    expect(new Set(item.clocks.map(({ id }) => id)).size).toBe(item.clocks.length);
  }
  expect(file.head.version).toBe(file.timeline.length);
}

const manySteps = fc.array(fc.tuple(anItemCommand, anyOfficer), { maxLength: 30 });
const reply = (department: 'MEDINS' | 'HEALTH') =>
  [{ type: 'reply', text: '已核。' }, anOfficer({ department })] as const;

describe('an item', () => {
  it('is accepted, answered and closed by its lead once its helpers have replied', () => {
    const accepted = after(aCase(), { type: 'accept' });
    const conclude = { type: 'conclude', outcome: '属实', text: '已责令退款。' } as const;
    expect(decide(accepted, 1, conclude, market, AT)).toEqual({
      ok: false,
      error: { code: 'COOPERATION_OPEN', departments: ['MEDINS', 'HEALTH'] },
    });
    const replied = after(after(accepted, ...reply('MEDINS')), ...reply('HEALTH'));
    expect(worklistEntries(replied, 'MEDINS')).toMatchObject([{ state: 'closed' }]);
    const concluded = after(replied, conclude);
    expect(concluded.items[0]?.status).toBe('concluded');
    expect(isOpen('concluded')).toBe(false);
    expect(caseForCitizen(concluded, AT).messages.map(({ text }) => text)).toEqual([
      '已责令退款。',
    ]);
    expect(JSON.stringify(caseForCitizen(concluded, AT))).not.toContain('已核。');
  });

  it('does not wait for a helper whose day has passed', () => {
    const accepted = after(aCase(), { type: 'accept' });
    const conclude = { type: 'conclude', outcome: '属实', text: '已处理。' } as const;
    const [coop] = accepted.items[0]?.referrals.filter(({ role }) => role === 'COOP') ?? [];
    expect(coop?.replyDueOn).toBe('2026-12-04');
    expect(decide(accepted, 1, conclude, market, '2026-12-04T10:00:00.000Z').ok).toBe(false);
    expect(decide(accepted, 1, conclude, market, '2026-12-04T16:30:00.000Z').ok).toBe(true);
  });

  it('goes to the coordinator when its lead returns it, who decides for good', () => {
    const returned = after(aCase(), { type: 'return', reason: '不属本部门', propose: 'MEDINS' });
    expect(returned.items[0]).toMatchObject({ status: 'returned', heldBy: 'HEALTH' });
    expect(worklistEntries(returned, 'MARKET')).toMatchObject([{ state: 'closed' }]);
    expect(worklistEntries(returned, 'HEALTH')).toMatchObject([{ state: 'open', role: 'LEAD' }]);
    expect(after(returned, { type: 'accept' }, health).items[0]?.status).toBe('accepted');
    const sent = after(returned, { type: 'reassign', to: 'MARKET', reason: '属价格监管' }, health);
    expect(sent.items[0]).toMatchObject({ status: 'received', heldBy: 'MARKET', lead: 'MARKET' });
    expect(decide(sent, 1, { type: 'return', reason: '仍不属' }, market, AT)).toEqual({
      ok: false,
      error: { code: 'ALREADY_SETTLED' },
    });
    holds(sent);
  });

  it('is returned within five working days and not after them (信访工作条例 23)', () => {
    const back = { type: 'return', reason: '不属' } as const;
    expect(decide(aCase(), 1, back, market, '2026-11-27T15:59:00.000Z').ok).toBe(true);
    expect(decide(aCase(), 1, back, market, '2026-11-27T16:00:00.000Z')).toEqual({
      ok: false,
      error: { code: 'RETURN_TOO_LATE', until: '2026-11-27' },
    });
  });

  it('is transferred to a named department, which starts with clocks of its own', () => {
    const accepted = after(aCase(), { type: 'accept' });
    const moved = after(accepted, { type: 'transfer', to: 'MEDINS', reason: '属医保基金' });
    expect(moved.items[0]).toMatchObject({ status: 'received', heldBy: 'MEDINS', lead: 'MEDINS' });
    expect(moved.items[0]?.clocks.filter(isRunning).map(({ id }) => id)).toEqual(['MI-VERIFY']);
    expect(worklistEntries(moved, 'MARKET')).toMatchObject([{ state: 'closed' }]);
    const medins = anOfficer({ department: 'MEDINS' });
    const taken = after(moved, { type: 'accept' }, medins);
    expect(
      decide(taken, 1, { type: 'transfer', to: 'MARKET', reason: '不属' }, medins, AT),
    ).toEqual({ ok: false, error: { code: 'HELD_BEFORE' } });
  });

  it('that is major is talked over before it is concluded (北碚府办发〔2019〕104号四（四）)', () => {
    const major = aCase({ circumstances: ['DEATH'] });
    let file = after(major, { type: 'accept' });
    for (const step of [reply('MEDINS'), reply('HEALTH')]) file = after(file, ...step);
    const conclude = { type: 'conclude', outcome: '属实', text: '已处理。' } as const;
    expect(decide(file, 1, conclude, market, AT)).toEqual({
      ok: false,
      error: { code: 'CONSULTATION_MISSING' },
    });
    const talked = after(file, {
      ...{ type: 'consult', heldOn: TODAY, participants: ['MARKET', 'HEALTH'], opinion: '一致' },
    });
    expect(after(talked, conclude).items[0]?.status).toBe('concluded');
  });

  it('goes to the police in three steps by two persons, with its bundle', () => {
    const approver = anOfficer({ subject: 'head', roles: ['approver'] });
    const police = anOfficer({ department: 'PSB' });
    let file = after(aCase(), { type: 'accept' });
    file = after(file, { type: 'report-crime', reason: '涉嫌诈骗' });
    expect(file.items[0]?.clocks.filter(isRunning).map(({ id }) => id)).toContain('CR-DECIDE');
    const both = anOfficer({ roles: ['officer', 'approver'] });
    const approve = { type: 'approve-crime', approved: true, reason: '同意' } as const;
    expect(decide(file, 1, approve, both, AT)).toEqual({
      ok: false,
      error: { code: 'SAME_PERSON' },
    });
    const conclude = { type: 'conclude', outcome: '罚款', text: '已处理。' } as const;
    const late = '2027-01-20T02:00:00.000Z';
    expect(decide(file, 1, conclude, market, late)).toEqual({
      ok: false,
      error: { code: 'CRIME_TRANSFER_OPEN' },
    });
    file = after(file, approve, approver);
    expect(decide(file, 1, { type: 'hand-over', documents: ['LETTER'] }, market, AT)).toEqual({
      ok: false,
      error: { code: 'BUNDLE_INCOMPLETE', missing: ['REPORT'] },
    });
    file = after(file, { type: 'hand-over', documents: ['LETTER', 'REPORT'] });
    expect(worklistEntries(file, 'PSB')).toMatchObject([{ role: 'COOP', state: 'open' }]);
    file = after(file, { type: 'police-decide', filed: true, reason: '立案侦查' }, police);
    expect(file.items[0]?.crime?.state).toBe('filed');
    const seen = JSON.stringify(caseForCitizen(file, AT));
    expect(seen).not.toMatch(/CR-|crimeReported|crimeApproved/);
  });

  it('that may be a crime tells the citizen nothing of it, not even that its three days have passed', () => {
    const accepted = after(aCase(), { type: 'accept' });
    const reported = after(accepted, { type: 'report-crime', reason: '涉嫌诈骗' });
    const late = '2026-12-02T02:00:00.000Z';
    const change = escalate(reported, late);
    expect(change?.event).toMatchObject({ type: 'escalated', itemNumber: 1 });
    const seen = caseForCitizen(change ? changed(reported, change) : reported, late);
    expect(seen.items[0]).toMatchObject({ overdue: false });
    expect(JSON.stringify(seen)).not.toMatch(/escalated/);
  });

  it('is not acted on by who cooperates or by who has nothing to do with it', () => {
    const by = (department: 'MEDINS' | 'TAX') =>
      decide(aCase(), 1, { type: 'accept' }, anOfficer({ department }), AT);
    expect(by('MEDINS')).toEqual({ ok: false, error: { code: 'NOT_THE_LEAD' } });
    expect(by('TAX')).toEqual({ ok: false, error: { code: 'NOT_YOURS' } });
  });

  it('stays in its table under any acts, and exactly one department leads it while it is open', () => {
    fc.assert(
      fc.property(
        someCategories,
        someCircumstances,
        manySteps,
        (categories, circumstances, steps) => {
          let file = aCase({ categories, circumstances });
          for (const [command, officer] of steps) {
            const before = file.items[0];
            const decision = decide(file, 1, command, officer, AT);
            if (!decision.ok) continue;
            expect(decision.value.items[0]?.status).toBe(
              before && transitions[before.status][command.type],
            );
            expect(caseChangeWrites(decision.value).length).toBeLessThan(60); // its referrals and the rest fit
            file = changed(file, decision.value);
            holds(file);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has no deadline that moves to an earlier day', () => {
    fc.assert(
      fc.property(someCategories, manySteps, (categories, steps) => {
        let file = aCase({ categories });
        for (const [command, officer] of steps) {
          const before = file.items[0]?.clocks ?? [];
          const decision = decide(file, 1, command, officer, AT);
          if (!decision.ok) continue;
          file = changed(file, decision.value);
          for (const clock of file.items[0]?.clocks ?? []) {
            const earlier = before.find(({ id }) => id === clock.id);
            expect(clock.dueOn >= (earlier?.dueOn ?? '')).toBe(true);
            expect(clock.dueOn >= clock.startedOn).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('that nobody accepts, returns, transfers or refuses reaches the coordinator, once', () => {
    const late = '2027-12-01T02:00:00.000Z';
    fc.assert(
      fc.property(someCategories, manySteps, (categories, steps) => {
        let file = aCase({ categories });
        for (const [command, officer] of steps) {
          const decision = decide(file, 1, command, officer, AT);
          if (decision.ok) file = changed(file, decision.value);
        }
        for (let told = 0; ; told++) {
          const change = escalate(file, late);
          if (!change) break;
          expect(told).toBeLessThan(file.items.length);
          file = changed(file, change);
          holds(file);
        }
        for (const { status, track, escalatedOn, referrals } of file.items) {
          if (!isOpen(status) || track === 'X') continue;
          expect(escalatedOn).toBe('2027-12-01');
          const coordinator = referrals.find(({ department }) => department === 'HEALTH');
          expect(coordinator && coordinator.ended).toBe(undefined);
          expect(coordinator).toBeDefined();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps an accusation against officials from the coordinator, whatever is done and however late', () => {
    fc.assert(
      fc.property(manySteps, (steps) => {
        let file = aCase({ categories: ['OFFICIAL_CONDUCT'] });
        for (const [command, officer] of steps) {
          const decision = decide(file, 1, command, officer, AT);
          if (decision.ok) file = changed(file, decision.value);
        }
        expect(escalate(file, '2027-12-01T02:00:00.000Z')).toBe(undefined);
        expect(addresseesOf(file.items)).not.toContain('HEALTH');
      }),
      { numRuns: 100 },
    );
  });

  it('is open in exactly the states that an act can leave', () => {
    for (const status of itemStatuses)
      expect([status, isOpen(status)]).toEqual([
        status,
        Object.keys(transitions[status]).length > 0,
      ]);
  });
});

describe('what each side sees', () => {
  it('the citizen sees departments, never persons or officers’ reasons', () => {
    const returned = after(aCase(), { type: 'return', reason: '内部理由' });
    const seen = JSON.stringify(caseForCitizen(returned, AT));
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
