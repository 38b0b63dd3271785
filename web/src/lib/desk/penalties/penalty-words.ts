/** Names of states, steps and roles of a penalty, and why a step is not for somebody. */
import type { Denial, Publication } from '../../../../../shared/disclosure/publication.ts';
import type { CreditClass } from '../../../../../shared/disclosure/record.ts';
import type {
  PartyKind,
  PenaltyProposal,
  PenaltyStatus,
} from '../../../../../shared/penalties/penalty.ts';
import type { PenaltyState } from '../../../../../shared/penalties/states.ts';
import type { PenaltyStep, StepName } from '../../../../../shared/penalties/steps.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { refusalText } from '#lib/desk/penalties/act-names.ts';
import { dateInText } from '#lib/figures.ts';

// Texts are named one by one, so that a page carries no others to the browser.
const stateNames: Readonly<Record<PenaltyState, () => string>> = {
  open: m.penalty_state_open,
  decided: m.penalty_state_decided,
  withdrawn: m.penalty_state_withdrawn,
  closed: m.penalty_state_closed,
};
export const stateName = (state: PenaltyState): string => stateNames[state]();

const statusNames: Readonly<Record<PenaltyStatus, () => string>> = {
  proposed: m.penalty_status_proposed,
  notified: m.penalty_status_notified,
  defended: m.penalty_status_defended,
  'hearing-settled': m.penalty_status_hearing_settled,
  'hearing-requested': m.penalty_status_hearing_requested,
  'hearing-arranged': m.penalty_status_hearing_arranged,
  cleared: m.penalty_status_cleared,
  reviewed: m.penalty_status_reviewed,
  decided: m.penalty_status_decided,
  withdrawn: m.penalty_status_withdrawn,
  closed: m.penalty_status_closed,
  transferred: m.penalty_status_transferred,
};
export const statusName = (status: PenaltyStatus): string => statusNames[status]();

const stepNames: Readonly<Record<StepName, () => string>> = {
  propose: m.penalty_step_propose,
  notify: m.penalty_step_notify,
  defence: m.penalty_step_defence,
  hearing: m.penalty_step_hearing,
  review: m.penalty_step_review,
  discuss: m.penalty_step_discuss,
  decide: m.penalty_step_decide,
  publish: m.penalty_step_publish,
  serve: m.penalty_step_serve,
  perform: m.penalty_step_perform,
  recheck: m.penalty_step_recheck,
};
export const stepName = (step: StepName): string => stepNames[step]();

const stepStateNames: Readonly<Record<PenaltyStep['state'], () => string>> = {
  done: m.penalty_is_done,
  next: m.penalty_is_next,
  ahead: m.penalty_is_ahead,
  notRequired: m.penalty_is_notRequired,
};
export const stepStateName = (state: PenaltyStep['state']): string => stepStateNames[state]();

const partyKindNames: Readonly<Record<PartyKind, () => string>> = {
  ORG: m.penalty_party_ORG,
  SOLE: m.penalty_party_SOLE,
  PERSON_PRACTITIONER: m.penalty_party_PERSON_PRACTITIONER,
  PERSON_OTHER: m.penalty_party_PERSON_OTHER,
  JUVENILE: m.penalty_party_JUVENILE,
};
export const partyKindName = (kind: PartyKind): string => partyKindNames[kind]();

export const procedureName = (procedure: PenaltyProposal['procedure']): string =>
  procedure === 'SIMPLE' ? m.penalty_procedure_SIMPLE() : m.penalty_procedure_ORDINARY();

const roleNames: Readonly<Record<string, () => string>> = {
  officer: m.penalty_role_officer,
  reviewer: m.penalty_role_reviewer,
  approver: m.penalty_role_approver,
  publisher: m.penalty_role_publisher,
  system: m.penalty_role_system,
};
/** A role this window does not know yet is shown as it is. */
export const roleName = (role: string): string => roleNames[role]?.() ?? role;

/** Why the caller may not take a step that is next. */
export function whyNot({ why, role, step }: PenaltyStep): string {
  if (why === 'SAME_PERSON')
    return step === 'decide' ? m.penalty_same_person_decide() : m.penalty_same_person_review();
  const refused = why && why !== 'ROLE_MISSING' && refusalText({ code: why });
  return refused ? refused : m.penalty_role_missing({ role: roleName(role) });
}

const creditNames: Readonly<Record<CreditClass, () => string>> = {
  MINOR: m.penalty_credit_MINOR,
  GENERAL: m.penalty_credit_GENERAL,
  SERIOUS: m.penalty_credit_SERIOUS,
};

const denials: Readonly<Record<Denial, () => string>> = {
  NOT_DECIDED: m.penalty_deny_NOT_DECIDED,
  PUBLIC_SECURITY: m.penalty_deny_PUBLIC_SECURITY,
  JUVENILE: m.penalty_deny_JUVENILE,
  STATE_SECRET: m.penalty_deny_STATE_SECRET,
  SAFETY: m.penalty_deny_SAFETY,
  MINOR: m.penalty_deny_MINOR,
  WITHDRAWN: m.penalty_deny_WITHDRAWN,
  REPAIRED: m.penalty_deny_REPAIRED,
  EXPIRED: m.penalty_deny_EXPIRED,
};

/** What the public will get to see of a decision, and how long. */
export function publicationText(publication: Publication): string {
  if (publication.outcome === 'deny') return denials[publication.reason]();
  const { publishBy, publicUntil, creditClass } = publication;
  return m.penalty_publish_text({
    publishBy: dateInText(publishBy),
    publicUntil: dateInText(publicUntil),
    creditClass: creditNames[creditClass](),
  });
}
