/** What an act is: in which states it is lawful, who may do it, what stands against it and what comes of it. */
import type { DepartmentCode } from '../../departments/directory.ts';
import type { DateOnly, Instant } from '../../time.ts';
import type {
  Assignee,
  CaseEvent,
  CaseEventType,
  CaseFile,
  CaseItem,
  CaseMessage,
  ItemStatus,
  Referral,
} from '../case-file.ts';
import type { BundleDocument, CommandType, ItemCommand } from '../commands.ts';

/** Who acts, as his token says. */
export interface ActingOfficer extends Assignee {
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}

export type ItemRefusal =
  | { readonly code: 'NOT_YOURS' }
  | { readonly code: 'NOT_THE_LEAD' }
  | { readonly code: 'ROLE_MISSING'; readonly role: OfficerRole }
  | { readonly code: 'SAME_PERSON' }
  /** The department's staff list does not hold the assignee. */
  | { readonly code: 'UNKNOWN_OFFICER' }
  | {
      readonly code: 'TRANSITION_NOT_ALLOWED';
      readonly from: ItemStatus;
      readonly command: CommandType;
    }
  /** The last day for a return has passed. */
  | { readonly code: 'RETURN_TOO_LATE'; readonly until: DateOnly }
  /** Returned once, or the coordinator has decided: it goes nowhere else. */
  | { readonly code: 'ALREADY_SETTLED' }
  /** It has the item, or takes part in it, already. */
  | { readonly code: 'SAME_DEPARTMENT' }
  /** It had the item before and gave it away. */
  | { readonly code: 'HELD_BEFORE' }
  /** An accusation against officials concerns its own bodies alone, and never the accused one. */
  | { readonly code: 'NOT_COMPETENT' }
  | { readonly code: 'COOPERATION_OPEN'; readonly departments: readonly DepartmentCode[] }
  | { readonly code: 'CONSULTATION_MISSING' }
  | { readonly code: 'NOT_COOPERATING' }
  | { readonly code: 'CRIME_TRANSFER_OPEN' }
  | { readonly code: 'BUNDLE_INCOMPLETE'; readonly missing: readonly BundleDocument[] }
  | { readonly code: 'CLOCK_UNKNOWN' }
  | { readonly code: 'CLOCK_NOT_EXTENDABLE' }
  | { readonly code: 'CLOCK_NOT_PAUSABLE' }
  | { readonly code: 'DATE_OUT_OF_ORDER' }
  | { readonly code: 'CASE_FULL' };

export type OfficerRole = 'officer' | 'approver' | 'supervisor';

/** Everything a rule may look at. */
export interface Situation {
  readonly file: CaseFile;
  readonly item: CaseItem;
  /** The one of the officer's department. */
  readonly referral: Referral;
  readonly officer: ActingOfficer;
  readonly at: Instant;
  /** The day of `at` in Asia/Shanghai. */
  readonly on: DateOnly;
  /** The case version that the act would make. */
  readonly seq: number;
  /** Those of the officer's department who may be assigned, as far as the command names them. */
  readonly staff: readonly Assignee[];
}

type Said = Pick<CaseEvent, 'detail' | 'to' | 'clock' | 'assignee'>;

export interface Act<Command> {
  /** The next state for each state in which the act is lawful. */
  readonly states: Readonly<Partial<Record<ItemStatus, ItemStatus>>>;
  /** HOLDER: whose turn it is · PARTAKER: every department that has it · POLICE: to whom a crime was handed over. */
  readonly by: 'HOLDER' | 'PARTAKER' | 'POLICE';
  /** `officer` unless the law asks for the head of the body. */
  readonly role?: OfficerRole;
  /** Takes the place of the rule of `by` and `role`. */
  readonly byPerson?: (command: Command, situation: Situation) => ItemRefusal | undefined;
  /** What else stands against it. */
  readonly against?: (command: Command, situation: Situation) => ItemRefusal | undefined;
  /** The item afterwards, but for its state and version; as it was when absent. */
  readonly effect?: (command: Command, situation: Situation) => CaseItem;
  readonly event: CaseEventType | ((command: Command) => CaseEventType);
  /** What the timeline keeps of it for officers. */
  readonly said?: (command: Command, situation: Situation) => Said;
  /** What the citizen reads. */
  readonly message?: (command: Command) => Pick<CaseMessage, 'text' | 'asks'>;
  /** Why the case is major from now on. */
  readonly major?: (command: Command, situation: Situation) => string | undefined;
}

/** The act of each command. */
export type Acts = { readonly [T in CommandType]: Act<Extract<ItemCommand, { type: T }>> };

export const everyOpenState = {
  received: 'received',
  accepted: 'accepted',
  returned: 'returned',
} as const;
