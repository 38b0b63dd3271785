/** What of the queue is shown: the filters stand in the address, so that a view can be kept, shared and gone back to. */
import { itemStatuses } from '../../../../../shared/complaints/case-file.ts';
import { categoryCodes } from '../../../../../shared/complaints/category-names.ts';

const choices = {
  role: ['LEAD', 'COOP', 'OVERSEE'],
  status: itemStatuses,
  urgency: ['P0', 'P1', 'P2', 'P3'],
  category: categoryCodes,
} as const;

export type ChoiceName = keyof typeof choices;
export type FilterName = ChoiceName | 'assignee' | 'overdue';

/** Empty: not filtered by it. The names and values are those of `GET /api/desk/worklist`. */
export interface Filters extends Readonly<Record<FilterName, string>> {
  readonly state: 'open' | 'closed';
}

export const choicesOf = (name: ChoiceName): readonly string[] => choices[name];

const names: readonly FilterName[] = [
  'role',
  'status',
  'urgency',
  'category',
  'assignee',
  'overdue',
];

const LONGEST_SUBJECT = 200;

/** Whatever an address holds that is no filter counts as not there. */
export function filtersOf(params: Pick<URLSearchParams, 'get'>): Filters {
  const choice = (name: ChoiceName): string =>
    choicesOf(name).find((value) => value === params.get(name)) ?? '';
  return {
    state: params.get('state') === 'closed' ? 'closed' : 'open',
    role: choice('role'),
    status: choice('status'),
    urgency: choice('urgency'),
    category: choice('category'),
    assignee: (params.get('assignee') ?? '').slice(0, LONGEST_SUBJECT),
    overdue: params.get('overdue') === 'true' ? 'true' : '',
  };
}

/** The shortest query that says the same: `?role=LEAD`, or nothing at all. */
export function queryOf(filters: Filters): string {
  const query = new URLSearchParams(filters.state === 'closed' ? { state: 'closed' } : {});
  for (const name of filtersInForce(filters)) query.set(name, filters[name]);
  const text = query.toString();
  return text && `?${text}`;
}

export const without = (filters: Filters, name: FilterName): Filters => ({
  ...filters,
  [name]: '',
});

/** Open or closed stays: it is a view of its own, not a filter. */
export const cleared = ({ state }: Filters): Filters => filtersOf(new URLSearchParams({ state }));

export const filtersInForce = (filters: Filters): readonly FilterName[] =>
  names.filter((name) => filters[name] !== '');
