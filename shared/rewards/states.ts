/** How the register sorts claims. Apart from their lifecycle, which a query needs not carry. */
import type { RewardStatus } from './claim.ts';

export const rewardStates = ['open', 'closed'] as const;
export type RewardState = (typeof rewardStates)[number];

const closed: readonly RewardStatus[] = ['paid', 'lapsed', 'refused'];

export const stateOf = (status: RewardStatus): RewardState =>
  closed.includes(status) ? 'closed' : 'open';
