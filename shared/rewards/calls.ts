/** What the calls about rewards take. Apart from the lifecycle, which a public call needs not carry. */
import * as v from 'valibot';
import { PageQuery } from '../api/calls.ts';
import { rewardStates } from './states.ts';

/** Any text: what cannot be one gets the same 404 as one that nobody has. */
const Code = v.pipe(v.string(), v.maxLength(100, 'TOO_LONG'));

export const RewardProof = v.strictObject({ receiptCode: Code, rewardSecret: Code });
export type RewardProof = v.InferOutput<typeof RewardProof>;

export const RewardClaimRequest = v.strictObject({
  ...RewardProof.entries,
  itemNumber: v.optional(v.pipe(v.number(), v.integer('INVALID'), v.minValue(1, 'INVALID'))),
});
export type RewardClaimRequest = v.InferOutput<typeof RewardClaimRequest>;

export const RewardsQuery = v.strictObject({
  state: v.optional(v.picklist(rewardStates, 'INVALID'), 'open'),
  ...PageQuery.entries,
});
export type RewardsQuery = v.InferOutput<typeof RewardsQuery>;

export const RewardPath = v.object({
  claimNumber: v.pipe(v.string(), v.regex(/^R-\d{8}-[0-9A-Z]{10}$/)),
});
export type RewardPath = v.InferOutput<typeof RewardPath>;
