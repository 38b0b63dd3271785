/** The codes of a case in the words of the desk. */
import type { Urgency } from '../../../../../shared/complaints/categories.ts';
import { categoryCodes, type CategoryCode } from '../../../../../shared/complaints/categories.ts';
import {
  circumstances,
  type Circumstance,
} from '../../../../../shared/complaints/circumstances.ts';
import type { CaseEventType, ItemStatus } from '../../../../../shared/complaints/case-file.ts';
import type { IntakeChannel } from '../../../../../shared/complaints/intake.ts';
import type { ItemCommand } from '../../../../../shared/complaints/lifecycle.ts';
import type { ItemTrack } from '../../../../../shared/complaints/routing.ts';
import { categoryName } from '#lib/names.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { circumstanceName } from '../circumstance-words.ts';
import type { FilterName, Filters } from '../queue/filters.ts';

export const statusName = (status: ItemStatus): string => m[`desk_status_${status}`]();
export const roleName = (role: 'LEAD' | 'COOP'): string => m[`desk_part_${role}`]();
export const urgencyName = (urgency: Urgency): string => m[`desk_urgency_${urgency}`]();
export const trackName = (track: ItemTrack): string => m[`desk_track_${track}`]();
export const channelName = (channel: IntakeChannel): string => m[`desk_channel_${channel}`]();
export const eventName = (type: CaseEventType): string => m[`desk_event_${type}`]();
export const actName = (type: ItemCommand['type']): string => m[`desk_act_${type}`]();

const clockNames: Readonly<Record<string, () => string>> = {
  'MK-ACCEPT': m.desk_clock_MK_ACCEPT,
  'MK-VERIFY': m.desk_clock_MK_VERIFY,
  'MI-VERIFY': m.desk_clock_MI_VERIFY,
  'MD-ADMIN': m.desk_clock_MD_ADMIN,
  'XF-TELL': m.desk_clock_XF_TELL,
};

/** A clock this window does not know yet is shown by its id. */
export const clockName = (id: string): string => clockNames[id]?.() ?? id;

/** Why a case is major: one of its categories, or a circumstance. */
export function majorReasonName(code: string): string {
  const isCategory = (known: CategoryCode): boolean => known === code;
  const isCircumstance = (known: Circumstance): boolean => known === code;
  const category = categoryCodes.find(isCategory);
  const circumstance = circumstances.find(isCircumstance);
  if (category) return categoryName(category);
  return circumstance ? circumstanceName(circumstance) : code;
}

/** The value of a filter as people say it; an officer is named by the list, when it knows him. */
export function filterValueName(
  name: FilterName,
  { [name]: value }: Filters,
  officers: readonly { readonly subject: string; readonly name: string }[],
): string {
  const known: Readonly<Record<FilterName, () => string>> = {
    role: () => m[`desk_part_${value as 'LEAD'}`](), // the values below come from `filtersOf`, which knows no others
    status: () => m[`desk_status_${value as ItemStatus}`](),
    urgency: () => m[`desk_urgency_${value as Urgency}`](),
    category: () => categoryName(value as CategoryCode),
    assignee: () => assigneeFilterName(value, officers),
    overdue: () => m.desk_filter_overdue(),
  };
  return known[name]();
}

function assigneeFilterName(
  value: string,
  officers: readonly { readonly subject: string; readonly name: string }[],
): string {
  if (value === 'me') return m.desk_assignee_me();
  if (value === 'none') return m.desk_assignee_none();
  return officers.find(({ subject }) => subject === value)?.name ?? value;
}
