/** What a department's supervisors are told when a case becomes major, or more urgent while it is (Beibei plan 二（二）、四（四）). */
import * as v from 'valibot';
import type { Urgency } from '../complaints/categories.ts';
import { isOpen, type CaseFile } from '../complaints/case-file.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import { err, ok, type Result } from '../result.ts';
import type { Instant } from '../time.ts';

/** One of a case for each level of urgency it has reached. */
export interface MajorNotice {
  readonly caseNumber: string;
  readonly urgency: Urgency;
  /** Codes: categories, circumstances, rules. */
  readonly reasons: readonly string[];
  readonly at: Instant;
  /** Who has read it and answers for that. */
  readonly seen?: { readonly by: string; readonly name: string; readonly at: Instant };
}

const levels = ['P0', 'P1', 'P2', 'P3'] as const satisfies readonly Urgency[];

export const Acknowledging = v.strictObject({ urgency: v.picklist(levels, 'INVALID') });
export type Acknowledging = v.InferOutput<typeof Acknowledging>;

/** Whose it is to know. */
export const watchesMajorCases = ({ roles }: { readonly roles: readonly string[] }): boolean =>
  roles.includes('supervisor') || roles.includes('coordinator');

/** Undefined where the case is not major, or the department has no open part in it. */
export function majorNoticeFor(
  { head, items }: CaseFile,
  department: DepartmentCode,
  at: Instant,
): MajorNotice | undefined {
  const { caseNumber, urgency, majorReasons: reasons } = head;
  const takesPart = items.some(
    ({ status, referrals }) =>
      isOpen(status) && referrals.some((one) => one.department === department && !one.ended),
  );
  return reasons.length > 0 && takesPart ? { caseNumber, urgency, reasons, at } : undefined;
}

/** The first who reads it stands there; undefined when somebody does already. */
export function acknowledged(
  notice: MajorNotice,
  officer: {
    readonly subject: string;
    readonly name: string;
    readonly roles: readonly string[];
  },
  at: Instant,
): Result<MajorNotice | undefined, { readonly code: 'ROLE_MISSING'; readonly role: 'supervisor' }> {
  if (!watchesMajorCases(officer)) return err({ code: 'ROLE_MISSING', role: 'supervisor' });
  const { subject: by, name } = officer;
  return ok(notice.seen ? undefined : { ...notice, seen: { by, name, at } });
}
