/** What the forms of a penalty's acts say: hints, names of fields, choices. Loaded with a form. */
import { documentNames } from './document-names.ts';
import type { PenaltyCommandType } from '../../../../../shared/penalties/commands.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import type { ChoiceOf } from './act-fields.ts';

const hints: Readonly<Partial<Record<PenaltyCommandType, () => string>>> = {
  revise: m.penalty_hint_revise,
  'lapse-defence': m.penalty_hint_lapse_defence,
  'lapse-hearing': m.penalty_hint_lapse_hearing,
  'arrange-hearing': m.penalty_hint_arrange_hearing,
  'hold-hearing': m.penalty_hint_hold_hearing,
  'give-up-hearing': m.penalty_hint_give_up_hearing,
  discuss: m.penalty_hint_discuss,
  close: m.penalty_hint_close,
  'suspect-crime': m.penalty_hint_suspect_crime,
  'transfer-crime': m.penalty_hint_transfer_crime,
  serve: m.penalty_hint_serve,
  pay: m.penalty_hint_pay,
  defer: m.penalty_hint_defer,
  recheck: m.penalty_hint_recheck,
  archive: m.penalty_hint_archive,
  attach: m.penalty_hint_attach,
  recuse: m.penalty_hint_recuse,
  'preserve-evidence': m.penalty_hint_preserve_evidence,
  extend: m.penalty_hint_extend,
  correct: m.penalty_hint_correct,
  repair: m.penalty_hint_repair,
  'publish-minor': m.penalty_hint_publish_minor,
  'list-serious': m.penalty_hint_list_serious,
};
export const actHint = (type: PenaltyCommandType): string | undefined => hints[type]?.();

const fields: Readonly<Record<string, () => string>> = {
  statedOn: m.penalty_field_statedOn,
  statement: m.penalty_field_statement,
  finding: m.penalty_field_finding,
  reply: m.penalty_field_reply,
  requestedOn: m.penalty_field_requestedOn,
  notifiedOn: m.penalty_field_notifiedOn,
  heldOn: m.penalty_field_heldOn,
  place: m.penalty_field_place,
  chair: m.penalty_field_chair,
  record: m.penalty_field_record,
  on: m.penalty_field_on,
  reason: m.penalty_field_reason,
  participants: m.penalty_field_participants,
  opinion: m.penalty_field_opinion,
  ground: m.penalty_field_ground,
  reference: m.penalty_field_reference,
  way: m.penalty_field_way,
  agreed: m.penalty_field_agreed,
  fineFen: m.penalty_field_fineFen,
  surchargeFen: m.penalty_field_surchargeFen,
  confiscatedFen: m.penalty_field_confiscatedFen,
  receipt: m.penalty_field_receipt,
  instalments: m.penalty_field_instalments,
  kind: m.penalty_field_kind,
  outcome: m.penalty_field_outcome,
  how: m.penalty_field_how,
  corrected: m.penalty_field_corrected,
  findings: m.penalty_field_findings,
  note: m.penalty_field_note,
  officer: m.penalty_field_officer,
  certificate: m.penalty_field_certificate,
  replacement: m.penalty_field_replacement,
  items: m.penalty_field_items,
  until: m.penalty_field_until,
  basis: m.penalty_field_basis,
  partyName: m.penalty_field_partyName,
  uscc: m.penalty_field_uscc,
  violation: m.penalty_field_violation,
  facts: m.penalty_field_facts,
  legalBasis: m.penalty_field_legalBasis,
  decisionNumber: m.penalty_field_decisionNumber,
  licences: m.penalty_field_licences,
};
export const fieldName = (name: string): string => fields[name]?.() ?? name;

const choices: Readonly<Record<ChoiceOf, Readonly<Record<string, () => string>>>> = {
  finding: {
    ADOPTED: m.penalty_finding_ADOPTED,
    PARTLY: m.penalty_finding_PARTLY,
    REJECTED: m.penalty_finding_REJECTED,
  },
  closureGround: {
    NOT_PUNISHED: m.penalty_closureGround_NOT_PUNISHED,
    NOT_ESTABLISHED: m.penalty_closureGround_NOT_ESTABLISHED,
    TIME_BARRED: m.penalty_closureGround_TIME_BARRED,
  },
  serviceWay: {
    DIRECT: m.penalty_serviceWay_DIRECT,
    LEFT: m.penalty_serviceWay_LEFT,
    ENTRUSTED: m.penalty_serviceWay_ENTRUSTED,
    MAIL: m.penalty_serviceWay_MAIL,
    FORWARDED: m.penalty_serviceWay_FORWARDED,
    PUBLIC_NOTICE: m.penalty_serviceWay_PUBLIC_NOTICE,
    ELECTRONIC: m.penalty_serviceWay_ELECTRONIC,
  },
  contestKind: {
    REVIEW: m.penalty_contestKind_REVIEW,
    SUIT: m.penalty_contestKind_SUIT,
  },
  contestOutcome: {
    UPHELD: m.penalty_contestOutcome_UPHELD,
    AMENDED: m.penalty_contestOutcome_AMENDED,
    REVOKED: m.penalty_contestOutcome_REVOKED,
    UNLAWFUL: m.penalty_contestOutcome_UNLAWFUL,
    ENDED: m.penalty_contestOutcome_ENDED,
  },
  disposal: {
    RETURNED: m.penalty_disposal_RETURNED,
    SEIZED: m.penalty_disposal_SEIZED,
    APPRAISED: m.penalty_disposal_APPRAISED,
    CONFISCATED: m.penalty_disposal_CONFISCATED,
  },
  execution: {
    PERFORMED: m.penalty_execution_PERFORMED,
    COURT: m.penalty_execution_COURT,
    ENFORCED: m.penalty_execution_ENFORCED,
    TERMINATED: m.penalty_execution_TERMINATED,
  },
  withdrawalGround: {
    AMENDED: m.penalty_withdrawalGround_AMENDED,
    REVOKED: m.penalty_withdrawalGround_REVOKED,
    UNLAWFUL: m.penalty_withdrawalGround_UNLAWFUL,
    VOID: m.penalty_withdrawalGround_VOID,
    ERROR: m.penalty_withdrawalGround_ERROR,
  },
  documentKind: documentNames,
};
export const choicesOf = (of: ChoiceOf): readonly { value: string; text: string }[] =>
  Object.entries(choices[of]).map(([value, text]) => ({ value, text: text() }));
