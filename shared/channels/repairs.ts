/** A repair of credit that a platform reports: of a decision that is known here, or kept for a person to look into. */
import { departmentCodes, departmentName, type DepartmentCode } from '../departments/directory.ts';
import type { DateOnly, Instant } from '../time.ts';
import { creditCodeOf } from './authorities.ts';
import { isPlatform, type RepairNotice } from './calls.ts';

/** Nobody knows the decision, so that nothing could be repaired; it is listed until a person has settled it. */
export interface UnknownRepair {
  readonly decisionNumber: string;
  readonly authority: string;
  readonly on: DateOnly;
  readonly reference: string;
  readonly receivedAt: Instant;
  /** An officer may have carried it here; absent: the platform's client. */
  readonly toldBy?: 'PLATFORM' | 'OFFICER';
}

/** What came of a report. `KEPT`: it is with us and need not be reported again. */
export type RepairAnswer = Pick<RepairNotice, 'decisionNumber' | 'on' | 'reference'> &
  (
    | { readonly outcome: 'REPAIRED' | 'CLOSED' }
    | { readonly outcome: 'KEPT'; readonly code: 'DECISION_UNKNOWN'; readonly receivedAt: Instant }
  );

/**
 * Who repairs credit is the platform (信用修复管理办法, 发改委令36号): what its own client says holds on any day, also when a person
 * brings in what it had reported. What an officer carries here himself waits for the shortest time in public.
 *
 * @param listed - the same report, where it waits because nobody knew its decision
 */
export const holdsOnAnyDay = (
  who: Parameters<typeof isPlatform>[0],
  listed: UnknownRepair | undefined,
): boolean => isPlatform(who) || (listed !== undefined && listed.toldBy !== 'OFFICER');

/** 处罚机关 as a platform names it: by its full name, its credit code (fields 24 and 25) or our code. */
export const decidedBy = (authority: string): DepartmentCode | undefined =>
  departmentCodes.find((code) =>
    [code, departmentName(code), creditCodeOf(code)].includes(authority.trim()),
  );
