/** Until when the public must see what was done to an inspection. */
import { deadline } from '../clocks/clocks.ts';
import { PN_WITHDRAW, PUB_CHECK } from '../clocks/enforcement-rules.ts';
import type { DateOnly } from '../time.ts';

export const publicBy = (inspectedOn: DateOnly): DateOnly => deadline(PUB_CHECK, inspectedOn).dueOn;

/** [design] No law sets a day; corrections and withdrawals are held to the three working days of a penalty's withdrawal. */
export const mendedBy = (on: DateOnly): DateOnly => deadline(PN_WITHDRAW, on).dueOn;
