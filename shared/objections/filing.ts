/** A new objection and its first event. */
import { deadline } from '../clocks/clocks.ts';
import { INTERNAL_OBJECTION } from '../clocks/internal-levels.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import type { RecordKind } from '../disclosure/record.ts';
import { dateInShanghai, type Instant } from '../time.ts';
import type { ObjectionSubmission } from './calls.ts';
import type { Objection, ObjectionEvent } from './objection.ts';

/** What the public side knows of the record that is objected to. */
interface ObjectedRecord {
  readonly kind: RecordKind;
  readonly department: DepartmentCode;
}

export function fileObjection(
  objectionId: string,
  { record: recordId, objector, ground, words, contact }: ObjectionSubmission,
  { kind, department }: ObjectedRecord,
  at: Instant,
): { readonly objection: Objection; readonly event: ObjectionEvent } {
  const { dueOn, provisional } = deadline(INTERNAL_OBJECTION, dateInShanghai(at));
  return {
    objection: {
      ...{ objectionId, version: 1, department, recordId, recordKind: kind },
      ...{ objector, ground, words },
      ...(contact && { hasContact: true }),
      ...{ filedAt: at, answerBy: dueOn, provisional, status: 'filed' },
    },
    event: { seq: 1, at, type: 'file', department },
  };
}
