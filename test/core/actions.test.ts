/** What an officer may do to an item, who works on it, and which clocks that stops. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRunning } from '../../shared/clocks/clocks.ts';
import { optionsOf, type ItemAction } from '../../shared/complaints/actions.ts';
import { toldOf, type CaseFile, type CaseItem } from '../../shared/complaints/case-file.ts';
import { decide, type ActingOfficer, type ItemCommand } from '../../shared/complaints/lifecycle.ts';
import { caseForOfficer } from '../../shared/complaints/desk-view.ts';
import { caseForCitizen } from '../../shared/complaints/views.ts';
import { worklistEntries } from '../../shared/departments/worklist.ts';
import { plusSeconds } from '../../shared/time.ts';
import { anItemCommand, anyOfficer, someCategories } from '../support/arbitraries.ts';
import { aCase, anOfficer, AT, changed } from '../support/builders.ts';

const officer = anOfficer({ subject: 'a', name: '示例甲' });
const other = anOfficer({ subject: 'b', name: '示例乙' });
const supervisor = anOfficer({ subject: 's', name: '示例丙', roles: ['supervisor'] });
const staff = [officer, other, supervisor];

const decided = (file: CaseFile, command: ItemCommand, by: ActingOfficer = officer, at = AT) =>
  decide(file, 1, command, by, at, staff);

function after(file: CaseFile, command: ItemCommand, by: ActingOfficer = officer): CaseFile {
  const decision = decided(file, command, by);
  if (!decision.ok) throw new Error(decision.error.code);
  return changed(file, decision.value);
}

const assigneeIn = (file: CaseFile, department: 'MARKET' | 'HEALTH' | 'MEDINS' = 'MARKET') =>
  file.items[0]?.referrals.find((referral) => referral.department === department)?.assignee;

/** Does the command choose among what the offer names? */
function isWithinOffer(
  command: ItemCommand,
  { assignees, departments, clocks }: ItemAction,
  item: CaseItem,
  { subject, department }: ActingOfficer,
): boolean {
  if (command.type === 'assign') {
    const named = { self: [subject], nobody: [null], anyone: ['a', 'b', 's', null] };
    const may: readonly (string | null)[] = assignees ? named[assignees] : [];
    const current = item.referrals.find((referral) => referral.department === department);
    return (
      may.includes(command.assignee) && command.assignee !== (current?.assignee?.subject ?? null)
    );
  }
  if ('to' in command) return departments?.includes(command.to) ?? false;
  if (command.type === 'invite') return departments?.includes(command.department) ?? false;
  if (command.type === 'return' && command.propose)
    return departments?.includes(command.propose) ?? false;
  if (command.type === 'hand-over')
    return command.documents.includes('LETTER') && command.documents.includes('REPORT');
  return !('clock' in command) || (clocks?.includes(command.clock) ?? false);
}

describe('the acts offered for an item', () => {
  it('are exactly those that would not be refused, and tell truly what comes of them', () => {
    fc.assert(
      fc.property(
        someCategories,
        fc.array(fc.tuple(anItemCommand, anyOfficer), { maxLength: 12 }),
        (categories, steps) => {
          let file = aCase({ categories });
          for (const [command, by] of steps) {
            const [item] = file.items;
            if (!item) throw new Error('a case has an item');
            const { actions } = optionsOf(file, item, by, AT);
            const offered = actions.find(({ type }) => type === command.type);
            const decision = decided(file, command, by);
            if (!decision.ok) {
              expect(offered && isWithinOffer(command, offered, item, by)).toBeFalsy();
              continue;
            }
            expect(offered && isWithinOffer(command, offered, item, by)).toBe(true);
            const [next] = decision.value.items;
            expect(next?.status).toBe(offered?.effect.status ?? item.status);
            expect(decision.value.message !== undefined && offered?.effect.tells).not.toBe(
              'department',
            );
            file = changed(file, decision.value);
          }
        },
      ),
    );
  });

  it('name the provision they rest on, and the clocks that they stop and begin', () => {
    const file = aCase({ categories: ['PRICE'], anonymous: false, demand: '退款' });
    const [complaint, report] = file.items.map(
      (item) => optionsOf(file, item, officer, AT).actions,
    );
    expect(complaint?.find(({ type }) => type === 'accept')).toEqual({
      type: 'accept',
      basis: '《市场监督管理投诉举报处理办法》（总局令第121号）第14、15条',
      effect: {
        ...{ status: 'accepted', stops: ['MK-ACCEPT'], starts: ['MK-MEDIATE'], tells: 'citizen' },
      },
    });
    expect(report?.find(({ type }) => type === 'accept')).toEqual({
      type: 'accept',
      effect: { status: 'accepted', stops: [], starts: [], tells: 'citizen' },
    });
    const back = report?.find(({ type }) => type === 'return');
    expect(back).toMatchObject({ effect: { status: 'returned', heldBy: 'HEALTH' } });
    expect(back?.departments).not.toContain('MARKET');
  });

  it('say what still stands against an act that would be the officer’s', () => {
    const file = after(aCase(), { type: 'accept' });
    const [item] = file.items;
    expect(item && optionsOf(file, item, officer, AT).blocked).toEqual([
      {
        type: 'conclude',
        because: { code: 'COOPERATION_OPEN', departments: ['MEDINS', 'HEALTH'] },
      },
    ]);
  });

  it('are none for a department’s own system, which is no person', () => {
    const seen = caseForOfficer(aCase(), anOfficer({ roles: [] }), AT);
    expect(seen?.items.map(({ actions }) => actions)).toEqual([[]]);
  });
});

