/** Every duty that runs as a clock, and the rule of a clock by its id. */
import { CR_DECIDE, CR_HAND, CR_PSB, CR_SEND, PN_DECIDE } from './enforcement-rules.ts';
import { MD_ADMIN, MD_ADMIN_DONE, MI_TELL, MI_VERIFY, XF_DONE, XF_TELL } from './health-rules.ts';
import {
  MK_ACCEPT,
  MK_DISPUTE,
  MK_END_NOTICE,
  MK_MEDIATE,
  MK_TELL,
  MK_VERIFY,
} from './market-rules.ts';
import type { DutyRule } from './rule.ts';

/** In the order in which clocks that begin together are shown. */
export const duties: readonly DutyRule[] = [
  ...[MK_ACCEPT, MK_MEDIATE, MK_END_NOTICE, MK_VERIFY, MK_DISPUTE, MK_TELL],
  ...[MI_VERIFY, MI_TELL, MD_ADMIN, MD_ADMIN_DONE, XF_TELL, XF_DONE],
  ...[PN_DECIDE, CR_DECIDE, CR_SEND, CR_PSB, CR_HAND],
];

/** Undefined for a clock of a rule that is no longer in the book. */
export const dutyOf = (id: string): DutyRule | undefined => duties.find((duty) => duty.id === id);
