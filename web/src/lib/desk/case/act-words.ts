/** The forms of acts in words: what each field is called, what is offered in it, what is asked once more. */
import {
  departmentCodes,
  type DepartmentCode,
} from '../../../../../shared/departments/directory.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { addresseeName } from '#lib/names.ts';
import { YES, type ActField, type ActType, type ChoiceOf } from './act-form.ts';
import { documentChoices, groundChoices, pauseChoices, type Choice } from './choice-words.ts';
import type { DeskAction, DeskItem } from './desk-case.ts';
import { clockName } from './words.ts';

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
}

const reason = (hint = m.desk_field_reason_hint) => ({
  label: m.desk_field_reason(),
  hint: hint(),
});

/** By act and field where an act has words of its own, else by field. */
const words: Readonly<Record<string, () => FieldWords>> = {
  'refuse text': () => ({
    label: m.desk_field_refuse_text(),
    hint: m.desk_field_refuse_text_hint(),
  }),
  'return reason': () => ({ label: m.desk_reason(), hint: m.desk_reason_hint() }),
  'reassign to': () => ({ label: m.desk_field_to(), hint: m.desk_field_to_hint_reassign() }),
  'transfer to': () => ({ label: m.desk_field_to(), hint: m.desk_field_to_hint_transfer() }),
  'reply text': () => ({ label: m.desk_field_reply(), hint: m.desk_field_reply_hint() }),
  'request-material text': () => ({ label: m.desk_text(), hint: m.desk_field_request_text_hint() }),
  'remark text': () => ({ label: m.desk_field_remark(), hint: m.desk_field_remark_hint() }),
  'extend reason': () => reason(m.desk_field_reason_hint_extend),
  'report-crime reason': () => reason(m.desk_field_report_hint),
  'pause ground': () => ({ label: m.desk_field_pause_ground() }),
  ground: () => ({ label: m.desk_field_ground() }),
  mergedInto: () => ({ label: m.desk_field_mergedInto(), hint: m.desk_field_mergedInto_hint() }),
  propose: () => ({ label: m.desk_field_propose(), hint: m.desk_field_propose_hint() }),
  reason: () => reason(),
  department: () => ({ label: m.desk_field_department() }),
  question: () => ({ label: m.desk_field_question(), hint: m.desk_field_question_hint() }),
  heldOn: () => ({ label: m.desk_field_heldOn() }),
  participants: () => ({
    label: m.desk_field_participants(),
    hint: m.desk_field_participants_hint(),
  }),
  opinion: () => ({ label: m.desk_field_opinion(), hint: m.desk_field_opinion_hint() }),
  outcome: () => ({ label: m.desk_outcome(), hint: m.desk_outcome_hint() }),
  text: () => ({ label: m.desk_text(), hint: m.desk_text_hint() }),
  clock: () => ({ label: m.desk_field_clock() }),
  filed: () => ({ label: m.desk_field_filed() }),
  approved: () => ({ label: m.desk_field_filed() }),
  documents: () => ({ label: m.desk_field_documents(), hint: m.desk_field_documents_hint() }),
};

export function fieldWords(type: ActType, { name, optional }: ActField): FieldWords {
  const found = (words[`${type} ${name}`] ?? words[name])?.() ?? { label: name };
  return optional ? { ...found, label: found.label + m.desk_optional() } : found;
}

export function choicesOf(of: ChoiceOf, action: DeskAction, item: DeskItem): readonly Choice[] {
  const named = (codes: readonly DepartmentCode[]) =>
    codes.map((value) => ({ value, text: addresseeName(value) }));
  const offered: Readonly<Record<ChoiceOf, () => readonly Choice[]>> = {
    departments: () => named(action.departments ?? []),
    everyDepartment: () => named(thoseInItFirst(item)),
    clocks: () => (action.clocks ?? []).map((value) => ({ value, text: clockName(value) })),
    grounds: groundChoices,
    pauseGrounds: pauseChoices,
    documents: documentChoices,
    filing: () => [
      { value: YES, text: m.desk_field_filed_yes() },
      { value: 'no', text: m.desk_field_filed_no() },
    ],
    approval: () => [
      { value: YES, text: m.desk_field_approved_yes() },
      { value: 'no', text: m.desk_field_approved_no() },
    ],
  };
  return offered[of]();
}

const thoseInItFirst = ({ referrals }: DeskItem): readonly DepartmentCode[] => [
  ...new Set([...referrals.map(({ department }) => department), ...departmentCodes]),
];

const confirmTexts: Readonly<Partial<Record<ActType, () => string>>> = {
  refuse: m.desk_confirm_refuse,
  conclude: m.desk_confirm_conclude,
  'hand-over': m.desk_confirm_hand_over,
};
export const confirmText = (type: ActType): string => confirmTexts[type]?.() ?? '';
