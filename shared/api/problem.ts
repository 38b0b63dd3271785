/** How a call is refused: an HTTP status and a code from a closed list; texts for people live in the window. */

export interface FieldError {
  /** Dotted path into the body, a query name, or a header. */
  readonly field: string;
  readonly code: string;
}

export type ProblemCode =
  | 'NOT_JSON'
  | 'TOO_LARGE'
  | 'INVALID'
  | 'UNAUTHENTICATED'
  | 'ROLE_MISSING'
  | 'NOT_FOUND'
  | 'NOT_THE_LEAD'
  | 'NO_IDENTITY'
  | 'NOT_YOUR_DEPARTMENT'
  | 'UNKNOWN_OFFICER'
  | 'TRANSITION_NOT_ALLOWED'
  | 'RETURN_TOO_LATE'
  | 'ALREADY_SETTLED'
  | 'SAME_DEPARTMENT'
  | 'HELD_BEFORE'
  | 'NOT_COMPETENT'
  | 'COOPERATION_OPEN'
  | 'CONSULTATION_MISSING'
  | 'NOT_COOPERATING'
  | 'CRIME_TRANSFER_OPEN'
  | 'BUNDLE_INCOMPLETE'
  | 'CLOCK_UNKNOWN'
  | 'CLOCK_NOT_EXTENDABLE'
  | 'CLOCK_NOT_PAUSABLE'
  | 'REPORT_GOES_ON'
  | 'NOT_CONCLUDED'
  | 'ALREADY_RATED'
  | 'NOT_OVERDUE'
  | 'REMINDED_ALREADY'
  | 'CASE_FULL'
  | 'NOTICES_OFF'
  | 'SAME_PERSON'
  | 'DATE_OUT_OF_ORDER'
  | 'SIMPLE_PROCEDURE_EXCEEDED'
  | 'RECIPIENTS_DIFFER'
  // Rewards.
  | 'NOT_YET'
  | 'NO_REWARD'
  | 'ALREADY_CLAIMED'
  | 'TOO_MANY_ATTEMPTS'
  | 'JOINT_DECISION_NEEDED'
  | 'UNKNOWN_PENALTY'
  | 'BASE_MISSING'
  | 'NOT_ELIGIBLE'
  | 'CONDITIONS_NOT_SHOWN'
  | 'SECRET_WRONG'
  | 'STILL_COLLECTABLE'
  // Penalties.
  | 'RECUSED'
  | 'NUMBER_TAKEN'
  | 'AGGRAVATED'
  | 'TIME_NOT_OVER'
  | 'REQUEST_TOO_LATE'
  | 'HEARING_TOO_SOON'
  | 'HEARING_OPEN'
  | 'CHAIR_INVESTIGATED'
  | 'DISCUSSION_MISSING'
  | 'EVIDENCE_HELD'
  | 'NO_EVIDENCE_HELD'
  | 'CRIME_SUSPECTED'
  | 'NO_SUSPICION'
  | 'ORIGIN_CHANGED'
  | 'HANDLER_UNKNOWN'
  | 'TWO_HANDLERS'
  | 'NOTHING_NAMED'
  | 'PERSON_HAS_NO_CREDIT_CODE'
  | 'NOT_SERVED'
  | 'AGREEMENT_MISSING'
  | 'MORE_THAN_OWED'
  | 'PLAN_DIFFERS'
  | 'NO_CONTEST'
  | 'CONTEST_OPEN'
  | 'NOT_PERFORMED'
  | 'REPAIR_TOO_SOON'
  | 'ARCHIVED'
  | 'DONE_ALREADY'
  // Objections.
  | 'NO_CONTACT'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'CONFLICT'
  | 'WITHDRAWN'
  // Imports.
  | 'ROWS_MISSING'
  | 'ROWS_IN_ERROR'
  | 'IMPORT_OVER'
  | 'ATTACHMENT_UNKNOWN'
  | 'ATTACHMENT_NOT_READY'
  | 'ATTACHMENT_NOT_UPLOADED'
  | 'CHANNEL_FILE_OPEN'
  | 'INTERNAL';

export interface Refusal {
  readonly status: 401 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 500;
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[];
  readonly [detail: string]: unknown;
}
