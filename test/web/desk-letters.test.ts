/** Official letters: offered only for acts the department has taken, complete, and with remedies only where the law gives them. */
import { describe, expect, it } from 'vitest';
import { chineseDate, letterOf } from '#lib/desk/notices/letter.ts';
import { noticesOf } from '#lib/desk/notices/notices.ts';
import { commandFrom, noWords } from '#lib/desk/case/act-form.ts';
import { decide, type ItemCommand } from '../../shared/complaints/lifecycle.ts';
import { caseForOfficer } from '../../shared/complaints/desk-view.ts';
import type { CaseFile } from '../../shared/complaints/case-file.ts';
import { aCase, anOfficer, AT, CASE_NUMBER, changed } from '../support/builders.ts';

const officer = anOfficer();

function after(file: CaseFile, ...commands: ItemCommand[]): CaseFile {
  return commands.reduce((earlier, command) => {
    const decision = decide(earlier, 1, command, officer, AT);
    if (!decision.ok) throw new Error(decision.error.code);
    return changed(earlier, decision.value);
  }, file);
}

function shown(file: CaseFile) {
  const found = caseForOfficer(file, officer, AT);
  const item = found?.items[0];
  if (!found || !item) throw new Error('the case is the department’s');
  return { found, item };
}

function letter(file: CaseFile, kind: string, body = '') {
  const { found, item } = shown(file);
  const notice = noticesOf(found, 1, officer.department).find((one) => one.kind === kind);
  if (!notice) throw new Error(`no ${kind} is offered`);
  return letterOf(found, item, officer.department, notice, { facts: '反映收费不明', body });
}

const kinds = (file: CaseFile, department = officer.department) =>
  noticesOf(shown(file).found, 1, department).map(({ kind }) => kind);

const demand = aCase({ demand: '退还多收的费用。', anonymous: false });
const conclude = {
  type: 'conclude',
  outcome: '属实，已责令改正',
  text: '多收的费用已退。',
} as const;

describe('a letter', () => {
  it('is offered once the department has taken the act it tells of', () => {
    expect(kinds(aCase())).toEqual([]);
    expect(kinds(after(aCase(), { type: 'accept' }))).toEqual(['acceptance']);
    expect(kinds(after(aCase(), { type: 'accept' }, conclude))).toEqual(['acceptance', 'answer']);
    expect(kinds(after(aCase(), { type: 'return', reason: '不归我局' }))).toEqual(['transfer']);
  });

  it('is never offered for what another department did', () => {
    expect(kinds(after(aCase(), { type: 'accept' }), 'HEALTH')).toEqual([]);
  });

  it('bears sender, number to fill in, case number, date in Chinese form, and no addressee', () => {
    const { from, title, number, to, paragraphs, date } = letter(
      after(demand, { type: 'accept' }),
      'acceptance',
    );
    expect([from, title, date]).toEqual(['区市场监督管理局', '受理告知书', '2026年11月20日']);
    expect(number).toMatch(/〔2026〕.+号$/);
    expect(to).toMatch(/^＿+：$/);
    const text = paragraphs.join('\n');
    expect(text).toContain(CASE_NUMBER);
    expect(text).toContain('反映收费不明');
    expect(text, 'the clock that acceptance stopped').toContain('总局令第121号');
  });

  it('tells the outcome and the text of an answer, and the remedies of one’s own complaint alone', () => {
    const own = letter(after(demand, { type: 'accept' }, conclude), 'answer', conclude.text);
    expect(own.paragraphs.join('\n')).toContain('属实，已责令改正。');
    expect(own.paragraphs).toContain('多收的费用已退。');
    expect(own.remedies.join('\n')).toContain('行政复议');
    const tip = letter(after(aCase(), { type: 'accept' }, conclude), 'answer', conclude.text);
    expect(tip.remedies).toEqual([]);
  });

  it('goes to the coordinator when it transfers, with the reason', () => {
    const transfer = letter(after(aCase(), { type: 'return', reason: '不归我局' }), 'transfer');
    expect(transfer.to).toBe('区卫生健康委员会：');
    expect(transfer.paragraphs.join('\n')).toContain('不归我局。');
  });

  it('writes a date as Chinese letters do', () => {
    expect(chineseDate('2026-01-02')).toBe('2026年1月2日');
  });
});

describe('the form of an act', () => {
  it('becomes the command, or names what is missing in the order of the form', () => {
    expect(commandFrom('accept', noWords)).toEqual({ ok: true, value: { type: 'accept' } });
    expect(commandFrom('conclude', { ...noWords, text: '  ' })).toEqual({
      ok: false,
      error: ['outcome', 'text'],
    });
    expect(commandFrom('return', { ...noWords, reason: ' 不归我局 ' })).toEqual({
      ok: true,
      value: { type: 'return', reason: '不归我局' },
    });
  });
});
