/** What the API tells an officer of a case. */
import type { ItemCommand } from '../../../../../shared/complaints/lifecycle.ts';
import type { caseForOfficer } from '../../../../../shared/complaints/desk-view.ts';
import type { Entry } from '../queue/rows.ts';

export type DeskCase = NonNullable<ReturnType<typeof caseForOfficer>>;
export type DeskItem = DeskCase['items'][number];
export type DeskAction = DeskItem['actions'][number];
export type DeskEvent = DeskCase['timeline'][number];

export const actionOf = (
  { actions }: DeskItem,
  type: ItemCommand['type'],
): DeskAction | undefined => actions.find((action) => action.type === type);

/** A row of the queue as the case itself has it: fresher than the queue. */
export function rowAfter({ assignee: _, ...entry }: Entry, item: DeskItem): Entry {
  const { status, urgency, role, dueOn, provisional, workingDaysLeft, assignee } = item;
  // A cooperating department answers to a day of its own, which the queue knows.
  const due =
    role === 'COOP' ? {} : { dueOn, provisional, workingDaysLeft, overdue: workingDaysLeft < 0 };
  return {
    ...{ ...entry, status, urgency, role, ...due },
    ...(assignee && { assignee }),
  };
}
