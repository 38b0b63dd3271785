/** What one demo complaint consists of, and what officers and the citizen do with it afterwards. */
import type { CategoryCode } from '../../../shared/complaints/categories.ts';
import type { Circumstance } from '../../../shared/complaints/circumstances.ts';
import type { ComplaintSubmission } from '../../../shared/complaints/complaint.ts';
import type { ItemCommand } from '../../../shared/complaints/lifecycle.ts';
import type { DepartmentCode } from '../../../shared/departments/directory.ts';

/** An act of somebody else than an officer of the department that leads. */
export interface ByOther {
  /** Absent: the department that leads. */
  readonly of?: DepartmentCode;
  readonly as: 'officer' | 'approver';
  readonly does: ItemCommand;
}

export type DemoAct = ItemCommand | ByOther;

export interface DemoComplaint {
  readonly facts: string;
  readonly categories: readonly CategoryCode[];
  readonly institution: ComplaintSubmission['institution'];
  readonly circumstances?: readonly Circumstance[];
  /** What the citizen wants for himself; only with a name. */
  readonly demand?: string;
  /** An invented name; without one the complaint is anonymous. */
  readonly by?: string;
  readonly occurredDaysAgo?: number;
  /** In this order, by an officer of the department that leads the first item unless it says otherwise. */
  readonly officer?: readonly DemoAct[];
  /** What the citizen adds afterwards with the receipt code. */
  readonly message?: string;
}
