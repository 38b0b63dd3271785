/** Official letters: offered only for acts the department has taken, complete, and with remedies only where the law gives them. */
import { describe, expect, it } from 'vitest';
import { chineseDate, letterOf } from '#lib/desk/notices/letter.ts';
import { noticesOf } from '#lib/desk/notices/notices.ts';
import { commandFrom, emptyWords } from '#lib/desk/case/act-form.ts';
import {
  commandTypes,
  decide,
  type ActingOfficer,
  type ItemCommand,
} from '../../shared/complaints/lifecycle.ts';
import { decideForCitizen } from '../../shared/complaints/citizen-acts.ts';
import { caseForOfficer } from '../../shared/complaints/desk-view.ts';
import type { CaseFile } from '../../shared/complaints/case-file.ts';
import { aCase, anOfficer, AT, CASE_NUMBER, changed } from '../support/builders.ts';

const officer = anOfficer();
const approver = anOfficer({ subject: 'approver-1', roles: ['approver'] });
const health = anOfficer({ subject: 'officer-2', department: 'HEALTH' });
const medins = anOfficer({ subject: 'officer-3', department: 'MEDINS' });

type Deed = ItemCommand | readonly [ActingOfficer, ItemCommand];
const isPlain = (deed: Deed): deed is ItemCommand => 'type' in deed;