describe('a clock', () => {
  it('stops on the day in China when its duty is done, and stays stopped', () => {
    const late = plusSeconds(AT, 14 * 3_600); // past midnight in Asia/Shanghai
    const accepted = decided(
      aCase({ categories: ['OUT_OF_SCOPE'] }),
      { type: 'accept' },
      {
        ...officer,
        department: 'HEALTH',
      },
      late,
    );
    expect(accepted.ok && accepted.value.items[0]?.clocks).toMatchObject([
      { id: 'XF-TELL', stoppedOn: '2026-11-21' },
    ]);
    const verifying = after(aCase(), { type: 'accept' });
    expect(verifying.items[0]?.clocks).toMatchObject([{ id: 'MK-VERIFY' }]);
    expect(verifying.items[0]?.clocks.every(isRunning)).toBe(true);
    let replied = verifying;
    for (const department of ['MEDINS', 'HEALTH'] as const)
      replied = after(replied, { type: 'reply', text: '已核' }, anOfficer({ department }));
    const concluded = after(replied, { type: 'conclude', outcome: '属实', text: '已处理' });
    expect(concluded.items[0]?.clocks).toMatchObject([
      { id: 'MK-VERIFY', stoppedOn: '2026-11-20' },
    ]);
    expect(caseForCitizen(concluded, AT).items[0]?.clocks).toMatchObject([
      { stoppedOn: '2026-11-20' },
    ]);
  });

  it('that has stopped presses nobody: what still runs, else our own level, is due', () => {
    const file = aCase({ categories: ['PRICE'], anonymous: false, demand: '退款' });
    const [before] = worklistEntries(file, 'MARKET');
    expect(before).toMatchObject({ dueOn: '2026-12-01', provisional: false });
    const [entry] = worklistEntries(after(file, { type: 'accept' }), 'MARKET');
    expect(entry).toMatchObject({ dueOn: '2027-01-19', provisional: true, filedOn: '2026-11-20' });
  });
});

describe('who works on an item', () => {
  it('is whoever accepts it when nobody did, and stays so', () => {
    const file = after(aCase(), { type: 'accept' });
    expect(assigneeIn(file)).toEqual({ subject: 'a', name: '示例甲' });
    expect(worklistEntries(file, 'MARKET')).toMatchObject([{ assignee: { name: '示例甲' } }]);
    const given = after(after(aCase(), { type: 'assign', assignee: 'b' }, supervisor), {
      type: 'accept',
    });
    expect(assigneeIn(given)).toEqual({ subject: 'b', name: '示例乙' });
  });

  it('takes what is free, gives up his own, and touches nobody else’s', () => {
    const taken = after(aCase(), { type: 'assign', assignee: 'a' });
    expect(decided(taken, { type: 'assign', assignee: 'b' }, other)).toMatchObject({
      error: { code: 'ROLE_MISSING', role: 'supervisor' },
    });
    expect(decided(taken, { type: 'assign', assignee: null }, other)).toMatchObject({
      error: { code: 'ROLE_MISSING', role: 'supervisor' },
    });
    expect(assigneeIn(after(taken, { type: 'assign', assignee: null }))).toBe(undefined);
  });

  it('is named by a supervisor from the staff list and from nowhere else', () => {
    const given = after(aCase(), { type: 'assign', assignee: 'a' }, supervisor);
    const moved = after(given, { type: 'assign', assignee: 'b' }, supervisor);
    expect(assigneeIn(moved)).toEqual({ subject: 'b', name: '示例乙' });
    expect(decided(moved, { type: 'assign', assignee: 'nobody' }, supervisor)).toEqual({
      ok: false,
      error: { code: 'UNKNOWN_OFFICER' },
    });
    expect(decided(moved, { type: 'accept' }, supervisor)).toMatchObject({
      error: { code: 'ROLE_MISSING', role: 'officer' },
    });
  });

  it('is each department’s own affair: no other hears of it, nor does the citizen', () => {
    const decision = decided(aCase(), { type: 'assign', assignee: 'a' });
    if (!decision.ok) throw new Error(decision.error.code);
    expect(toldOf(decision.value)).toEqual(['MARKET']);
    const file = changed(aCase(), decision.value);
    expect(JSON.stringify(caseForCitizen(file, AT))).not.toMatch(/assigned|示例甲/);
    const health = caseForOfficer(file, anOfficer({ department: 'HEALTH' }), AT);
    expect(JSON.stringify(health)).not.toMatch(/assigned|示例甲/);
    const market = caseForOfficer(file, officer, AT);
    expect(market?.items[0]?.assignee?.name).toBe('示例甲');
    expect(market?.timeline.at(-1)).toMatchObject({
      type: 'assigned',
      byName: '示例甲',
      assignee: { subject: 'a' },
    });
  });
});
