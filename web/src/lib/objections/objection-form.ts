/** The objection form as it travels: its fields, the API body they make, and what is wrong with them in words. */
import type { FieldError } from '../../../../shared/api/problem.ts';
import { MOST_WORDS } from '../../../../shared/objections/objection.ts';
import type { Problem } from '#lib/api.ts';
import { m } from '#lib/paraglide/messages.js';
import { textOf } from '#lib/report/complaint-form.ts';
import type { FormProblem } from '#lib/report/problems.ts';

export interface ObjectionForm {
  readonly objector: string;
  readonly ground: string;
  readonly words: string;
  readonly contact: string;
}

export const emptyObjection: ObjectionForm = { objector: '', ground: '', words: '', contact: '' };

export const readObjection = (data: FormData): ObjectionForm => ({
  objector: textOf(data, 'objector'),
  ground: textOf(data, 'ground'),
  words: textOf(data, 'words'),
  contact: textOf(data, 'contact'),
});

export const objectionBody = (record: string, form: ObjectionForm) => ({
  ...{ record, objector: form.objector, ground: form.ground, words: form.words },
  ...(form.contact && {
    contact: { kind: form.contact.includes('@') ? 'mail' : 'sms', address: form.contact },
  }),
});

/** In the order of the page. */
const places: readonly { readonly field: string; readonly text: (code: string) => string }[] = [
  { field: 'objector', text: m.objection_problem_objector },
  { field: 'ground', text: m.objection_problem_ground },
  {
    field: 'words',
    text: (code) =>
      code === 'TOO_LONG'
        ? m.objection_problem_words_long({ most: MOST_WORDS })
        : m.objection_problem_words(),
  },
  { field: 'contact', text: m.objection_problem_contact },
];

const generalTexts: Readonly<Record<string, () => string>> = {
  NOT_FOUND: m.objection_record_unknown,
  UNAVAILABLE: m.problem_UNAVAILABLE,
  TOO_LARGE: m.problem_TOO_LARGE,
  CONFLICT: m.problem_CONFLICT,
  IDEMPOTENCY_KEY_REUSED: m.problem_REUSED,
  '429': m.problem_TOO_MANY,
};

/** One line for each field, in the order of the page. */
export function objectionProblems({ code, errors }: Problem): readonly FormProblem[] {
  const atFields = places.flatMap(({ field, text }) => {
    const error = errors.find((one) => isAt(one, field));
    return error ? [{ id: field, text: text(error.code) }] : [];
  });
  if (atFields.length > 0) return atFields;
  return [{ text: generalTexts[code]?.() ?? m.problem_other({ code }) }];
}

const isAt = (error: FieldError, field: string): boolean =>
  error.field === field || error.field.startsWith(`${field}.`);
