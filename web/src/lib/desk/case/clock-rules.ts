/** How the clocks of an item are counted, by their ids. */
import type { ClockRule } from '../../../../../shared/clocks/clocks.ts';
import {
  MD_ADMIN,
  MI_VERIFY,
  MK_ACCEPT,
  MK_VERIFY,
  XF_TELL,
} from '../../../../../shared/clocks/rules.ts';

const rules: readonly ClockRule[] = [MK_ACCEPT, MK_VERIFY, MI_VERIFY, MD_ADMIN, XF_TELL];

export const clockRule = (id: string): ClockRule | undefined =>
  rules.find((rule) => rule.id === id);
