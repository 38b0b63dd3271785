/** What the API answers about rewards. */
import type { RewardInList } from '../../../../../shared/rewards/list-view.ts';
import type { rewardForDesk } from '../../../../../shared/rewards/views.ts';

export interface RewardPage {
  readonly rewards: readonly RewardInList[];
  readonly cursor?: string;
}

export type ShownReward = ReturnType<typeof rewardForDesk>;
