/** The desk's acts: what officers type becomes what the API takes, and what is wrong is said at its field. */
import { expect, it } from 'vitest';
import { categoryCodes } from '../../shared/complaints/categories.ts';
import type { FieldError } from '../../shared/api/problem.ts';
import { ClerkIntake } from '../../shared/complaints/intake.ts';
import type { Result } from '../../shared/result.ts';
import { findCategories } from '../../web/src/lib/desk/intake/category-search.ts';
import { emptyIntake, judgedIntake } from '../../web/src/lib/desk/intake/intake-form.ts';
import { dropDraft, keepDraft, readDraft } from '../../web/src/lib/desk/inspections/draft.ts';
import {
  emptyInspection,
  isTouched,
  judgedInspection,
  resultOf,
} from '../../web/src/lib/desk/inspections/inspection-form.ts';
import { orderedLoad } from '../../web/src/lib/desk/load/load-order.ts';
import { stateOf } from '../../web/src/lib/desk/operations/figures.ts';
import { fenOf } from '../../web/src/lib/desk/penalties/fen-of.ts';
import {
  emptyProposal,
  judgedProposal,
  proposalBody,
  withInstitution,
} from '../../web/src/lib/desk/penalties/proposal-form.ts';
import { commandOf, judgedCommand } from '../../web/src/lib/desk/penalties/step-command.ts';
import * as v from 'valibot';
import { aPenalty } from '../support/builders.ts';

const today = '2026-11-21';

const fieldsOf = (judgement: Result<unknown, readonly FieldError[]>): readonly string[] =>
  judgement.ok ? [] : judgement.error.map(({ field }) => field);

it('reads yuan as people type them, and nothing else', () => {
  expect(['12000', '12,000.5', '￥１２０００元', '0.01'].map(fenOf)).toEqual([
    1_200_000, 1_200_050, 1_200_000, 1,
  ]);
  expect(fenOf('  ')).toBeUndefined();
  expect(['一万', '1.234', '-5', '1e3'].map(fenOf)).toEqual(Array(4).fill(Number.NaN));
});

it('sends a fine in fen, and no amount whose kind is not chosen', () => {
  const form = {
    ...emptyProposal(),
    partyName: '示例门诊部',
    violation: '违法行为',
    facts: '事实',
    legalBasis: ['《条例》第一条', ' '],
    handlers: ['证001', '证002'],
    kinds: ['P21'],
    fine: '3,000.50',
    confiscated: '99',
  };
  const proposal = judgedProposal(form);
  expect(proposal).toMatchObject({ ok: true, value: { fineFen: 300_050 } });
  expect(proposal.ok && 'confiscatedFen' in proposal.value).toBe(false);
  expect(judgedProposal({ ...form, procedure: 'SIMPLE' })).toEqual({
    ok: false,
    error: [{ field: 'procedure', code: 'SIMPLE_PROCEDURE_EXCEEDED' }],
  });
});

it('takes what the register says of a chosen institution, and keeps a licence that is written down', () => {
  const chosen = {
    ...{ id: '91500104MA60QW12X2', name: '示例门诊部', uscc: '91500104MA60QW12X2' },
    ...{ streetCode: '500104001', licenceNumber: 'PDY90001X50010417D1102' },
  };
  const form = { ...emptyProposal(), address: '原来写的地址' };
  expect(withInstitution(form, chosen)).toMatchObject({
    ...{ partyName: '示例门诊部', uscc: '91500104MA60QW12X2', streetCode: '500104001' },
    address: '原来写的地址',
    licences: [{ name: '医疗机构执业许可证', number: 'PDY90001X50010417D1102' }],
  });
  const licences = [{ name: '营业执照', number: '' }];
  expect(withInstitution({ ...form, licences }, chosen).licences).toEqual(licences);
  expect(
    proposalBody(withInstitution(form, { id: 'n-1', name: '示例诊所', streetCode: '500104002' })),
  ).toMatchObject({ party: { name: '示例诊所', streetCode: '500104002' } });
});

it('refuses a proposal before it is sent, with the codes of the API', () => {
  const form = { ...emptyProposal('500104-20261121-XXXXXX'), kinds: ['P21'], fine: '三千' };
  expect(fieldsOf(judgedProposal(form))).toEqual([
    'caseNumber',
    'party.name',
    'violation',
    'facts',
    'legalBasis',
    'fineFen',
    'handlers',
  ]);
});

it('takes a step on no day that the law puts before the last one, and names the first possible day', () => {
  const penalty = aPenalty({ status: 'notified', servedOn: '2026-11-20' });
  const form = { date: '2026-11-19', outcome: '', decisionNumber: '' };
  const officer = { subject: 'o', roles: ['officer'] };
  const at = '2026-11-21T04:00:00.000Z';
  expect(judgedCommand(penalty, commandOf('defence', form), officer, at)).toMatchObject({
    ok: false,
    error: { errors: [{ code: 'DATE_OUT_OF_ORDER' }], notBefore: '2026-11-20' },
  });
  const later = commandOf('defence', { ...form, date: '2026-11-20' });
  expect(judgedCommand(penalty, later, officer, at).ok).toBe(true);
});

