/** What the API answers about penalties. */
import type { Penalty, PenaltyEvent } from '../../../../../shared/penalties/penalty.ts';
import type { PenaltyStep } from '../../../../../shared/penalties/steps.ts';
import type { penaltyForDesk, penaltyInList } from '../../../../../shared/penalties/views.ts';

export interface PenaltyPage {
  readonly penalties: readonly ReturnType<typeof penaltyInList>[];
  readonly cursor?: string;
}

export type ShownPenalty = Penalty &
  ReturnType<typeof penaltyForDesk> & {
    readonly events: readonly Omit<PenaltyEvent, 'seq'>[];
    readonly steps: readonly PenaltyStep[];
  };
