/** Which official letters a department may print about an item: only those whose act it has taken itself. */
import type { CaseEventType } from '../../../../../shared/complaints/case-file.ts';
import type { DepartmentCode } from '../../../../../shared/departments/directory.ts';
import type { Instant } from '../../../../../shared/time.ts';
import type { DeskCase, DeskEvent } from '../case/desk-case.ts';

/** In the order of a case: the kind of letter, and the act it tells of. */
const events = {
  /** 受理告知书 */
  acceptance: 'accepted',
  /** 不予受理告知书 */
  refusal: 'refused',
  /** 移送函, back to the coordinator. */
  return: 'returned',
  /** 移送函, to a department that is named. */
  transfer: 'transferred',
  /** 涉嫌犯罪案件移送书 */
  crime: 'handedOver',
  /** 延期告知书 */
  extension: 'extended',
  /** 答复意见书 */
  answer: 'concluded',
  /** 撤回投诉确认书 */
  withdrawal: 'withdrawn',
} as const satisfies Readonly<Record<string, CaseEventType>>;

export type NoticeKind = keyof typeof events;

export interface OfferedNotice {
  readonly kind: NoticeKind;
  /** Of the act it tells of. */
  readonly at: Instant;
  /** The outcome of an answer, the reason of a transfer. */
  readonly detail?: string;
  /** Of a transfer: who is to answer. */
  readonly to?: DepartmentCode;
  /** Of an extension. */
  readonly clock?: string;
  /** The case version of the act: the message that went with it bears the same. */
  readonly seq: number;
}

const kinds = Object.keys(events) as readonly NoticeKind[]; // the keys of the record above

export const isNoticeKind = (kind: string): kind is NoticeKind =>
  kinds.some((known) => known === kind);

export function noticesOf(
  { timeline, items }: Pick<DeskCase, 'timeline' | 'items'>,
  itemNumber: number,
  department: DepartmentCode,
): readonly OfferedNotice[] {
  const item = items.find((one) => one.itemNumber === itemNumber);
  /** The citizen takes back every complaint of the case at once: whoever had the item confirms it. */
  const isConfirmed = item?.status === 'withdrawn' && item.heldBy === department;
  return kinds.flatMap((kind) => {
    const act = timeline.findLast(
      (one) =>
        one.type === events[kind] &&
        (kind === 'withdrawal'
          ? isConfirmed
          : one.itemNumber === itemNumber && isBy(one, department)),
    );
    if (!act) return [];
    const { at, seq, detail, to, clock } = act;
    return [
      { kind, at, seq, ...(detail && { detail }), ...(to && { to }), ...(clock && { clock }) },
    ];
  });
}

const isBy = (event: DeskEvent, department: DepartmentCode): boolean =>
  'department' in event && event.department === department;