it('points to the very item of an inspection that lacks its result', () => {
  const items = [
    { item: '资质', result: 'NO_PROBLEM', note: '' },
    { item: '处方', result: '', note: '' },
  ];
  const form = {
    ...emptyInspection(today),
    institutionName: '示例门诊部',
    inspectors: ['证001', '证002'],
    items,
    result: 'NO_PROBLEM',
  };
  expect(fieldsOf(judgedInspection(form, today))).toEqual(['items.1.result']);
  expect([resultOf(items), resultOf(items.slice(0, 1))]).toEqual(['', 'NO_PROBLEM']);
  expect([isTouched(form), isTouched(emptyInspection(today))]).toEqual([true, false]);
});

it('gives a draft back to the officer who kept it, on a device that several share', () => {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const draft = { savedAt: '2026-11-21T04:00:00.000Z', form: emptyInspection(today) };
  keepDraft(shelf, 'one', draft);
  expect(readDraft(shelf, 'one')).toEqual(draft);
  expect(readDraft(shelf, 'other')).toBeUndefined();
  dropDraft(shelf, 'one');
  expect(kept.size).toBe(0);
});

it('puts the departments that are most behind first and counts the idle ones', () => {
  const of = (department: 'HEALTH' | 'MARKET' | 'TAX', open: number, overdue: number) => ({
    ...{ department, open, overdue, dueWithin3: 0, unassigned: 0 },
  });
  const load = orderedLoad([of('HEALTH', 9, 1), of('TAX', 0, 0), of('MARKET', 3, 2)]);
  expect(load.busy.map(({ department }) => department)).toEqual(['MARKET', 'HEALTH']);
  expect(load).toMatchObject({ idle: 1, open: 12, overdue: 3 });
});

it('tells normal figures from those that ring an alarm, and both from unmeasured ones', () => {
  expect(stateOf({ name: 'OldestOpenRowSeconds', value: 900 })).toBe('good');
  expect(stateOf({ name: 'OldestOpenRowSeconds', value: 901 })).toBe('warning');
  expect(stateOf({ name: 'ParkedRows', value: 1 })).toBe('warning');
  expect(stateOf({ name: 'ParkedRows', value: null })).toBe('unknown');
  expect(stateOf({ name: 'OpenRows', value: 5_000 })).toBe('plain');
});

it('finds a category by a few characters in either language, and all by none', () => {
  expect(findCategories('')).toEqual(categoryCodes);
  expect(findCategories('骗保')).toContain('INSURANCE_FRAUD');
  expect(findCategories('OVERCHARG')).toEqual(['PRICE']);
  expect(findCategories('没有这一类')).toEqual([]);
});

it('makes of a clerk’s entry what the intake call takes', () => {
  const form = {
    ...emptyIntake(today, 'HOTLINE_12345'),
    originalNumber: ' 示例12345-001 ',
    categories: ['PRICE'],
    facts: '收费没有明码标价。',
    institutionAddress: '示例路1号',
    placeDescription: '菜市场对面',
  };
  const intake = judgedIntake(form, today);
  expect(intake).toMatchObject({
    ok: true,
    value: {
      originalNumber: '示例12345-001',
      complaint: { anonymous: true, institution: { description: '菜市场对面' } },
    },
  });
  expect(intake.ok && v.is(ClerkIntake, intake.value)).toBe(true);
});

it('refuses a clerk’s entry before it is sent, each problem at its field', () => {
  const wrong = (changes: object) =>
    fieldsOf(judgedIntake({ ...emptyIntake(today), ...changes }, today));
  expect(wrong({})).toEqual([
    'channel',
    'complaint.facts',
    'complaint.categories',
    'complaint.institution.name',
  ]);
  const good = {
    channel: 'TELEPHONE',
    categories: ['PRICE'],
    institutionName: '示例门诊部',
    facts: '多收费',
  };
  expect(wrong(good)).toEqual([]);
  expect(wrong({ ...good, originalNumber: '13900000000' })).toEqual(['originalNumber']);
  expect(wrong({ ...good, receivedOn: '2026-09-01' })).toEqual(['receivedOn']);
  expect(wrong({ ...good, receivedOn: '2026-11-10', occurredOn: '2026-11-11' })).toEqual([
    'complaint.occurredOn',
  ]);
  expect(wrong({ ...good, named: true })).toEqual([
    'complaint.identity.name',
    'complaint.identity.phone',
  ]);
});
