/** Asks for the reward of a case in the name of whoever typed its secret; the secret goes in the body and is not given back. */
import type { rewardForClaimant } from '../../../../shared/rewards/claimant-view.ts';
import type { ClaimState } from '../../../../shared/rewards/claiming.ts';
import type { CategoryCode } from '../../../../shared/complaints/categories.ts';
import type { SchemeCode } from '../../../../shared/rewards/schemes.ts';
import { callApi } from '#lib/api.ts';
import { textOf } from '#lib/report/complaint-form.ts';

export interface RewardItem {
  readonly itemNumber: number;
  readonly categories: readonly CategoryCode[];
  readonly scheme: SchemeCode;
  readonly state: ClaimState;
  readonly claim?: ReturnType<typeof rewardForClaimant>;
}

export type RewardAnswer =
  | {
      readonly state: 'told';
      readonly items: readonly RewardItem[];
      /** Of the claim that was just made. */
      readonly claimNumber?: string;
    }
  | { readonly state: 'refused'; readonly code: string };

export async function askForReward(
  platform: Readonly<App.Platform> | undefined,
  data: FormData,
  receiptCode: string,
): Promise<RewardAnswer> {
  const body = { receiptCode, rewardSecret: textOf(data, 'rewardSecret') };
  const claimed =
    textOf(data, 'reward') === 'claim'
      ? await callApi<{ claimNumber: string }>(platform, '/api/track/rewards', { body })
      : undefined;
  if (claimed && !claimed.ok) return { state: 'refused', code: claimed.error.code };
  const path = '/api/track/rewards/status';
  const found = await callApi<{ items: readonly RewardItem[] }>(platform, path, { body });
  if (!found.ok) return { state: 'refused', code: found.error.code };
  return {
    state: 'told',
    items: found.value.items,
    ...(claimed && { claimNumber: claimed.value.claimNumber }),
  };
}
