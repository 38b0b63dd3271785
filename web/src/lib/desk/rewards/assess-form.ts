/** An assessment as an officer fills it in, and the API's command that it makes. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import { err, type Result } from '../../../../../shared/result.ts';
import { awardOf, type Award } from '../../../../../shared/rewards/amount.ts';
import { RewardCommand } from '../../../../../shared/rewards/lifecycle.ts';
import { grades } from '../../../../../shared/rewards/schemes.ts';
import type { FieldPlace } from '#lib/desk/forms/form-problems.ts';
import { judged } from '#lib/desk/forms/judged.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { fenOf } from '#lib/desk/penalties/fen-of.ts';
import type { ShownReward } from './reward-answers.ts';
import { baseName, conditionName } from './reward-words.ts';

export interface AssessForm {
  grade: string;
  penaltyId: string;
  /** Yuan. */
  base: string;
  /** `NONE`: no kind of serious violation. */
  serious: string;
  facts: string;
  conditions: Record<string, string>;
  insider: boolean;
}

/** What concerns the person is left for the counter until somebody knows better. */
export const emptyAssessment = ({ terms }: ShownReward): AssessForm => ({
  ...{ grade: '', penaltyId: '', base: '', serious: '', facts: '', insider: false },
  conditions: Object.fromEntries(
    terms.conditions.map(({ code, of }) => [code, of === 'person' ? 'atCounter' : '']),
  ),
});

export function judgedAssessment(
  reward: ShownReward,
  form: AssessForm,
): Result<RewardCommand, readonly FieldError[]> {
  const { grade, facts, conditions, insider, serious } = form;
  const penaltyId = form.penaltyId.trim().toUpperCase();
  const baseFen = fenOf(form.base);
  const isSeriousAsked = reward.terms.serious.length > 0;
  if (isSeriousAsked && !serious) return err([{ field: 'serious', code: 'REQUIRED' }]);
  if (baseFen === undefined && !(penaltyId && reward.terms.base === 'FINE'))
    return err([{ field: 'baseFen', code: 'BASE_MISSING' }]);
  return judged(RewardCommand, {
    ...{ type: 'assess', facts, conditions },
    grade: Number(grade),
    ...(penaltyId && { penaltyId }),
    ...(baseFen !== undefined && { baseFen }),
    ...(conditions['NOT_OFFENDER'] === 'notMet' && insider && { insider }),
    ...(isSeriousAsked && serious !== 'NONE' && { serious }),
  });
}

/** What it would come to, as far as the form tells. */
export function previewOf({ scheme }: ShownReward, form: AssessForm): Award | undefined {
  const grade = grades.find((one) => String(one) === form.grade);
  const baseFen = fenOf(form.base);
  return grade && baseFen !== undefined && Number.isSafeInteger(baseFen)
    ? awardOf(scheme, grade, baseFen)
    : undefined;
}

const choose = (name: () => string) => () => m.rewards_problem_choose({ name: name() });

export const assessPlaces = ({ terms }: ShownReward): readonly FieldPlace[] => [
  {
    ...{ field: 'grade', id: 'grade', name: m.rewards_grade_label },
    texts: { INVALID: choose(m.rewards_grade_label) },
  },
  { field: 'penaltyId', id: 'penaltyId', name: m.rewards_assess_penalty },
  {
    ...{ field: 'baseFen', id: 'base', name: () => baseName(terms.base) },
    texts: { BASE_MISSING: m.rewards_problem_BASE_MISSING, INVALID: m.rewards_problem_amount },
  },
  {
    ...{ field: 'serious', id: 'serious', name: m.rewards_serious_label },
    texts: { REQUIRED: choose(m.rewards_serious_label) },
  },
  { field: 'facts', id: 'facts', name: m.rewards_found_label },
  ...terms.conditions.map(({ code }) => ({
    ...{ field: `conditions.${code}`, id: `condition-${code}`, name: () => conditionName(code) },
    texts: { INVALID: choose(() => conditionName(code)) },
  })),
];
