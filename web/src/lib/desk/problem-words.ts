/** What to tell an officer when a call did not succeed. */
import type { Problem } from '#lib/api.ts';
import * as texts from '#lib/desk/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
  OFFLINE: texts.desk_problem_OFFLINE,
  TIMEOUT: texts.desk_problem_TIMEOUT,
  UNAVAILABLE: texts.desk_problem_UNAVAILABLE,
  UNSURE_OFFLINE: texts.desk_problem_UNSURE_OFFLINE,
  UNSURE_TIMEOUT: texts.desk_problem_UNSURE_TIMEOUT,
  UNSURE_UNAVAILABLE: texts.desk_problem_UNSURE_UNAVAILABLE,
  SIGNED_OUT: texts.desk_problem_SIGNED_OUT,
  NOT_FOUND: texts.desk_problem_NOT_FOUND,
  ROLE_MISSING: texts.desk_problem_ROLE_MISSING,
  NOT_THE_LEAD: texts.desk_problem_NOT_THE_LEAD,
  NO_IDENTITY: texts.desk_problem_NO_IDENTITY,
  NOT_YOUR_DEPARTMENT: texts.desk_problem_NOT_YOUR_DEPARTMENT,
  UNKNOWN_OFFICER: texts.desk_problem_UNKNOWN_OFFICER,
  TRANSITION_NOT_ALLOWED: texts.desk_problem_TRANSITION_NOT_ALLOWED,
  RETURN_TOO_LATE: texts.desk_problem_RETURN_TOO_LATE,
  ALREADY_SETTLED: texts.desk_problem_ALREADY_SETTLED,
  SAME_DEPARTMENT: texts.desk_problem_SAME_DEPARTMENT,
  HELD_BEFORE: texts.desk_problem_HELD_BEFORE,
  NOT_COMPETENT: texts.desk_problem_NOT_COMPETENT,
  COOPERATION_OPEN: texts.desk_problem_COOPERATION_OPEN,
  CONSULTATION_MISSING: texts.desk_problem_CONSULTATION_MISSING,
  NOT_COOPERATING: texts.desk_problem_NOT_COOPERATING,
  CRIME_TRANSFER_OPEN: texts.desk_problem_CRIME_TRANSFER_OPEN,
  BUNDLE_INCOMPLETE: texts.desk_problem_BUNDLE_INCOMPLETE,
  CLOCK_UNKNOWN: texts.desk_problem_CLOCK_UNKNOWN,
  CLOCK_NOT_EXTENDABLE: texts.desk_problem_CLOCK_NOT_EXTENDABLE,
  CLOCK_NOT_PAUSABLE: texts.desk_problem_CLOCK_NOT_PAUSABLE,
  CHANNEL_FILE_OPEN: texts.channels_problem_open,
  DATE_OUT_OF_ORDER: texts.desk_problem_DATE_OUT_OF_ORDER,
  CONFLICT: texts.desk_problem_CONFLICT,
  CASE_FULL: texts.desk_problem_CASE_FULL,
  SAME_PERSON: texts.desk_problem_SAME_PERSON,
  INVALID: texts.desk_problem_INVALID,
  TOO_LARGE: texts.desk_problem_TOO_LARGE,
};

/** A code this window does not know yet is shown as it is, so that somebody can look it up. */
export const problemText = ({ code }: Pick<Problem, 'code'>): string =>
  (words[code] ?? (() => texts.desk_problem_other({ code })))();
