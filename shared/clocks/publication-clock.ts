/** The clock of a publication, for officers and the public alike: by when a decision had to be public, and whether it was. */
import type { DateOnly } from '../time.ts';
import { deadline, workingDaysLeft } from './clocks.ts';
import { PN_WITHDRAW, PUB_PEN } from './enforcement-rules.ts';
import type { LegalRule } from './rule.ts';

export interface PublicationClock {
  readonly dueOn: DateOnly;
  /** `open`: not done yet; it may be overdue, then fewer than no working days are left. */
  readonly state: 'onTime' | 'late' | 'open';
  /** Only while open. */
  readonly workingDaysLeft?: number;
  /** Citation, in Chinese. */
  readonly basis: string;
}

/**
 * Seven working days from the decision (国办发〔2018〕118号).
 * @param publishedOn - when the public could first read it; absent: not yet
 */
export const publicationClock = (
  { decidedOn }: { readonly decidedOn: DateOnly },
  publishedOn: DateOnly | undefined,
  today: DateOnly,
): PublicationClock => clockOf(PUB_PEN, decidedOn, publishedOn, today);

/**
 * Three working days from the day a decision was changed or fell (行政处罚法 48).
 * @param takenBackOn - when the public could read it no more; absent: not yet
 */
export const withdrawalClock = (
  fellOn: DateOnly,
  takenBackOn: DateOnly | undefined,
  today: DateOnly,
): PublicationClock => clockOf(PN_WITHDRAW, fellOn, takenBackOn, today);

function clockOf(
  rule: LegalRule,
  startedOn: DateOnly,
  doneOn: DateOnly | undefined,
  today: DateOnly,
): PublicationClock {
  const { dueOn } = deadline(rule, startedOn);
  const { basis } = rule;
  if (doneOn !== undefined) return { dueOn, state: doneOn > dueOn ? 'late' : 'onTime', basis };
  return { dueOn, state: 'open', workingDaysLeft: workingDaysLeft(today, dueOn), basis };
}
