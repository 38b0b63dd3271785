/** [design] The district's own service levels: dates for officers, never clocks, never shown as law (domain B.0). */
import { chosenDistrict } from '../districts/chosen.ts';
import type { InternalLevel } from './rule.ts';

const { levels } = chosenDistrict;

const workingDays = (id: string, length: number): InternalLevel => ({
  ...{ id, length, unit: 'workingDays', rollsToWorkingDay: false, certainty: 'design' },
});

/** The coordinator sends on what came back to it. */
export const INTERNAL_TRIAGE = workingDays('INTERNAL-TRIAGE', levels.triageInWorkingDays);

/** A department takes what it was sent, or sends it back. */
export const INTERNAL_TAKE = workingDays('INTERNAL-TAKE', levels.takeInWorkingDays);

/** The citizen is told whether the matter is accepted. */
export const INTERNAL_ACCEPT = workingDays('INTERNAL-ACCEPT', levels.acceptInWorkingDays);

/** A cooperating department tells the lead what it found. */
export const INTERNAL_REPLY = workingDays('COOP-REPLY', levels.replyInWorkingDays);

/** Whoever objects to a public record is answered; no law we know sets a number. */
export const INTERNAL_OBJECTION = workingDays('OBJECTION-ANSWER', levels.objectionInWorkingDays);

/** The answer, from acceptance on. */
export const INTERNAL_ANSWER: InternalLevel = {
  ...{ id: 'INTERNAL-ANSWER', length: levels.answerInDays, unit: 'calendarDays' },
  rollsToWorkingDay: true,
  certainty: 'design',
};
