/** An objection to a public record as it is kept: who of three sorts objects, to what, and what the department made of it. */
import type { DepartmentCode } from '../departments/directory.ts';
import type { RecordKind } from '../disclosure/record.ts';
import type { DateOnly, Instant } from '../time.ts';

/** PARTY: whom the record names. AGENT: who acts for that party. OTHER: anybody who sees an error. */
export const objectors = ['PARTY', 'AGENT', 'OTHER'] as const;
export type Objector = (typeof objectors)[number];

/**
 * What is wrong. FACTS: what it says. PARTY: whom it names. NOT_PUBLIC: it should not be public at all. EXPIRED: its period is
 * over. REPAIRED: credit was repaired elsewhere. PERSONAL_DATA: it shows what belongs to a person alone.
 */
export const objectionGrounds = [
  'FACTS',
  'PARTY',
  'PERSONAL_DATA',
  'NOT_PUBLIC',
  'EXPIRED',
  'REPAIRED',
  'OTHER',
] as const;
export type ObjectionGround = (typeof objectionGrounds)[number];

/** Characters of an objection. */
export const MOST_WORDS = 2_000;

/** What an objection that is right leads to. */
export const remedies = ['CORRECT', 'WITHDRAW'] as const;
export type Remedy = (typeof remedies)[number];

export type ObjectionStatus = 'filed' | 'acknowledged' | 'upheld' | 'rejected';

/** Who did something to it, by the subject of his token. */
export interface ObjectionAct {
  readonly by: string;
  readonly department: DepartmentCode;
  readonly at: Instant;
}

export interface Objection {
  readonly objectionId: string;
  /** Rises by one with every act; its lock. */
  readonly version: number;
  /** With which it lies: the publisher of the record, until it is forwarded. */
  readonly department: DepartmentCode;
  readonly recordId: string;
  readonly recordKind: RecordKind;
  readonly objector: Objector;
  readonly ground: ObjectionGround;
  /** In the objector's words; for the department alone. */
  readonly words: string;
  /** A contact lies sealed in the vault. */
  readonly hasContact?: true;
  readonly filedAt: Instant;
  /** [design] Until when we promise an answer; no law sets it. */
  readonly answerBy: DateOnly;
  /** The calendar of that year is not published yet. */
  readonly provisional: boolean;
  readonly status: ObjectionStatus;
  /** The answer; the words are for the objector. */
  readonly answer?: ObjectionAct & { readonly words: string; readonly remedy?: Remedy };
}

export type ObjectionEventType =
  'file' | 'acknowledge' | 'forward' | 'open-contact' | 'uphold' | 'reject';

export interface ObjectionEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly type: ObjectionEventType;
  /** With which it lay. */
  readonly department: DepartmentCode;
  /** Absent for the objector. */
  readonly by?: string;
  /** Of a forwarding: to whom, and why; the reason is for officers. */
  readonly to?: DepartmentCode;
  readonly reason?: string;
}
