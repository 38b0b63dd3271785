/** The command that takes a step, judged as the API will judge it. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import type { DocumentReference } from '../../../../../shared/penalties/documents.ts';
import {
  decide,
  PenaltyCommand,
  type PenaltyCommandType,
} from '../../../../../shared/penalties/lifecycle.ts';
import type { Penalty } from '../../../../../shared/penalties/penalty.ts';
import type { PenaltyStep } from '../../../../../shared/penalties/steps.ts';
import { err, ok, type Result } from '../../../../../shared/result.ts';
import type { DateOnly, Instant } from '../../../../../shared/time.ts';
import { judged } from '#lib/desk/forms/judged.ts';
import { lighterBody, type LighterWords } from './lighter.ts';

export interface StepForm {
  /** Served, stated, reviewed or decided on. */
  date: DateOnly;
  /** Of the review. */
  outcome: string;
  decisionNumber: string;
  /** Where the decision is lighter than what the party was told. */
  lighter?: LighterWords | undefined;
  /** Brought to the file with the step. */
  papers?: readonly DocumentReference[];
}

/** The act that a step's own form takes. */
export const usualActs = {
  notify: 'notify',
  defence: 'waive-defence',
  hearing: 'waive-hearing',
  review: 'review',
  decide: 'decide',
} as const satisfies Readonly<Record<string, PenaltyCommandType>>;

export function commandOf(step: PenaltyStep['step'], form: StepForm): unknown {
  const { papers: documents = [] } = form;
  const command = bareCommand(step, form);
  return command && { ...command, ...(documents.length > 0 && { documents }) };
}

function bareCommand(step: PenaltyStep['step'], form: StepForm) {
  const { date, outcome, decisionNumber, lighter } = form;
  switch (step) {
    case 'notify':
      return { type: usualActs.notify, servedOn: date };
    case 'defence':
      return { type: usualActs.defence, statedOn: date };
    case 'hearing':
      return { type: usualActs.hearing, statedOn: date };
    case 'review':
      return { type: usualActs.review, outcome, on: date };
    case 'decide':
      return {
        ...{ type: usualActs.decide, decisionNumber, decidedOn: date },
        ...(lighter && { lighter: lighterBody(lighter) }),
      };
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
  if (outcome.ok) return ok(wellFormed.value);
  if (outcome.error.code === 'AGGRAVATED')
    return err({ errors: [{ field: `lighter.${outcome.error.in}`, code: 'AGGRAVATED' }] });
  if (outcome.error.code !== 'DATE_OUT_OF_ORDER') return ok(wellFormed.value);
  const { notBefore } = outcome.error;
  const errors = [{ field: 'date', code: 'DATE_OUT_OF_ORDER' }];
  return err(notBefore === undefined ? { errors } : { errors, notBefore });
}
