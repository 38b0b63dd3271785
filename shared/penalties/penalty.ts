/** A penalty from its proposal to the end of its file: what is kept of the case against a party. */
import type { DepartmentCode } from '../departments/directory.ts';
import type { DateOnly, Instant } from '../time.ts';
import type { DocumentReference } from './documents.ts';
import type { PenaltyProposal } from './proposal.ts';
import type { Punishment } from './punishment.ts';

export {
  fitsSimpleProcedure,
  isPerson,
  PenaltyProposal,
  type PartyKind,
  type Secrecy,
} from './proposal.ts';

export type PenaltyStatus =
  | 'proposed'
  | 'notified'
  /** The defence is heard, waived or lapsed; a hearing may still be asked for. */
  | 'defended'
  /** The hearing is waived, lapsed or given up; the defence is still open. */
  | 'hearing-settled'
  | 'hearing-requested'
  | 'hearing-arranged'
  | 'cleared'
  | 'reviewed'
  | 'decided'
  | 'withdrawn'
  /** Ended without a penalty. */
  | 'closed'
  /** Handed over as a suspected crime. */
  | 'transferred';

export interface Defence {
  readonly how: 'HEARD' | 'WAIVED' | 'LAPSED';
  readonly on: DateOnly;
  readonly statement?: string;
  readonly finding?: DefenceFinding;
  /** Why it was, or was not, followed. */
  readonly reply?: string;
}

export const defenceFindings = ['ADOPTED', 'PARTLY', 'REJECTED'] as const;
export type DefenceFinding = (typeof defenceFindings)[number];

export interface Hearing {
  readonly state: 'WAIVED' | 'LAPSED' | 'REQUESTED' | 'ARRANGED' | 'HELD' | 'GIVEN_UP';
  /** Of the state. */
  readonly on: DateOnly;
  readonly requestedOn?: DateOnly;
  readonly arrangement?: {
    readonly notifiedOn: DateOnly;
    readonly heldOn: DateOnly;
    readonly place: string;
    readonly chair: string;
  };
  /** What was said, in short; the decision follows the record (行政处罚法 65). */
  readonly record?: string;
}

/** Why a decision is no longer public: changed by another, revoked, held unlawful, void, or published in error. */
export const withdrawalGrounds = ['AMENDED', 'REVOKED', 'UNLAWFUL', 'VOID', 'ERROR'] as const;
export type WithdrawalGround = (typeof withdrawalGrounds)[number];

export interface Withdrawal {
  /** ERROR where none was given. */
  readonly ground?: WithdrawalGround;
  /** The public reads it. */
  readonly reason: string;
  readonly at: Instant;
}

export const serviceWays = [
  'DIRECT',
  'LEFT',
  'ENTRUSTED',
  'MAIL',
  'FORWARDED',
  'PUBLIC_NOTICE',
  'ELECTRONIC',
] as const;
export type ServiceWay = (typeof serviceWays)[number];

export interface Payment {
  readonly on: DateOnly;
  readonly fineFen?: number;
  readonly surchargeFen?: number;
  readonly confiscatedFen?: number;
  /** Number of the bill. */
  readonly receipt: string;
}

export interface Instalment {
  readonly dueOn: DateOnly;
  readonly amountFen: number;
}

/** A review or a suit against the decision; while it lasts no surcharge grows (行政处罚法 73). */
export interface Contest {
  readonly kind: 'REVIEW' | 'SUIT';
  readonly from: DateOnly;
  readonly until?: DateOnly;
  readonly outcome?: ContestOutcome;
}

export const contestOutcomes = ['UPHELD', 'AMENDED', 'REVOKED', 'UNLAWFUL', 'ENDED'] as const;
export type ContestOutcome = (typeof contestOutcomes)[number];

