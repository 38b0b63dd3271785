/** What the queue and a case both say in words. Texts are named one by one, so that a page carries those it shows and no others. */
import type { ItemAction } from '../../../../../shared/complaints/actions.ts';
import type { ItemStatus } from '../../../../../shared/complaints/case-file.ts';
import type { Urgency } from '../../../../../shared/complaints/categories.ts';
import type { ItemCommand } from '../../../../../shared/complaints/lifecycle.ts';
import { m } from '#lib/desk/paraglide/messages.js';

const statusNames: Readonly<Record<ItemStatus, () => string>> = {
  received: m.desk_status_received,
  accepted: m.desk_status_accepted,
  returned: m.desk_status_returned,
  concluded: m.desk_status_concluded,
};
export const statusName = (status: ItemStatus): string => statusNames[status]();

const roleNames: Readonly<Record<'LEAD' | 'COOP', () => string>> = {
  LEAD: m.desk_part_LEAD,
  COOP: m.desk_part_COOP,
};
export const roleName = (role: 'LEAD' | 'COOP'): string => roleNames[role]();

const urgencyNames: Readonly<Record<Urgency, () => string>> = {
  P0: m.desk_urgency_P0,
  P1: m.desk_urgency_P1,
  P2: m.desk_urgency_P2,
  P3: m.desk_urgency_P3,
};
export const urgencyName = (urgency: Urgency): string => urgencyNames[urgency]();

const actNames: Readonly<Record<ItemCommand['type'], () => string>> = {
  accept: m.desk_act_accept,
  conclude: m.desk_act_conclude,
  note: m.desk_act_note,
  return: m.desk_act_return,
  assign: m.desk_act_assign,
};
export const actName = (type: ItemCommand['type']): string => actNames[type]();

const tellsTexts: Readonly<Record<ItemAction['effect']['tells'], () => string>> = {
  citizen: m.desk_effect_tells_citizen,
  department: m.desk_effect_tells_department,
  nobody: m.desk_effect_tells_nobody,
};
export const tellsText = (tells: ItemAction['effect']['tells']): string => tellsTexts[tells]();

const clockNames: Readonly<Record<string, () => string>> = {
  'MK-ACCEPT': m.desk_clock_MK_ACCEPT,
  'MK-VERIFY': m.desk_clock_MK_VERIFY,
  'MI-VERIFY': m.desk_clock_MI_VERIFY,
  'MD-ADMIN': m.desk_clock_MD_ADMIN,
  'XF-TELL': m.desk_clock_XF_TELL,
  'MK-MEDIATE': m.desk_clock_MK_MEDIATE,
  'MK-END-NOTICE': m.desk_clock_MK_END_NOTICE,
  'MK-TELL': m.desk_clock_MK_TELL,
  'MI-TELL': m.desk_clock_MI_TELL,
  'MD-ADMIN-DONE': m.desk_clock_MD_ADMIN_DONE,
  'XF-DONE': m.desk_clock_XF_DONE,
  'PN-DECIDE': m.desk_clock_PN_DECIDE,
  'CR-DECIDE': m.desk_clock_CR_DECIDE,
  'CR-SEND': m.desk_clock_CR_SEND,
  'CR-PSB': m.desk_clock_CR_PSB,
  'CR-HAND': m.desk_clock_CR_HAND,
};

/** A clock this window does not know yet is shown by its id. */
export const clockName = (id: string): string => clockNames[id]?.() ?? id;
