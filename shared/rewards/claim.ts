/** A claim of a reward as it is kept: by case item and claim number, and by nothing that tells who claims. */
import type { DepartmentCode } from '../departments/directory.ts';
import type { DateOnly, Instant } from '../time.ts';
import type { Award } from './amount.ts';
import type { EligibilityAnswers } from './eligibility.ts';
import type { RefusalGround } from './refusal-grounds.ts';
import type { SchemeCode } from './schemes.ts';

export type RewardStatus =
  'claimed' | 'assessed' | 'endorsed' | 'approved' | 'notified' | 'paid' | 'lapsed' | 'refused';

/** Who did something to it, by the subject of his token, and when. */
export interface Act {
  readonly by: string;
  readonly department: DepartmentCode;
  readonly at: Instant;
}

export interface Assessment extends Act {
  /** The penalty it rests on, where there is one in our register. */
  readonly penaltyId?: string;
  /** What was found, in the assessor's words; confidential. */
  readonly facts?: string;
  readonly eligibility: EligibilityAnswers;
  readonly award: Award;
}

export interface RewardClaim {
  readonly claimNumber: string;
  /** Rises by one with every act; its lock. */
  readonly version: number;
  /** That leads the item. */
  readonly department: DepartmentCode;
  readonly caseNumber: string;
  readonly itemNumber: number;
  readonly scheme: SchemeCode;
  readonly claimedAt: Instant;
  readonly status: RewardStatus;
  readonly assessment?: Assessment;
  readonly firstApproval?: Act;
  readonly secondApproval?: Act;
  readonly notice?: Act & {
    readonly collectBy: DateOnly;
    /** The day from which the clock has something to do; absent of notices from before it watched. */
    readonly watchOn?: DateOnly;
  };
  readonly payment?: Act & { readonly paidOn: DateOnly };
  /** The text is for the claimant, in plain words. */
  readonly refusal?: Act & { readonly ground: RefusalGround; readonly text: string };
}

export interface RewardEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  /** Absent for the claimant, and for the clock. */
  readonly by?: string;
  readonly byClock?: true;
  /** Why it was sent back; for officers. */
  readonly reason?: string;
}
