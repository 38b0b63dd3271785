/** What a warning says. */
import type { DecisionContent, PenaltyWarning } from '../../../../../shared/penalties/warnings.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { dateInText, money } from '#lib/figures.ts';
import { listOf } from '#lib/names.ts';

const contents: Readonly<Record<DecisionContent, () => string>> = {
  PARTY: m.penalty_content_PARTY,
  FACTS: m.penalty_content_FACTS,
  KINDS: m.penalty_content_KINDS,
  PERFORMANCE: m.penalty_content_PERFORMANCE,
  REMEDIES: m.penalty_content_REMEDIES,
  AUTHORITY: m.penalty_content_AUTHORITY,
};

const duties: Readonly<Record<string, () => string>> = {
  'PN-DECIDE': m.penalty_deadline_PN_DECIDE,
  'PN-PRESERVE': m.penalty_deadline_PN_PRESERVE,
  'PN-DEFENCE': m.penalty_deadline_PN_DEFENCE,
  'PN-HEAR-REQ': m.penalty_deadline_PN_HEAR_REQ,
  'PN-SERVE': m.penalty_deadline_PN_SERVE,
  'PN-PAY': m.penalty_deadline_PN_PAY,
  'PUB-PEN': m.penalty_deadline_PUB_PEN,
  'PN-WITHDRAW': m.penalty_deadline_PN_WITHDRAW,
};
export const dutyName = (id: string): string => duties[id]?.() ?? id;

export function warningText(warning: PenaltyWarning): string {
  switch (warning.code) {
    case 'FINE_BELOW_RANGE':
    case 'FINE_ABOVE_RANGE': {
      const { articles, fromFen, toFen } = warning;
      const range = { articles: listOf(articles), from: money(fromFen), to: money(toFen) };
      return warning.code === 'FINE_BELOW_RANGE'
        ? m.penalty_warn_FINE_BELOW_RANGE(range)
        : m.penalty_warn_FINE_ABOVE_RANGE(range);
    }
    case 'BASE_MISSING':
      return m.penalty_warn_BASE_MISSING({ articles: listOf(warning.articles) });
    case 'LIMITATION_PASSED':
      return m.penalty_warn_LIMITATION_PASSED({ date: dateInText(warning.until) });
    case 'RECTIFICATION_MISSING':
      return m.penalty_warn_RECTIFICATION_MISSING();
    case 'LICENCE_MISSING':
      return m.penalty_warn_LICENCE_MISSING();
    case 'CONTENTS_MISSING':
      return m.penalty_warn_CONTENTS_MISSING({
        contents: listOf(warning.missing.map((missing) => contents[missing]())),
      });
    case 'LATE':
      return m.penalty_warn_LATE({
        duty: dutyName(warning.id),
        date: dateInText(warning.dueOn),
      });
    case 'SURCHARGE':
      return m.penalty_warn_SURCHARGE({ amount: money(warning.surchargeFen) });
  }
}
