/** What the API answers a citizen with, and the names of what is in it. */
import {
  MD_ADMIN,
  MI_VERIFY,
  MK_ACCEPT,
  MK_VERIFY,
  XF_TELL,
} from '../../../../shared/clocks/rules.ts';
import type {
  CaseEventType,
  InternalEventType,
  ItemStatus,
} from '../../../../shared/complaints/case-file.ts';
import type { RepeatOutcome } from '../../../../shared/complaints/repeats.ts';
import type { caseForCitizen, itemForCitizen } from '../../../../shared/complaints/views.ts';
import { m } from '#lib/paraglide/messages.js';

export type CitizenItem = ReturnType<typeof itemForCitizen>;
export type CitizenCase = ReturnType<typeof caseForCitizen>;

export interface FiledCase {
  readonly caseNumber: string;
  readonly receiptCode: string;
  readonly majorCase: boolean;
  readonly items: readonly CitizenItem[];
  /** It was told before, and this is the case that has it. */
  readonly repeat?: RepeatOutcome;
  /** The earlier case that this new one goes on from. */
  readonly follows?: string;
  /** Where a scheme may reward the report: shown once, kept apart from the receipt code. */
  readonly rewardSecret?: string;
}

/** The answer to `POST /api/complaints`; `separate` are accusations against officials, cases of their own. */
export interface Filed extends FiledCase {
  readonly separate?: readonly FiledCase[];
}

const clockNames: Readonly<Record<string, () => string>> = {
  'MK-ACCEPT': m.clock_MK_ACCEPT,
  'MK-VERIFY': m.clock_MK_VERIFY,
  'MI-VERIFY': m.clock_MI_VERIFY,
  'MD-ADMIN': m.clock_MD_ADMIN,
  'XF-TELL': m.clock_XF_TELL,
};

export const clockName = (id: string): string => (clockNames[id] ?? m.clock_other)();

const clockRules = [MK_ACCEPT, MK_VERIFY, MI_VERIFY, MD_ADMIN, XF_TELL];

/** How long it runs and which days count; nothing where this window does not know the rule. */
export function clockLength(id: string): string {
  const rule = clockRules.find((candidate) => candidate.id === id);
  if (!rule) return '';
  const { length: days, unit } = rule;
  return unit === 'workingDays' ? m.clock_working_days({ days }) : m.clock_calendar_days({ days });
}

/** What a citizen is told of. */
const eventNames: Readonly<
  Record<Exclude<CaseEventType, InternalEventType> | 'sent', () => string>
> = {
  filed: m.event_filed,
  accepted: m.event_accepted,
  returned: m.event_returned,
  noted: m.event_noted,
  concluded: m.event_concluded,
  citizenWrote: m.event_citizenWrote,
  sent: m.event_sent,
};

/** A code this window does not know yet is shown as it is. */
export const eventName = (type: string): string =>
  new Map(Object.entries(eventNames)).get(type)?.() ?? type;

/** The way an item goes, up to its end. */
export const stagesOf = (status: ItemStatus): readonly ItemStatus[] =>
  status === 'returned' ? ['received', 'returned'] : ['received', 'accepted', 'concluded'];
