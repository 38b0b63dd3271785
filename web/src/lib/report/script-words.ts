/** The words that the script of the complaint form says: it carries none, the page hands them over in its language. */
import { categories } from '../../../../shared/complaints/categories.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ProblemName } from '#lib/report/checks.ts';

/** A place for what only the script knows. */
const GAP = '{}';

export const scriptWords = () => ({
  errorTitle: m.error_prefix({ title: GAP }),
  summaryTitle: m.error_summary_title(),
  summaryIntro: m.report_mend_and_go_on(),
  unavailable: m.problem_UNAVAILABLE(),
  notSealed: m.problem_not_sealed(),
  sending: m.report_sending(),
  change: m.report_change(),
  nothing: m.report_nothing_entered(),
  because: m.suggest_because(),
  known: m.report_institution_known({ name: GAP }),
  draftSaved: m.report_draft_saved(),
  draftErased: m.report_draft_erased(),
  draftRefused: m.report_draft_refused(),
  problems: {
    categories: m.problem_categories(),
    institution: m.problem_institution(),
    address: m.problem_institution_address(),
    description: m.problem_institution_description(),
    facts: m.problem_facts(),
    future: m.problem_future(),
    demand: m.problem_demand(),
    name: m.problem_identity_name(),
    phone: m.problem_identity_phone(),
  } satisfies Record<ProblemName, string>,
  /** The circumstances that may bring in another department, by the category that asks for them. */
  asks: Object.fromEntries(
    categories
      .filter(({ conditional }) => conditional.length > 0)
      .map(({ code, conditional }) => [code, conditional.map(({ circumstance }) => circumstance)]),
  ) as Readonly<Record<string, readonly string[]>>, // the compiler sees 46 tuples
});

export type ScriptWords = ReturnType<typeof scriptWords>;
