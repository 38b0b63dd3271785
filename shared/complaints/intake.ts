/** A complaint that did not come by the site: what a clerk enters for who called, came, wrote or told another body. */
import * as v from 'valibot';
import { DateText, text } from '../fields.ts';
import { plusDays, type DateOnly } from '../time.ts';
import { ComplaintSubmission } from './complaint.ts';

/** 电话、来访、来信、12345热线、网格员、其他单位转交. A citizen who files by himself comes ONLINE and has no intake. */
export const intakeChannels = [
  'TELEPHONE',
  'COUNTER',
  'LETTER',
  'HOTLINE_12345',
  'GRID',
  'OTHER_BODY',
] as const;
export type IntakeChannel = (typeof intakeChannels)[number];

/** What the head of a case keeps of it, for officers. */
export interface Intake {
  readonly channel: IntakeChannel;
  /** The channel's own ticket number, never a person's. */
  readonly originalNumber?: string;
  /** The day it reached the authorities: its clocks start here. */
  readonly receivedOn: DateOnly;
  /** Subject of the clerk's token. */
  readonly enteredBy: string;
}

/** [design] Older matters are not entered with their clocks long over; they are a matter for the coordinator. */
const RECEIVED_AT_MOST_DAYS_AGO = 60;

/** A mobile telephone or identity number is not a ticket number, and a case holds no such thing. */
const isNoPersonsNumber = (number: string): boolean =>
  !/^(\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}$|^\d{17}[\dXx]$/.test(number);

export const ClerkIntake = v.strictObject({
  channel: v.picklist(intakeChannels, 'INVALID'),
  originalNumber: v.optional(v.pipe(text(60), v.check(isNoPersonsNumber, 'NUMBER_OF_A_PERSON'))),
  /** Default today. */
  receivedOn: v.optional(DateText),
  complaint: ComplaintSubmission,
});
export type ClerkIntake = v.InferOutput<typeof ClerkIntake>;

/** Why a day cannot be the one on which something was received; undefined when it can. */
export function receivedOnProblem(
  receivedOn: DateOnly,
  today: DateOnly,
): 'IN_FUTURE' | 'TOO_LONG_AGO' | undefined {
  if (receivedOn > today) return 'IN_FUTURE';
  return receivedOn < plusDays(today, -RECEIVED_AT_MOST_DAYS_AGO) ? 'TOO_LONG_AGO' : undefined;
}
