/** What the API answers a citizen with, and the names of its clocks. */
import type { AttachmentRef } from '../../../../shared/attachments/attachment.ts';
import { dutyOf } from '../../../../shared/clocks/rule-book.ts';
import type { openingForCitizen } from '../../../../shared/complaints/identity-opening.ts';
import type { RepeatOutcome } from '../../../../shared/complaints/repeats.ts';
import type { caseForCitizen, itemForCitizen } from '../../../../shared/complaints/views.ts';
import { m } from '#lib/paraglide/messages.js';

export type CitizenItem = ReturnType<typeof itemForCitizen>;
export type IdentityOpened = ReturnType<typeof openingForCitizen>;
export type CitizenCase = ReturnType<typeof caseForCitizen> & {
  /** Of whoever gave a name: each time it was handed out, latest first. */
  readonly openings?: readonly IdentityOpened[];
  /** A contact can be left here. */
  readonly sendsNotices: boolean;
};

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
  /** What was handed in with it, as it is kept. */
  readonly attachments?: readonly AttachmentRef[];
  readonly separate?: readonly FiledCase[];
}

const clockNames: Readonly<Record<string, () => string>> = {
  'MK-ACCEPT': m.clock_MK_ACCEPT,
  'MK-MEDIATE': m.clock_MK_MEDIATE,
  'MK-END-NOTICE': m.clock_MK_END_NOTICE,
  'MK-VERIFY': m.clock_MK_VERIFY,
  'MK-DISPUTE': m.clock_MK_DISPUTE,
  'MK-TELL': m.clock_MK_TELL,
  'MI-VERIFY': m.clock_MI_VERIFY,
  'MI-TELL': m.clock_MI_TELL,
  'MD-ADMIN': m.clock_MD_ADMIN,
  'MD-ADMIN-DONE': m.clock_MD_ADMIN_DONE,
  'XF-TELL': m.clock_XF_TELL,
  'XF-DONE': m.clock_XF_DONE,
  'PN-DECIDE': m.clock_PN_DECIDE,
};

export const clockName = (id: string): string => (clockNames[id] ?? m.clock_other)();

/** How long it runs and which days count; nothing where this window does not know the duty. */
export function clockLength(id: string): string {
  const duty = dutyOf(id);
  if (duty?.unit === 'workingDays') return m.clock_working_days({ days: duty.length });
  return duty?.unit === 'calendarDays' ? m.clock_calendar_days({ days: duty.length }) : '';
}
