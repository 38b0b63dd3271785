/** Names of the acts on a penalty, why one is refused, and what the fields of their forms are called. */
import { m } from '#lib/desk/paraglide/messages.js';
import { dateInText } from '#lib/figures.ts';

// Texts are named one by one, so that a page carries no others to the browser.
const names: Readonly<Record<string, () => string>> = {
  propose: m.penalty_event_propose,
  import: m.penalty_event_import,
  notify: m.penalty_event_notify,
  revise: m.penalty_event_revise,
  'hear-defence': m.penalty_event_hear_defence,
  'waive-defence': m.penalty_event_waive_defence,
  'lapse-defence': m.penalty_event_lapse_defence,
  'request-hearing': m.penalty_event_request_hearing,
  'waive-hearing': m.penalty_event_waive_hearing,
  'lapse-hearing': m.penalty_event_lapse_hearing,
  'arrange-hearing': m.penalty_event_arrange_hearing,
  'hold-hearing': m.penalty_event_hold_hearing,
  'give-up-hearing': m.penalty_event_give_up_hearing,
  review: m.penalty_event_review,
  discuss: m.penalty_event_discuss,
  decide: m.penalty_event_decide,
  'send-back': m.penalty_event_send_back,
  close: m.penalty_event_close,
  'suspect-crime': m.penalty_event_suspect_crime,
  'clear-suspicion': m.penalty_event_clear_suspicion,
  'transfer-crime': m.penalty_event_transfer_crime,
  serve: m.penalty_event_serve,
  pay: m.penalty_event_pay,
  defer: m.penalty_event_defer,
  contest: m.penalty_event_contest,
  'settle-contest': m.penalty_event_settle_contest,
  execute: m.penalty_event_execute,
  recheck: m.penalty_event_recheck,
  archive: m.penalty_event_archive,
  attach: m.penalty_event_attach,
  recuse: m.penalty_event_recuse,
  'preserve-evidence': m.penalty_event_preserve_evidence,
  'dispose-evidence': m.penalty_event_dispose_evidence,
  extend: m.penalty_event_extend,
  correct: m.penalty_event_correct,
  withdraw: m.penalty_event_withdraw,
  repair: m.penalty_event_repair,
  'publish-minor': m.penalty_event_publish_minor,
  'list-serious': m.penalty_event_list_serious,
};
/** Of an act that was, or may be, taken; one this window does not know yet is shown as it is. */
export const actName = (type: string): string => names[type]?.() ?? type;

const refusals: Readonly<Record<string, () => string>> = {
  RECUSED: m.penalty_refused_RECUSED,
  SAME_PERSON: m.penalty_refused_SAME_PERSON,
  NUMBER_TAKEN: m.penalty_refused_NUMBER_TAKEN,
  AGGRAVATED: m.penalty_refused_AGGRAVATED,
  TIME_NOT_OVER: m.penalty_refused_TIME_NOT_OVER,
  REQUEST_TOO_LATE: m.penalty_refused_REQUEST_TOO_LATE,
  HEARING_TOO_SOON: m.penalty_refused_HEARING_TOO_SOON,
  HEARING_OPEN: m.penalty_refused_HEARING_OPEN,
  CHAIR_INVESTIGATED: m.penalty_refused_CHAIR_INVESTIGATED,
  DISCUSSION_MISSING: m.penalty_refused_DISCUSSION_MISSING,
  EVIDENCE_HELD: m.penalty_refused_EVIDENCE_HELD,
  NO_EVIDENCE_HELD: m.penalty_refused_NO_EVIDENCE_HELD,
  CRIME_SUSPECTED: m.penalty_refused_CRIME_SUSPECTED,
  NO_SUSPICION: m.penalty_refused_NO_SUSPICION,
  SIMPLE_PROCEDURE_EXCEEDED: m.penalty_refused_SIMPLE_PROCEDURE_EXCEEDED,
  ORIGIN_CHANGED: m.penalty_refused_ORIGIN_CHANGED,
  HANDLER_UNKNOWN: m.penalty_refused_HANDLER_UNKNOWN,
  TWO_HANDLERS: m.penalty_refused_TWO_HANDLERS,
  NOTHING_NAMED: m.penalty_refused_NOTHING_NAMED,
  PERSON_HAS_NO_CREDIT_CODE: m.penalty_refused_PERSON_HAS_NO_CREDIT_CODE,
  NOT_SERVED: m.penalty_refused_NOT_SERVED,
  AGREEMENT_MISSING: m.penalty_refused_AGREEMENT_MISSING,
  MORE_THAN_OWED: m.penalty_refused_MORE_THAN_OWED,
  PLAN_DIFFERS: m.penalty_refused_PLAN_DIFFERS,
  NO_CONTEST: m.penalty_refused_NO_CONTEST,
  CONTEST_OPEN: m.penalty_refused_CONTEST_OPEN,
  NOT_PERFORMED: m.penalty_refused_NOT_PERFORMED,
  REPAIR_TOO_SOON: m.penalty_refused_REPAIR_TOO_SOON,
  ARCHIVED: m.penalty_refused_ARCHIVED,
  DONE_ALREADY: m.penalty_refused_DONE_ALREADY,
  DATE_OUT_OF_ORDER: m.penalty_refused_DATE_OUT_OF_ORDER,
  TRANSITION_NOT_ALLOWED: m.penalty_refused_TRANSITION_NOT_ALLOWED,
};

/** Why an act is refused, with the day it depends on; undefined for what the desk says everywhere alike. */
export function refusalText(refusal: {
  readonly code: string;
  readonly until?: unknown;
  readonly notBefore?: unknown;
}): string | undefined {
  const text = refusals[refusal.code]?.();
  const day = refusal.until ?? refusal.notBefore;
  return text && typeof day === 'string'
    ? `${text}${m.penalty_refused_day({ date: dateInText(day) })}`
    : text;
}
