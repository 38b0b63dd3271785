/** What a department sees in its queue: a projection of the items referred to it, without any identity. */
import type { Addressee, CategoryCode, Urgency } from '../complaints/categories.ts';
import {
  dueOf,
  isOpen,
  type Assignee,
  type CaseFile,
  type CaseItem,
  type ItemStatus,
  type Referral,
  type ReferralRole,
} from '../complaints/case-file.ts';
import { dayKind } from '../clocks/calendar.ts';
import { dateInShanghai, type DateOnly } from '../time.ts';
import type { DepartmentCode } from './directory.ts';

export interface WorklistEntry {
  readonly department: DepartmentCode;
  readonly caseNumber: string;
  readonly itemNumber: number;
  readonly role: ReferralRole;
  readonly state: 'open' | 'closed';
  readonly status: ItemStatus;
  readonly categories: readonly CategoryCode[];
  readonly urgency: Urgency;
  readonly filedOn: DateOnly;
  readonly dueOn: DateOnly;
  /** The deadline passes through a year whose calendar is not published yet. */
  readonly provisional: boolean;
  /** Who works on it in this department. */
  readonly assignee?: Assignee;
  /** Why it lies here though it is addressed elsewhere: bodies outside the directory. */
  readonly parkedFor: readonly Addressee[];
  /** The item's version: a newer one replaces an older one, never the other way round. */
  readonly version: number;
}

export function worklistEntries(
  file: CaseFile,
  department: DepartmentCode,
): readonly WorklistEntry[] {
  return file.items.flatMap((item) =>
    item.referrals
      .filter((referral) => referral.department === department)
      .map((referral) => ({
        department,
        caseNumber: file.head.caseNumber,
        itemNumber: item.itemNumber,
        role: referral.role,
        state: hasWork(item, referral) ? ('open' as const) : ('closed' as const),
        status: item.status,
        categories: item.categories,
        urgency: item.urgency,
        filedOn: dateInShanghai(file.head.filedAt),
        ...dueFor(item, referral),
        ...(referral.assignee && { assignee: referral.assignee }),
        parkedFor: referral.parkedFor,
        version: item.version,
      })),
  );
}

/** Who has given it away, or has told the lead what it found, has done its part. */
const hasWork = ({ status }: CaseItem, { role, ended, reply }: Referral): boolean =>
  isOpen(status) && !ended && !(role === 'COOP' && reply);

/** A cooperating department answers to a day of its own. */
function dueFor(item: CaseItem, { role, replyDueOn }: Referral): ReturnType<typeof dueOf> {
  if (role !== 'COOP' || replyDueOn === undefined) return dueOf(item);
  return { dueOn: replyDueOn, provisional: dayKind(replyDueOn).provisional };
}
