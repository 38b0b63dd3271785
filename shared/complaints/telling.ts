/** What a citizen is told of what happens to a case. */
import { isForCitizen } from '../clocks/rules.ts';
import type { CaseEvent, CaseEventType } from './case-file.ts';

/** The departments' own affairs, and what would warn somebody: a crime that is only suspected, what was thought among them. */
const keptFromCitizen = [
  'replayed',
  'assigned',
  'remarked',
  'consulted',
  'invited',
  'replied',
  'crimeReported',
  'crimeApproved',
  'crimeDeclined',
] as const satisfies readonly CaseEventType[];

/** What stands in the timeline that a citizen reads. */
export type ToldEventType = Exclude<CaseEventType, (typeof keptFromCitizen)[number]>;

export const isToldToCitizen = (type: CaseEventType): type is ToldEventType =>
  !keptFromCitizen.some((kept) => kept === type);

/**
 * Is this event told? What concerns a clock that only officers see would tell of a criminal inquiry, and an escalation by
 * our own service level, which names no clock, would show that level as law.
 */
export const isTold = <E extends Pick<CaseEvent, 'type' | 'clock'>>(
  event: E,
): event is E & { readonly type: ToldEventType } =>
  isToldToCitizen(event.type) &&
  (event.clock === undefined ? event.type !== 'escalated' : isForCitizen({ id: event.clock }));
