/** Names of states, steps and roles of a penalty, and why a step is not for somebody. */
import type { Publication } from '../../../../../shared/disclosure/publication.ts';
import type { PenaltyStatus } from '../../../../../shared/penalties/penalty.ts';
import type { PenaltyState } from '../../../../../shared/penalties/states.ts';
import type { PenaltyStep, StepName } from '../../../../../shared/penalties/steps.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { dateInText } from '#lib/figures.ts';

export const stateName = (state: PenaltyState): string => m[`penalty_state_${state}`]();

const statusNames: Readonly<Record<PenaltyStatus, () => string>> = {
  proposed: m.penalty_status_proposed,
  notified: m.penalty_status_notified,
  'defence-waived': m.penalty_status_defence_waived,
  'hearing-waived': m.penalty_status_hearing_waived,
  cleared: m.penalty_status_cleared,
  reviewed: m.penalty_status_reviewed,
  decided: m.penalty_status_decided,
  withdrawn: m.penalty_status_withdrawn,
};
export const statusName = (status: PenaltyStatus): string => statusNames[status]();

export const stepName = (step: StepName): string => m[`penalty_step_${step}`]();
export const stepStateName = (state: PenaltyStep['state']): string => m[`penalty_is_${state}`]();

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
  return m.penalty_role_missing({ role: roleName(role) });
}

/** What the public will get to see of a decision, and how long. */
export function publicationText(publication: Publication): string {
  if (publication.outcome === 'deny') return m[`penalty_deny_${publication.reason}`]();
  const { publishBy, publicUntil, creditClass } = publication;
  return m.penalty_publish_text({
    publishBy: dateInText(publishBy),
    publicUntil: dateInText(publicUntil),
    creditClass: m[`penalty_credit_${creditClass}`](),
  });
}

const eventNames: Readonly<Record<string, () => string>> = {
  propose: m.penalty_event_propose,
  notify: m.penalty_event_notify,
  'waive-defence': m.penalty_event_waive_defence,
  'waive-hearing': m.penalty_event_waive_hearing,
  review: m.penalty_event_review,
  decide: m.penalty_event_decide,
  withdraw: m.penalty_event_withdraw,
};
export const eventName = (type: string): string => eventNames[type]?.() ?? type;
