/** What a browser can tell of a complaint before it is sent: the same refusals as the API's schema, without its weight. */
import type { DateOnly } from '../../../../shared/time.ts';
import type { ComplaintForm } from '#lib/report/complaint-form.ts';
import type { StepName } from '#lib/report/steps.ts';

/** As in the schema (shared/complaints/complaint.ts), which is too heavy to carry along; a test compares them. */
const MOST_CATEGORIES = 5;
const PHONE = /^\+?[\d\- ]{5,20}$/;

interface Check {
  readonly step: StepName;
  /** Id of the element to mend. */
  readonly id: string;
  /** Which words say it. */
  readonly problem: ProblemName;
  readonly fails: (form: ComplaintForm, today: DateOnly) => boolean;
}

export type ProblemName =
  | 'categories'
  | 'institution'
  | 'address'
  | 'description'
  | 'facts'
  | 'future'
  | 'demand'
  | 'name'
  | 'phone';

const checks: readonly Check[] = [
  { step: 'what', id: 'facts', problem: 'facts', fails: ({ facts }) => !facts },
  {
    step: 'what',
    id: 'occurredOn',
    problem: 'future',
    fails: ({ occurredOn }, today) => occurredOn > today,
  },
  {
    step: 'kind',
    id: 'categories',
    problem: 'categories',
    fails: ({ categories, otherWay }) =>
      (categories.length === 0 && !otherWay) || categories.length > MOST_CATEGORIES,
  },
  {
    step: 'where',
    id: 'institutionName',
    problem: 'institution',
    fails: (form) =>
      !form.otherWay && !form.nameUnknown && !form.institutionName && !form.placeDescription,
  },
  {
    step: 'where',
    id: 'institutionAddress',
    problem: 'address',
    fails: (form) => isDescribed(form) && !form.institutionAddress && !form.institutionStreet,
  },
  {
    step: 'where',
    id: 'placeDescription',
    problem: 'description',
    fails: (form) => isDescribed(form) && !form.placeDescription,
  },
  {
    step: 'identity',
    id: 'named',
    problem: 'demand',
    fails: ({ named, demand }) => !named && demand !== '',
  },
  {
    step: 'identity',
    id: 'personName',
    problem: 'name',
    fails: ({ named, personName }) => named && !personName,
  },
  {
    step: 'identity',
    id: 'phone',
    problem: 'phone',
    fails: ({ named, phone }) => named && !PHONE.test(phone),
  },
];

const isDescribed = (form: ComplaintForm): boolean =>
  form.nameUnknown || (!form.institutionName && form.placeDescription !== '');

export const failedChecks = (form: ComplaintForm, today: DateOnly): readonly Check[] =>
  checks.filter(({ fails }) => fails(form, today));
