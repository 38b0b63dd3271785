/** The command that takes a step, judged as the API will judge it. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import { decide, PenaltyCommand } from '../../../../../shared/penalties/lifecycle.ts';
import type { Penalty } from '../../../../../shared/penalties/penalty.ts';
import type { PenaltyStep } from '../../../../../shared/penalties/steps.ts';
import { err, ok, type Result } from '../../../../../shared/result.ts';
import type { DateOnly, Instant } from '../../../../../shared/time.ts';
import { judged } from '#lib/desk/forms/judged.ts';

export interface StepForm {
  /** Served, stated or decided on. */
  date: DateOnly;
  /** Of the review. */
  outcome: string;
  decisionNumber: string;
}

export function commandOf(step: PenaltyStep['step'], form: StepForm): unknown {
  const { date, outcome, decisionNumber } = form;
  switch (step) {
    case 'notify':
      return { type: 'notify', servedOn: date };
    case 'defence':
      return { type: 'waive-defence', statedOn: date };
    case 'hearing':
      return { type: 'waive-hearing', statedOn: date };
    case 'review':
      return { type: 'review', outcome };
    case 'decide':
      return { type: 'decide', decisionNumber, decidedOn: date };
    default:
      return undefined; // taken elsewhere, or by itself
  }
}

/**
 * @param at - now
 * @returns errors by field; a day out of order bears the first day that is possible
 */
export function judgedCommand(
  penalty: Penalty,
  command: unknown,
  officer: { readonly subject: string; readonly roles: readonly string[] },
  at: Instant,
): Result<
  PenaltyCommand,
  { readonly errors: readonly FieldError[]; readonly notBefore?: DateOnly }
> {
  const wellFormed = judged(PenaltyCommand, command);
  if (!wellFormed.ok) return err({ errors: wellFormed.error });
  const outcome = decide(penalty, wellFormed.value, officer, at);
  if (outcome.ok || outcome.error.code !== 'DATE_OUT_OF_ORDER') return ok(wellFormed.value);
  const { notBefore } = outcome.error;
  const errors = [{ field: 'date', code: 'DATE_OUT_OF_ORDER' }];
  return err(notBefore === undefined ? { errors } : { errors, notBefore });
}
