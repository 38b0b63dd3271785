/** How a department sorts its penalties. Apart from their schema, which a query needs not carry. */
import type { PenaltyStatus } from './penalty.ts';

export const penaltyStates = ['open', 'decided', 'withdrawn'] as const;
export type PenaltyState = (typeof penaltyStates)[number];

export const stateOf = (status: PenaltyStatus): PenaltyState =>
  status === 'decided' || status === 'withdrawn' ? status : 'open';
