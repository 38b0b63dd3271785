/** What may be asked of a worklist, and which entries answer it. */
import * as v from 'valibot';
import { Cursor, Limit } from '../api/calls.ts';
import { itemStatuses } from '../complaints/case-file.ts';
import { categoryCodes } from '../complaints/categories.ts';
import type { DateOnly } from '../time.ts';
import type { WorklistEntry } from './worklist.ts';

export const WorklistQuery = v.strictObject({
  state: v.optional(v.picklist(['open', 'closed'], 'INVALID'), 'open'),
  limit: v.optional(Limit, '50'),
  cursor: v.optional(Cursor),
  role: v.optional(v.picklist(['LEAD', 'COOP', 'OVERSEE'], 'INVALID')),
  status: v.optional(v.picklist(itemStatuses, 'INVALID')),
  urgency: v.optional(v.picklist(['P0', 'P1', 'P2', 'P3'], 'INVALID')),
  category: v.optional(v.picklist(categoryCodes, 'UNKNOWN_CATEGORY')),
  /** `me`, `none`, or the subject of an officer. */
  assignee: v.optional(v.pipe(v.string(), v.maxLength(200, 'TOO_LONG'))),
  /** Only what should have been done; without it, everything. */
  overdue: v.optional(v.literal('true', 'INVALID')),
});
export type WorklistQuery = v.InferOutput<typeof WorklistQuery>;

/** What is still open after its day. */
export const isOverdue = ({ state, dueOn }: WorklistEntry, today: DateOnly): boolean =>
  state === 'open' && dueOn < today;

export const isFiltered = (query: WorklistQuery): boolean =>
  [
    ...[query.role, query.status, query.urgency],
    ...[query.category, query.assignee, query.overdue],
  ].some((filter) => filter !== undefined);

/** @param subject - the caller's, for `assignee=me` */
export function answers(
  entry: WorklistEntry,
  query: WorklistQuery,
  subject: string,
  today: DateOnly,
): boolean {
  const { role, status, urgency, category, assignee, overdue } = query;
  return (
    (role === undefined || entry.role === role) &&
    (status === undefined || entry.status === status) &&
    (urgency === undefined || entry.urgency === urgency) &&
    (category === undefined || entry.categories.includes(category)) &&
    (assignee === undefined || entry.assignee?.subject === subjectAsked(assignee, subject)) &&
    (overdue === undefined || isOverdue(entry, today))
  );
}

function subjectAsked(asked: string, own: string): string | undefined {
  if (asked === 'none') return undefined;
  return asked === 'me' ? own : asked;
}
