/** What the queue and a case both say in words. Texts are named one by one, so that a page carries those it shows and no others. */
import type { ItemAction } from '../../../../../shared/complaints/actions.ts';
import type { ItemStatus, ReferralRole } from '../../../../../shared/complaints/case-file.ts';
import type { Urgency } from '../../../../../shared/complaints/categories.ts';
import type { CommandType } from '../../../../../shared/complaints/commands.ts';
import { m } from '#lib/desk/paraglide/messages.js';

const statusNames: Readonly<Record<ItemStatus, () => string>> = {
  received: m.desk_status_received,
  accepted: m.desk_status_accepted,
  returned: m.desk_status_returned,
  concluded: m.desk_status_concluded,
  refused: m.desk_status_refused,
  withdrawn: m.desk_status_withdrawn,
  registered: m.desk_status_registered,
};
export const statusName = (status: ItemStatus): string => statusNames[status]();

const roleNames: Readonly<Record<ReferralRole, () => string>> = {
  LEAD: m.desk_part_LEAD,
  COOP: m.desk_part_COOP,
  OVERSEE: m.desk_part_OVERSEE,
};
export const roleName = (role: ReferralRole): string => roleNames[role]();

const urgencyNames: Readonly<Record<Urgency, () => string>> = {
  P0: m.desk_urgency_P0,
  P1: m.desk_urgency_P1,
  P2: m.desk_urgency_P2,
  P3: m.desk_urgency_P3,
};
export const urgencyName = (urgency: Urgency): string => urgencyNames[urgency]();

const actNames: Readonly<Record<CommandType, () => string>> = {
  accept: m.desk_act_accept,
  refuse: m.desk_act_refuse,
  return: m.desk_act_return,
  reassign: m.desk_act_reassign,
  transfer: m.desk_act_transfer,
  invite: m.desk_act_invite,
  reply: m.desk_act_reply,
  consult: m.desk_act_consult,
  conclude: m.desk_act_conclude,
  note: m.desk_act_note,
  'request-material': m.desk_act_request_material,
  remark: m.desk_act_remark,
  assign: m.desk_act_assign,
  extend: m.desk_act_extend,
  pause: m.desk_act_pause,
  resume: m.desk_act_resume,
  'decide-filing': m.desk_act_decide_filing,
  'tell-filing': m.desk_act_tell_filing,
  'end-mediation': m.desk_act_end_mediation,
  dispute: m.desk_act_dispute,
  'settle-dispute': m.desk_act_settle_dispute,
  'report-crime': m.desk_act_report_crime,
  'approve-crime': m.desk_act_approve_crime,
  'hand-over': m.desk_act_hand_over,
  'police-decide': m.desk_act_police_decide,
};
export const actName = (type: CommandType): string => actNames[type]();

const tellsTexts: Readonly<Record<ItemAction['effect']['tells'], () => string>> = {
  citizen: m.desk_effect_tells_citizen,
  department: m.desk_effect_tells_department,
  nobody: m.desk_effect_tells_nobody,
};
export const tellsText = (tells: ItemAction['effect']['tells']): string => tellsTexts[tells]();

const clockNames: Readonly<Record<string, () => string>> = {
  'MK-ACCEPT': m.desk_clock_MK_ACCEPT,
  'MK-MEDIATE': m.desk_clock_MK_MEDIATE,
  'MK-END-NOTICE': m.desk_clock_MK_END_NOTICE,
  'MK-DISPUTE': m.desk_clock_MK_DISPUTE,
  'MK-VERIFY': m.desk_clock_MK_VERIFY,
  'MK-TELL': m.desk_clock_MK_TELL,
  'MI-VERIFY': m.desk_clock_MI_VERIFY,
  'MI-TELL': m.desk_clock_MI_TELL,
  'MD-ADMIN': m.desk_clock_MD_ADMIN,
  'MD-ADMIN-DONE': m.desk_clock_MD_ADMIN_DONE,
  'XF-TELL': m.desk_clock_XF_TELL,
  'XF-DONE': m.desk_clock_XF_DONE,
  'PN-DECIDE': m.desk_clock_PN_DECIDE,
  'CR-DECIDE': m.desk_clock_CR_DECIDE,
  'CR-SEND': m.desk_clock_CR_SEND,
  'CR-PSB': m.desk_clock_CR_PSB,
  'CR-HAND': m.desk_clock_CR_HAND,
};

/** A clock this window does not know yet is shown by its id. */
export const clockName = (id: string): string => clockNames[id]?.() ?? id;
