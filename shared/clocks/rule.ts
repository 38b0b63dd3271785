/** What a clock rule says. Three sorts, kept apart by type: duties run as clocks, rights and our own levels are only dates. */

/** What happens to an item and may begin or fulfil a duty. */
export type ClockMoment =
  | 'receive'
  | 'accept'
  | 'refuse'
  | 'conclude'
  | 'withdraw'
  | 'decide-filing'
  | 'report-crime'
  | 'approve-crime'
  | 'hand-over'
  | 'police-decide'
  | 'return'
  | 'reassign'
  | 'transfer'
  /** A mediation is ended without agreement (终止调解) before the item is answered. */
  | 'end-mediation'
  /** Another market supervision department says that the matter is its own, or is not (处理权限争议). */
  | 'dispute'
  /** … and who handles it is settled, between them or above them. */
  | 'settle-dispute'
  /** The citizen is told of the decision whether to open a case. */
  | 'tell';

/** Time that a duty does not count: testing 检测、检验 · expert appraisal 鉴定. */
export const pauseGrounds = ['TESTING', 'APPRAISAL'] as const;
export type PauseGround = (typeof pauseGrounds)[number];

/** How the length is known: from the text of the law, from a document that quotes it, or from memory. */
export type Certainty = 'read' | 'secondary' | 'remembered';

export interface Period {
  readonly length: number;
  readonly unit: 'workingDays' | 'calendarDays' | 'months' | 'years';
  /** A period that ends on a day off ends on the next working day. Of no meaning for working days. */
  readonly rollsToWorkingDay: boolean;
}

/** A period that the law sets. */
export interface LegalRule extends Period {
  readonly id: string;
  readonly basis: string;
  readonly certainty: Certainty;
}

/** One that is counted in days. */
export type DayRule = LegalRule & { readonly unit: 'workingDays' | 'calendarDays' };

/** [design] Our own service level: it has no basis, never becomes a clock, and is never shown as law. */
export interface InternalLevel extends Period {
  readonly id: string;
  readonly certainty: 'design';
  readonly basis?: never;
}

/** Which set of duties an item is under, by its lead and track (domain B.0). */
export type Procedure =
  'market' | 'insurance' | 'mediation' | 'petition' | 'petitionAnswer' | 'enforcement';

interface Duty {
  readonly startedBy: readonly ClockMoment[];
  /** Besides the moments that end every duty of an item. */
  readonly stoppedBy: readonly ClockMoment[];
  readonly procedure: Procedure;
  /** Only items of this track; absent: of any. */
  readonly track?: 'C' | 'R';
  /** Owed to a person who gave a name. */
  readonly toNamedOnly?: true;
  /** Only after a decision with this result. */
  readonly filed?: boolean;
  readonly approved?: boolean;
  /** Not in force unless a district switches it on. */
  readonly offByDefault?: true;
  /** Not shown to the citizen: it would tell of a criminal inquiry. */
  readonly forOfficersOnly?: true;
}

/** A duty counted in days. */
export interface DayDuty extends LegalRule, Duty {
  readonly unit: 'workingDays' | 'calendarDays';
  /** By how much, in the same unit, and how often the head of the department may extend it. */
  readonly extension?: { readonly length: number; readonly times: number };
  readonly pausedFor?: readonly PauseGround[];
  /** The law does not say how it ends on a day off: officers are warned of the day before any roll. */
  readonly warnsBeforeRoll?: true;
}

/** A duty counted from instant to instant. */
export interface HourDuty extends Duty {
  readonly id: string;
  readonly basis: string;
  readonly certainty: Certainty;
  readonly length: number;
  readonly unit: 'hours';
}

export type DutyRule = DayDuty | HourDuty;
