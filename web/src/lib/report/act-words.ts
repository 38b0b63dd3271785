/** What came of an act on the page of a case, in words, and beside which field it belongs. */
import { m } from '#lib/paraglide/messages.js';
import type { ActOutcome, CaseAct } from '#lib/report/case-acts.ts';
import type { FormProblem } from '#lib/report/problems.ts';

const done: Readonly<Record<CaseAct, (() => string) | undefined>> = {
  'ask-withdraw': undefined,
  withdraw: m.done_withdraw,
  remind: m.done_remind,
  rate: m.done_rate,
  'leave-contact': m.done_leave_contact,
  'remove-contact': m.done_remove_contact,
  'open-feed': m.done_open_feed,
  'close-feed': m.done_close_feed,
};

export const doneText = (act: CaseAct): string | undefined => done[act]?.();

const refusals: Readonly<Record<string, () => string>> = {
  REPORT_GOES_ON: m.act_REPORT_GOES_ON,
  NOT_CONCLUDED: m.act_NOT_CONCLUDED,
  ALREADY_RATED: m.act_ALREADY_RATED,
  NOT_OVERDUE: m.act_NOT_OVERDUE,
  REMINDED_ALREADY: m.act_REMINDED_ALREADY,
  NOTICES_OFF: m.act_NOTICES_OFF,
  CASE_FULL: m.track_case_full,
};

export function actProblem(refused: Extract<ActOutcome, { state: 'refused' }>): FormProblem {
  const { act, code, itemNumber } = refused;
  if (act === 'rate' && code === 'REQUIRED')
    return { id: `score-${itemNumber}`, text: m.act_score_missing() };
  if (act === 'leave-contact' && code === 'REQUIRED')
    return {
      id: refused.kind ? 'contactAddress' : 'contactKind',
      text: m.contact_problem_REQUIRED(),
    };
  if (act === 'leave-contact' && code === 'INVALID')
    return { id: 'contactAddress', text: m.contact_problem_INVALID() };
  return { text: (refusals[code] ?? m.act_failed)() };
}
