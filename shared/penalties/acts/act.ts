/** What an act on a penalty is: who takes it, by which article, what stands against it and what comes of it. */
import type { DateOnly, Instant } from '../../time.ts';
import type { PenaltyCommand, PenaltyCommandType } from '../commands.ts';
import type { Penalty, PenaltyStatus } from '../penalty.ts';

export type PenaltyRole = 'officer' | 'reviewer' | 'approver' | 'publisher';

export type PenaltyRefusal =
  | { readonly code: 'ROLE_MISSING'; readonly role: PenaltyRole }
  | {
      readonly code: 'TRANSITION_NOT_ALLOWED';
      readonly from: PenaltyStatus;
      readonly command: PenaltyCommandType;
      /** What the law wants first. */
      readonly allowed: readonly string[];
    }
  | { readonly code: 'SAME_PERSON' }
  /** Declared recused: acts on this penalty no more. */
  | { readonly code: 'RECUSED' }
  | { readonly code: 'DATE_OUT_OF_ORDER'; readonly notBefore: DateOnly | undefined }
  /** Heavier than what the party was told before it spoke. */
  | { readonly code: 'AGGRAVATED'; readonly in: 'kinds' | 'fineFen' | 'confiscatedFen' }
  /** The party still has time; `until` is its last day. */
  | { readonly code: 'TIME_NOT_OVER'; readonly until: DateOnly }
  | { readonly code: 'REQUEST_TOO_LATE'; readonly until: DateOnly }
  /** The party is told of a hearing earlier than that: it may be held from this day on. */
  | { readonly code: 'HEARING_TOO_SOON'; readonly notBefore: DateOnly }
  /** The party has a right to a hearing that is neither held, waived nor lapsed. */
  | { readonly code: 'HEARING_OPEN' }
  /** Who investigated presides over no hearing. */
  | { readonly code: 'CHAIR_INVESTIGATED' }
  | { readonly code: 'DISCUSSION_MISSING' }
  | { readonly code: 'EVIDENCE_HELD' }
  | { readonly code: 'NO_EVIDENCE_HELD' }
  | { readonly code: 'CRIME_SUSPECTED' }
  | { readonly code: 'NO_SUSPICION' }
  | { readonly code: 'SIMPLE_PROCEDURE_EXCEEDED' }
  /** A revision keeps the complaint it came from. */
  | { readonly code: 'ORIGIN_CHANGED' }
  | { readonly code: 'HANDLER_UNKNOWN' }
  | { readonly code: 'TWO_HANDLERS' }
  | { readonly code: 'NOTHING_NAMED' }
  /** A natural person is never shown by a number. */
  | { readonly code: 'PERSON_HAS_NO_CREDIT_CODE' }
  | { readonly code: 'NOT_SERVED' }
  | { readonly code: 'AGREEMENT_MISSING' }
  | { readonly code: 'MORE_THAN_OWED'; readonly owedFen: number }
  | { readonly code: 'PLAN_DIFFERS'; readonly owedFen: number }
  | { readonly code: 'NO_CONTEST' }
  | { readonly code: 'CONTEST_OPEN' }
  | { readonly code: 'NOT_PERFORMED' }
  /** The credit system repairs nothing before the shortest time in public is over. */
  | { readonly code: 'REPAIR_TOO_SOON'; readonly notBefore: DateOnly }
  | { readonly code: 'ARCHIVED' }
  | { readonly code: 'DONE_ALREADY' };

/** Who acts, and when. */
export interface Occasion {
  /** Subject of the officer's token. */
  readonly by: string;
  readonly at: Instant;
  /** The day of `at` in Asia/Shanghai. */
  readonly on: DateOnly;
  /** The credit system says it itself, and has judged what is for it to judge. */
  readonly isPlatform?: boolean;
}

export interface Act<Command> {
  readonly role: PenaltyRole;
  /** Citation, in Chinese. */
  readonly basis: string;
  /** The day that the act itself bears; never in the future. */
  readonly day?: (command: Command) => DateOnly | undefined;
  /** The day it follows. */
  readonly notBefore?: (penalty: Penalty) => DateOnly | undefined;
  /** Not for who proposed the penalty, or reviewed it, whatever their roles. */
  readonly notBy?: (penalty: Penalty) => readonly (string | undefined)[];
  /** What in the state of things bars it, whatever the command says. */
  readonly bar?: (penalty: Penalty, occasion: Occasion) => PenaltyRefusal | undefined;
  /** What in the command stands against it. */
  readonly against?: (
    penalty: Penalty,
    command: Command,
    occasion: Occasion,
  ) => PenaltyRefusal | undefined;
  /** What it leaves; state and version are the lifecycle's. */
  readonly effect?: (penalty: Penalty, command: Command, occasion: Occasion) => Penalty;
}

export type ActOf<T extends PenaltyCommandType> = Act<Extract<PenaltyCommand, { type: T }>>;
export type Acts = { readonly [T in PenaltyCommandType]: ActOf<T> };

export const law = (articles: string): string => `《行政处罚法》第${articles}条`;

export const latest = (...dates: readonly (DateOnly | undefined)[]): DateOnly | undefined =>
  dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
