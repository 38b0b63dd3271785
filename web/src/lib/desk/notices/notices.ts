/** Which official letters a department may print about an item: only those whose act it has taken itself. */
import type { DepartmentCode } from '../../../../../shared/departments/directory.ts';
import type { Instant } from '../../../../../shared/time.ts';
import type { DeskCase, DeskEvent } from '../case/desk-case.ts';

/** 受理告知书, 答复意见书, 移送函. */
export type NoticeKind = 'acceptance' | 'answer' | 'transfer';

export interface OfferedNotice {
  readonly kind: NoticeKind;
  /** Of the act it tells of. */
  readonly at: Instant;
  /** The outcome of an answer, the reason of a transfer. */
  readonly detail?: string;
  /** The case version of the act: the message that went with it bears the same. */
  readonly seq: number;
}

const acts = [
  { kind: 'acceptance', event: 'accepted' },
  { kind: 'answer', event: 'concluded' },
  { kind: 'transfer', event: 'returned' },
] as const;

export const isNoticeKind = (kind: string): kind is NoticeKind =>
  acts.some((known) => known.kind === kind);

export function noticesOf(
  { timeline }: Pick<DeskCase, 'timeline'>,
  itemNumber: number,
  department: DepartmentCode,
): readonly OfferedNotice[] {
  return acts.flatMap(({ kind, event }) => {
    const taken = timeline.findLast(
      (one) => one.type === event && one.itemNumber === itemNumber && isBy(one, department),
    );
    return taken
      ? [{ kind, at: taken.at, seq: taken.seq, ...(taken.detail && { detail: taken.detail }) }]
      : [];
  });
}

const isBy = (event: DeskEvent, department: DepartmentCode): boolean =>
  'department' in event && event.department === department;