export interface Penalty {
  readonly penaltyId: string;
  readonly version: number;
  readonly department: DepartmentCode;
  readonly status: PenaltyStatus;
  /** As it stands: revised before the decision, and then what was decided. */
  readonly proposal: PenaltyProposal;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  /** Of the case it came from, else of its proposal. */
  readonly correlationId: string;
  /** Served 告知书 (行政处罚法 44), and the punishment it told of. */
  readonly servedOn?: DateOnly;
  readonly notified?: Punishment;
  readonly defence?: Defence;
  readonly hearing?: Hearing;
  /** The party once spoke against it: from then on nothing may become heavier (行政处罚法 45). */
  readonly spokeOut?: true;
  readonly discussion?: {
    readonly heldOn: DateOnly;
    readonly participants: readonly string[];
    readonly opinion: string;
  };
  readonly reviewedBy?: string;
  readonly reviewOpinion?: string;
  /** Absent where no day was asked for yet. */
  readonly reviewedOn?: DateOnly;
  /** Certificates of who investigated before a revision named others. */
  readonly formerHandlers?: readonly string[];
  readonly recusals?: readonly {
    /** Subject of the officer's token. */
    readonly officer?: string;
    readonly certificate?: string;
    readonly reason: string;
    readonly at: Instant;
  }[];
  readonly preserved?: readonly {
    readonly on: DateOnly;
    readonly items: string;
    readonly disposal?: { readonly on: DateOnly; readonly how: EvidenceDisposal };
  }[];
  readonly extensions?: readonly {
    readonly until: DateOnly;
    /** The rule that allows it, cited. */
    readonly basis: string;
    readonly reason: string;
    readonly by: string;
  }[];
  readonly suspicion?: { readonly reason: string; readonly by: string; readonly at: Instant };
  readonly decision?: {
    readonly decisionNumber: string;
    readonly decidedOn: DateOnly;
    readonly decidedBy: string;
  };
  readonly closure?: {
    readonly on: DateOnly;
    readonly ground: ClosureGround;
    readonly reason: string;
  };
  readonly crimeTransfer?: { readonly on: DateOnly; readonly reference: string };
  readonly service?: { readonly on: DateOnly; readonly way: ServiceWay };
  readonly payments?: readonly Payment[];
  /** Allowed instead of one day for all (行政处罚法 66). */
  readonly instalments?: readonly Instalment[];
  readonly contests?: readonly Contest[];
  readonly executions?: readonly { readonly on: DateOnly; readonly how: ExecutionWay }[];
  /** 处罚后复查. */
  readonly rechecks?: readonly {
    readonly on: DateOnly;
    readonly corrected: boolean;
    readonly findings: string;
  }[];
  readonly archivedOn?: DateOnly;
  readonly withdrawal?: Withdrawal;
  /** The credit system repaired the party's credit (信用修复管理办法, 发改委令36号): nothing of it stays public. */
  readonly repair?: {
    readonly on: DateOnly;
    readonly reference: string;
    readonly at: Instant;
    /** Who says that it was repaired; absent where it was not asked yet. */
    readonly toldBy?: 'PLATFORM' | 'OFFICER';
  };
  /** A MINOR one is published all the same. */
  readonly minorPublication?: {
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
  };
  /** Listed as seriously dishonest, on that basis. */
  readonly seriousListing?: { readonly basis: string; readonly at: Instant };
  /** What was put right in a decision that stands, oldest first. */
  readonly corrections?: readonly { readonly at: Instant; readonly reason: string }[];
  /** It was decided elsewhere and read in: the batch of files and its row, and the last day on which its authority shows it. */
  readonly imported?: {
    readonly batch: string;
    readonly row: number;
    readonly publicUntil?: DateOnly;
    /** 处罚内容 (双公示 field 17) in the words of its authority. */
    readonly content?: string;
    /** 备注 (field 28): for the platforms, never for the public. */
    readonly remark?: string;
  };
  /** Its name in public addresses, should it ever be published; leads back to nothing. */
  readonly recordId: string;
  /** Hash of the last event: the end of the chain that proves the record whole. */
  readonly recordHash?: string;
}

export const evidenceDisposals = ['RETURNED', 'SEIZED', 'APPRAISED', 'CONFISCATED'] as const;
export type EvidenceDisposal = (typeof evidenceDisposals)[number];

export const closureGrounds = ['NOT_PUNISHED', 'NOT_ESTABLISHED', 'TIME_BARRED'] as const;
export type ClosureGround = (typeof closureGrounds)[number];

/** COURT: enforcement was applied for; the others are its end. */
export const executionWays = ['PERFORMED', 'COURT', 'ENFORCED', 'TERMINATED'] as const;
export type ExecutionWay = (typeof executionWays)[number];

/** One act, as the full-process record keeps it (执法全过程记录, 行政处罚法 47). Written once, never changed. */
export interface PenaltyEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly by: string;
  /** What was said with the act: the command without its papers. */
  readonly said?: Readonly<Record<string, unknown>>;
  readonly documents?: readonly DocumentReference[];
  /** Hash of the event before, and of this one with it (`chain.ts`). */
  readonly previous?: string;
  readonly hash?: string;
}
