/** Who may have a reporter's sealed identity handed out, for what, and what the reporter is told of it (peers, request 5). */
import * as v from 'valibot';
import type { DepartmentCode } from '../departments/directory.ts';
import { err, ok, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import type { CaseFile } from './case-file.ts';

/**
 * [design] A closed list, because the reporter reads it: no free text that could name anybody. None tells of a criminal
 * inquiry, which the reporter is not told of either.
 */
export const openingPurposes = [
  'VERIFY_FACTS',
  'MEDIATION',
  'TELL_RESULT',
  'REWARD',
  'PROTECTION',
  'LEGAL_DUTY',
] as const;
export type OpeningPurpose = (typeof openingPurposes)[number];

export const OpeningRequest = v.strictObject({ purpose: v.picklist(openingPurposes, 'INVALID') });
export type OpeningRequest = v.InferOutput<typeof OpeningRequest>;

/** One handing out of the sealed text. Whether it was then opened, only its key's holder knows: to the reporter it counts. */
export interface IdentityOpening {
  readonly at: Instant;
  readonly department: DepartmentCode;
  readonly purpose: OpeningPurpose;
  /** Subject of the officer's token; for supervision, never for the reporter. */
  readonly by: string;
}

interface Asking {
  readonly subject: string;
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}

export type OpeningRefusal =
  | { readonly code: 'NOT_FOUND' }
  | { readonly code: 'ROLE_MISSING'; readonly role: 'officer' }
  | { readonly code: 'NOT_THE_LEAD' }
  | { readonly code: 'NO_IDENTITY' };

/** An officer of a department that leads an item of the case now; whoever only cooperates asks the lead. */
export function decideOpening(
  { head, items }: CaseFile,
  { purpose }: OpeningRequest,
  { subject, department, roles }: Asking,
  at: Instant,
): Result<IdentityOpening, OpeningRefusal> {
  const own = items.flatMap(({ referrals }) =>
    referrals.filter((referral) => referral.department === department),
  );
  if (own.length === 0) return err({ code: 'NOT_FOUND' });
  if (!roles.includes('officer')) return err({ code: 'ROLE_MISSING', role: 'officer' });
  if (!own.some(({ role, ended }) => role === 'LEAD' && !ended))
    return err({ code: 'NOT_THE_LEAD' });
  return head.anonymous
    ? err({ code: 'NO_IDENTITY' })
    : ok({ at, department, purpose, by: subject });
}

/** When, which department, for what; never who. */
export const openingForCitizen = ({ at, department, purpose }: IdentityOpening) => ({
  at,
  department,
  purpose,
});
