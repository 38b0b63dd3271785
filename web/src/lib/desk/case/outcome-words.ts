/** What is said of an act when it is done, and what stands against one. Apart from the forms, which load when one is opened. */
import { isDepartment, type DepartmentCode } from '../../../../../shared/departments/directory.ts';
import type { DateOnly } from '../../../../../shared/time.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { dateInText } from '#lib/figures.ts';
import { addresseeName, listOf } from '#lib/names.ts';
import type { ActType } from './act-form.ts';
import type { DeskItem } from './desk-case.ts';

const doneTexts: Readonly<Record<ActType, () => string>> = {
  accept: m.desk_done_accept,
  refuse: m.desk_done_refuse,
  return: m.desk_done_return,
  reassign: m.desk_done_reassign,
  transfer: m.desk_done_transfer,
  invite: m.desk_done_invite,
  reply: m.desk_done_reply,
  consult: m.desk_done_consult,
  conclude: m.desk_done_conclude,
  note: m.desk_done_note,
  'request-material': m.desk_done_request_material,
  remark: m.desk_done_remark,
  extend: m.desk_done_extend,
  pause: m.desk_done_pause,
  resume: m.desk_done_resume,
  'decide-filing': m.desk_done_decide_filing,
  'tell-filing': m.desk_done_tell_filing,
  'end-mediation': m.desk_done_end_mediation,
  dispute: m.desk_done_dispute,
  'settle-dispute': m.desk_done_settle_dispute,
  'report-crime': m.desk_done_report_crime,
  'approve-crime': m.desk_done_approve_crime,
  'hand-over': m.desk_done_hand_over,
  'police-decide': m.desk_done_police_decide,
};
export const doneText = (type: ActType): string => doneTexts[type]();

/** What stands against an act, and what can be done about it. */
export function becauseText(
  because: DeskItem['blocked'][number]['because'],
  { referrals }: Pick<DeskItem, 'referrals'>,
): string {
  const dueOf = (department: DepartmentCode): DateOnly | undefined =>
    referrals.find((referral) => referral.department === department)?.replyDueOn;
  switch (because.code) {
    case 'COOPERATION_OPEN':
      return m.desk_because_COOPERATION_OPEN({
        departments: listOf(
          because.departments.filter(isDepartment).map((code) => awaitedText(code, dueOf(code))),
        ),
      });
    case 'RETURN_TOO_LATE':
      return m.desk_because_RETURN_TOO_LATE({ date: dateInText(because.until) });
    case 'CONSULTATION_MISSING':
      return m.desk_because_CONSULTATION_MISSING();
    case 'CRIME_TRANSFER_OPEN':
      return m.desk_because_CRIME_TRANSFER_OPEN();
    case 'ALREADY_SETTLED':
      return m.desk_because_ALREADY_SETTLED();
    case 'SAME_PERSON':
      return m.desk_because_SAME_PERSON();
    default:
      return because.code;
  }
}

const awaitedText = (code: DepartmentCode, dueOn: DateOnly | undefined): string =>
  dueOn
    ? m.desk_because_awaited({ department: addresseeName(code), date: dateInText(dueOn) })
    : addresseeName(code);
