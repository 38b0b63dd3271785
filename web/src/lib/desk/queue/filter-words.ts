/** The filters of the queue in words. */
import type { ItemStatus, ReferralRole } from '../../../../../shared/complaints/case-file.ts';
import type { CategoryCode, Urgency } from '../../../../../shared/complaints/categories.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { categoryName } from '#lib/names.ts';
import { roleName, statusName, urgencyName } from '../case/words.ts';
import type { FilterName, Filters } from './filters.ts';

const stateNames: Readonly<Record<Filters['state'], () => string>> = {
  open: m.desk_state_open,
  closed: m.desk_state_closed,
};
export const stateName = (state: Filters['state']): string => stateNames[state]();

/** The value of a filter as people say it; an officer is named by the list, when it knows him. */
export function filterValueName(
  name: FilterName,
  { [name]: value }: Filters,
  officers: readonly { readonly subject: string; readonly name: string }[],
): string {
  const known: Readonly<Record<FilterName, () => string>> = {
    role: () => roleName(value as ReferralRole), // the values below come from `filtersOf`, which knows no others
    status: () => statusName(value as ItemStatus),
    urgency: () => urgencyName(value as Urgency),
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
