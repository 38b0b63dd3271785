/** How the desk sorts objections. Apart from their lifecycle, which a query needs not carry. */
import type { ObjectionStatus } from './objection.ts';

export const objectionStates = ['open', 'closed'] as const;
export type ObjectionState = (typeof objectionStates)[number];

const open: readonly ObjectionStatus[] = ['filed', 'acknowledged'];

export const stateOf = (status: ObjectionStatus): ObjectionState =>
  open.includes(status) ? 'open' : 'closed';
