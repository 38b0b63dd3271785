/** What is wrong with a form of the desk, said in words at its field. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import type { FormProblem } from '#lib/report/problems.ts';

export interface FieldPlace {
  /** Dotted path in the API's body; `*` stands for a place in a list. */
  readonly field: string;
  /** Id of the element to mend; `*` as in the field. */
  readonly id: string;
  /** What people call it. @param place - in the list, from 1 */
  readonly name: (place: number) => string;
  /** Codes that have words of their own here. */
  readonly texts?: Readonly<Record<string, () => string>>;
}

/**
 * One line for each field, in the order of the page; what belongs to no field stands last.
 * @param places - in the order of the page
 */
export function formProblems(
  errors: readonly FieldError[],
  places: readonly FieldPlace[],
): readonly FormProblem[] {
  const found = errors
    .map((error) => problemOf(error, places))
    .toSorted((a, b) => a.order - b.order);
  return found
    .filter(({ id }, at) => found.findIndex((other) => other.id === id) === at)
    .map(({ id, text }) => (id ? { id, text } : { text }));
}

function problemOf({ field, code }: FieldError, places: readonly FieldPlace[]) {
  const matches = places.flatMap((place, order) => {
    const match = patternOf(place.field).exec(field);
    return match ? [{ place, order, index: match[1], length: place.field.length }] : [];
  });
  const [best] = matches.toSorted((a, b) => b.length - a.length);
  if (!best)
    return {
      order: Infinity,
      id: undefined,
      text: m.acts_problem_other({ code: `${field} ${code}` }),
    };
  const { place, order, index = '0' } = best;
  const number = Number(index);
  return {
    order: order + number / 1_000,
    id: place.id.replace('*', index),
    text: place.texts?.[code]?.() ?? textOf(code, place.name(number + 1)),
  };
}

/** The field itself or anything inside it. */
const patternOf = (field: string): RegExp =>
  new RegExp(`^${field.replaceAll('.', '\\.').replace('*', '(\\d+)')}(?:\\.|$)`);

const texts: Readonly<Record<string, (name: { name: string }) => string>> = {
  REQUIRED: m.acts_problem_REQUIRED,
  TOO_LONG: m.acts_problem_TOO_LONG,
  TOO_LARGE: m.acts_problem_TOO_LARGE,
  TOO_MANY: m.acts_problem_TOO_MANY,
  REPEATED: m.acts_problem_REPEATED,
  NOT_A_DATE: m.acts_problem_NOT_A_DATE,
  IN_FUTURE: m.acts_problem_IN_FUTURE,
};

const textOf = (code: string, name: string): string =>
  (texts[code] ?? m.acts_problem_INVALID)({ name });
