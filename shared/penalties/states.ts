/** How a department sorts its penalties. Apart from their schema, which a query needs not carry. */
import type { PenaltyStatus } from './penalty.ts';

/** closed: ended without a penalty, or handed over as a suspected crime. */
export const penaltyStates = ['open', 'decided', 'withdrawn', 'closed'] as const;
export type PenaltyState = (typeof penaltyStates)[number];

const ended: Readonly<Partial<Record<PenaltyStatus, PenaltyState>>> = {
  decided: 'decided',
  withdrawn: 'withdrawn',
  closed: 'closed',
  transferred: 'closed',
};

export const stateOf = (status: PenaltyStatus): PenaltyState => ended[status] ?? 'open';
