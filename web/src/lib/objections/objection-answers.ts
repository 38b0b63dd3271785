/** What the API answers about objections to whoever objects. */
import type { DepartmentCode } from '../../../../shared/departments/directory.ts';
import type { objectionForObjector } from '../../../../shared/objections/objector-view.ts';
import type { DateOnly } from '../../../../shared/time.ts';

export interface FiledObjection {
  readonly objectionId: string;
  readonly receiptCode: string;
  readonly department: DepartmentCode;
  readonly answerBy: DateOnly;
  readonly provisional: boolean;
}

export type FollowedObjection = ReturnType<typeof objectionForObjector>;
