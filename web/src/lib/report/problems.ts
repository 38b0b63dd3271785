/** What is wrong with a complaint form, in words, and where on the page to mend it. */
import type { FieldError } from '../../../../shared/api/problem.ts';
import type { Problem } from '#lib/api.ts';
import { m } from '#lib/paraglide/messages.js';

export interface FormProblem {
  /** Id of the element to mend; absent when the problem is not with one field. */
  readonly id?: string;
  readonly text: string;
}

interface Place {
  /** Dotted path in the API's body. */
  readonly field: string;
  readonly id: string;
  readonly name: () => string;
  readonly text: () => string;
}

/** In the order of the page, which is the order of the summary. */
const places: readonly Place[] = [
  { field: 'facts', id: 'facts', name: m.report_facts_label, text: m.problem_facts },
  { field: 'occurredOn', id: 'occurredOn', name: m.report_when_label, text: m.problem_occurredOn },
  {
    field: 'earlierReceiptCode',
    id: 'earlierReceiptCode',
    name: m.report_earlier_label,
    text: m.problem_earlier,
  },
  {
    field: 'categories',
    id: 'categories',
    name: m.report_categories_legend,
    text: m.problem_categories,
  },
  { field: 'accused', id: 'accused', name: m.report_accused_label, text: m.problem_accused },
  {
    field: 'accusation',
    id: 'accusation',
    name: m.report_accusation_label,
    text: m.problem_accusation,
  },
  { field: 'channel', id: 'otherWay', name: m.other_way_legend, text: m.problem_other_way },
  {
    field: 'institution',
    id: 'institutionName',
    name: m.report_name_label,
    text: m.problem_institution,
  },
  {
    field: 'institution.streetCode',
    id: 'institutionStreet',
    name: m.report_street_label,
    text: m.problem_institution_streetCode,
  },
  {
    field: 'institution.address',
    id: 'institutionAddress',
    name: m.report_address_label,
    text: m.problem_institution_address,
  },
  {
    field: 'institution.description',
    id: 'placeDescription',
    name: m.report_place_label,
    text: m.problem_institution_description,
  },
  {
    field: 'circumstances',
    id: 'circumstances',
    name: m.report_circumstances_legend,
    text: m.problem_circumstances,
  },
  { field: 'demand', id: 'demand', name: m.report_demand_label, text: m.problem_demand },
  { field: 'anonymous', id: 'named', name: m.report_identity_legend, text: m.problem_anonymous },
  {
    field: 'identity.name',
    id: 'personName',
    name: m.report_person_name_label,
    text: m.problem_identity_name,
  },
  {
    field: 'identity.phone',
    id: 'phone',
    name: m.report_phone_label,
    text: m.problem_identity_phone,
  },
  {
    field: 'identity.address',
    id: 'personAddress',
    name: m.report_person_address_label,
    text: m.problem_identity_address,
  },
  {
    field: 'identity',
    id: 'personName',
    name: m.report_identity_legend,
    text: m.problem_identity,
  },
  {
    field: 'sealedIdentity',
    id: 'personName',
    name: m.report_identity_legend,
    text: m.problem_not_sealed,
  },
  {
    field: 'sealedForSeparate',
    id: 'personName',
    name: m.report_identity_legend,
    text: m.problem_not_sealed,
  },
];

/** The summary's entries, one per place, in the order of the page. */
export function formProblems({ code, errors: given }: Problem): readonly FormProblem[] {
  const errors = given.map(asAsked);
  const byPlace = Map.groupBy(errors, (error) => placeOf(error.field));
  const atFields = places.flatMap((place) => {
    const [first] = byPlace.get(place) ?? [];
    return first ? [{ id: place.id, text: textAt(place, first) }] : [];
  });
  return atFields.length > 0 ? atFields : [{ text: generalText(code, errors) }];
}

/** A wish needs a name: that is mended where the name is asked for. */
const asAsked = (error: FieldError): FieldError =>
  error.code === 'REAL_NAME_REQUIRED' ? { ...error, field: 'anonymous' } : error;

/** The most exact place: `institution.name` belongs to `institution`, `categories.2` to `categories`. */
const placeOf = (field: string): Place | undefined =>
  places
    .filter((place) => field === place.field || field.startsWith(`${place.field}.`))
    .toSorted((a, b) => b.field.length - a.field.length)[0];

function textAt(place: Place, { code }: FieldError): string {
  if (code === 'TOO_LONG') return m.problem_too_long({ field: place.name() });
  if (code === 'IN_FUTURE') return m.problem_future();
  if (code === 'REAL_NAME_REQUIRED') return m.problem_demand();
  return place.text();
}

const generalTexts: Readonly<Record<string, () => string>> = {
  UNAVAILABLE: m.problem_UNAVAILABLE,
  TOO_LARGE: m.problem_TOO_LARGE,
  CONFLICT: m.problem_CONFLICT,
  ATTACHMENT_UNKNOWN: m.files_problem_gone,
  ATTACHMENT_NOT_READY: m.files_waiting,
  IDEMPOTENCY_KEY_REUSED: m.problem_REUSED,
  '429': m.problem_TOO_MANY,
};

function generalText(code: string, errors: readonly FieldError[]): string {
  const known = generalTexts[code];
  if (known) return known();
  const field = errors.map((error) => `${error.field} ${error.code}`).join(', ');
  return m.problem_other({ code: field || code });
}
