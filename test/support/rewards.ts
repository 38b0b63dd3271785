/** A claim of a reward with overrides, and its commands with nothing wrong about them. */
import type { RewardClaim } from '../../shared/rewards/claim.ts';
import { conditionCodes, type Answer, type Condition } from '../../shared/rewards/eligibility.ts';
import type { RewardCommand } from '../../shared/rewards/lifecycle.ts';
import { AT, CASE_NUMBER } from './builders.ts';

export const aClaim = (overrides: Partial<RewardClaim> = {}): RewardClaim => ({
  claimNumber: 'R-20261120-0123456789',
  version: 1,
  department: 'MARKET',
  caseNumber: CASE_NUMBER,
  itemNumber: 1,
  scheme: 'MARKET_2021',
  claimedAt: AT,
  status: 'claimed',
  ...overrides,
});

export const allAnswered = (
  overrides: Partial<Record<Condition, Answer>> = {},
): Record<Condition, Answer> =>
  ({
    ...Object.fromEntries(conditionCodes.map((code) => [code, 'met'])),
    ...overrides,
  }) as Record<Condition, Answer>; // every code of the list is there

export const anAssessment = (
  overrides: Partial<Extract<RewardCommand, { type: 'assess' }>> = {},
): Extract<RewardCommand, { type: 'assess' }> => ({
  type: 'assess',
  grade: 1,
  baseFen: 8_000_000,
  facts: '查实后罚款八万元。',
  conditions: allAnswered(),
  serious: 'LARGE_FINE',
  ...overrides,
});