function after(file: CaseFile, ...deeds: readonly Deed[]): CaseFile {
  return deeds.reduce((earlier, deed) => {
    const [by, command] = isPlain(deed) ? ([officer, deed] as const) : deed;
    const decision = decide(earlier, 1, command, by, AT);
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

const accept = { type: 'accept' } as const;
const demand = aCase({ demand: '退还多收的费用。', anonymous: false });
const conclude = {
  type: 'conclude',
  outcome: '属实，已责令改正',
  text: '多收的费用已退。',
} as const;
const found = { type: 'reply', text: '没有发现问题。' } as const;
const concluded: readonly Deed[] = [accept, [health, found], [medins, found], conclude];

describe('a letter', () => {
  it('is offered once the department has taken the act it tells of', () => {
    expect(kinds(aCase())).toEqual([]);
    expect(kinds(after(aCase(), accept))).toEqual(['acceptance']);
    expect(kinds(after(aCase(), ...concluded))).toEqual(['acceptance', 'answer']);
    expect(kinds(after(aCase(), { type: 'return', reason: '不归我局' }))).toEqual(['return']);
  });

  it('is never offered for what another department did', () => {
    expect(kinds(after(aCase(), accept), 'HEALTH')).toEqual([]);
  });

  it('confirms to the citizen that a complaint was taken back, by whoever had it', () => {
    const decision = decideForCitizen(demand, { type: 'withdraw' }, AT);
    if (!decision.ok) throw new Error(decision.error.code);
    const withdrawn = changed(demand, decision.value);
    expect(kinds(withdrawn)).toEqual(['withdrawal']);
    expect(kinds(withdrawn, 'HEALTH')).toEqual([]);
    expect(letter(withdrawn, 'withdrawal').paragraphs.join('')).toContain('不再办理');
  });

  it('says on what ground a complaint is not accepted, what else is open, and the remedies', () => {
    const refuse = { type: 'refuse', ground: 'TOO_LONG_AGO', text: '可以起诉。' } as const;
    const { title, paragraphs, remedies } = letter(after(demand, refuse), 'refusal', refuse.text);
    expect(title).toBe('不予受理告知书');
    expect(paragraphs.join('')).toMatch(/三年（.*第十五条）.*决定不予受理/);
    expect(paragraphs).toContain('可以起诉。');
    expect(remedies.join('')).toContain('行政复议');
  });

  it('names who is to answer when it transfers, and the documents when it goes to the police', () => {
    const transfer = { type: 'transfer', to: 'TAX', reason: '属于税务' } as const;
    expect(letter(after(aCase(), accept, transfer), 'transfer').to).toMatch(/税务局：$/);
    const handedOver = after(
      aCase(),
      accept,
      { type: 'report-crime', reason: '涉嫌诈骗' },
      [approver, { type: 'approve-crime', approved: true, reason: '同意' }],
      { type: 'hand-over', documents: ['LETTER', 'REPORT', 'THINGS'] },
    );
    const { to, paragraphs } = letter(handedOver, 'crime', '涉嫌诈骗罪');
    expect(to).toMatch(/公安/);
    expect(paragraphs.join('')).toMatch(/移送书；2\. .*调查报告；3\. 涉案物品清单。/);
  });

  it('tells until when a deadline was extended, on what basis, and why', () => {
    const extend = { type: 'extend', clock: 'MK-VERIFY', reason: '需要检验' } as const;
    const extended = after(aCase(), accept, [approver, extend]);
    const text = letter(extended, 'extension').paragraphs.join('');
    const clock = shown(extended).item.clocks.find(({ id }) => id === 'MK-VERIFY');
    expect(text).toContain(`延长至${chineseDate(clock?.dueOn ?? '')}`);
    expect(text).toContain('因需要检验，');
  });

  it('bears sender, number to fill in, case number, date in Chinese form, and no addressee', () => {
    const { from, title, number, to, paragraphs, date } = letter(
      after(demand, accept),
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
    const own = letter(after(demand, ...concluded), 'answer', conclude.text);
    expect(own.paragraphs.join('\n')).toContain('属实，已责令改正。');
    expect(own.paragraphs).toContain('多收的费用已退。');
    expect(own.remedies.join('\n')).toContain('行政复议');
    const tip = letter(after(aCase(), ...concluded), 'answer', conclude.text);
    expect(tip.remedies).toEqual([]);
  });

  it('goes to the coordinator when it is returned, with the reason', () => {
    const back = letter(after(aCase(), { type: 'return', reason: '不归我局' }), 'return');
    expect(back.to).toBe('区卫生健康委员会：');
    expect(back.paragraphs.join('\n')).toContain('不归我局。');
  });

  it('writes a date as Chinese letters do', () => {
    expect(chineseDate('2026-01-02')).toBe('2026年1月2日');
  });
});

describe('the form of an act', () => {
  it('becomes the command, without what was left empty', () => {
    expect(commandFrom('accept', {})).toEqual({ ok: true, value: { type: 'accept' } });
    expect(commandFrom('return', { reason: ' 不归我局 ', propose: '' })).toEqual({
      ok: true,
      value: { type: 'return', reason: '不归我局' },
    });
    expect(commandFrom('decide-filing', { filed: 'no', reason: '证据不足' })).toEqual({
      ok: true,
      value: { type: 'decide-filing', filed: false, reason: '证据不足' },
    });
  });

  it('names what is missing, in the order of the form', () => {
    const { error } = commandFrom('conclude', { outcome: '', text: '  ' }) as { error: unknown };
    expect(error).toEqual([
      { field: 'outcome', code: 'REQUIRED' },
      { field: 'text', code: 'REQUIRED' },
    ]);
  });

  it('exists for every act: filled in, it is what the API takes', () => {
    const words = {
      ...{ ground: 'REPEAT', mergedInto: '500104-20261122-NWANVF', to: 'TAX', department: 'TAX' },
      ...{ heldOn: '2026-11-20', participants: ['MARKET', 'HEALTH'], documents: ['LETTER'] },
      ...{ text: '好', reason: '好', question: '好', opinion: '好', outcome: '好' },
      ...{ clock: 'MK-VERIFY', filed: 'yes', approved: 'yes', propose: 'TAX' },
    };
    for (const type of commandTypes) {
      if (type === 'assign') continue;
      const given = { ...words, ...(type === 'pause' && { ground: 'TESTING' }) };
      const filled = Object.keys(emptyWords(type)).map((name) => [
        name,
        given[name as keyof typeof given], // a field without a word here fails below
      ]);
      const command = commandFrom(type, Object.fromEntries(filled));
      expect(command.ok, type).toBe(true);
    }
  });
});
