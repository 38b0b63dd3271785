/** What the API answers about penalties. */
import type { Penalty, PenaltyEvent } from '../../../../../shared/penalties/penalty.ts';
import type { Account } from '../../../../../shared/penalties/payment.ts';
import type { PenaltyDeadline } from '../../../../../shared/penalties/deadlines.ts';
import type { PenaltyStep, PossibleAct } from '../../../../../shared/penalties/steps.ts';
import type { PenaltyWarning } from '../../../../../shared/penalties/warnings.ts';
import type { penaltyForDesk, penaltyInList } from '../../../../../shared/penalties/views.ts';

export interface PenaltyPage {
  readonly penalties: readonly ReturnType<typeof penaltyInList>[];
  readonly cursor?: string;
}

export type ShownPenalty = Penalty &
  ReturnType<typeof penaltyForDesk> & {
    readonly events: readonly PenaltyEvent[];
    readonly steps: readonly PenaltyStep[];
    readonly acts: readonly PossibleAct[];
    readonly deadlines: readonly PenaltyDeadline[];
    readonly warnings: readonly PenaltyWarning[];
    /** Of a decided one. */
    readonly account?: Account;
  };
