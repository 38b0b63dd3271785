/** Names of kinds, results, states and acts of inspections. */
import {
  inspectionKinds,
  type InspectionEvent,
  type InspectionReport,
  type InspectionStatus,
  type WithdrawalGround,
} from '../../../../../shared/inspections/inspection.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { getLocale } from '#lib/desk/paraglide/runtime.js';

type Kind = InspectionReport['kind'];

// Texts are named one by one, so that a page carries no others to the browser.
const kindNames: Readonly<Record<Kind, () => string>> = {
  DAILY: m.inspection_kind_DAILY,
  INDIVIDUAL: m.inspection_kind_INDIVIDUAL,
  SPECIAL: m.inspection_kind_SPECIAL,
};

/** Official name, or its English rendering. */
export const inspectionKindName = (kind: Kind): string =>
  getLocale() === 'zh' ? inspectionKinds[kind] : kindNames[kind]();

export const resultName = (result: InspectionReport['result']): string =>
  result === 'PROBLEM' ? m.inspection_PROBLEM() : m.inspection_NO_PROBLEM();

const groundNames: Readonly<Record<WithdrawalGround, () => string>> = {
  ERROR: m.inspection_ground_ERROR,
  REVOKED: m.inspection_ground_REVOKED,
  UNLAWFUL: m.inspection_ground_UNLAWFUL,
};
export const groundName = (ground: WithdrawalGround): string => groundNames[ground]();

const eventNames: Readonly<Record<InspectionEvent['type'], () => string>> = {
  record: m.inspection_event_record,
  import: m.inspection_event_import,
  correct: m.inspection_event_correct,
  withdraw: m.inspection_event_withdraw,
};
export const eventName = (type: InspectionEvent['type']): string => eventNames[type]();

/** What is said of one that is not as it was recorded. */
export function stateName(inspection: {
  readonly status: InspectionStatus;
  readonly corrected?: number;
}): string | undefined {
  if (inspection.status === 'withdrawn') return m.inspection_status_withdrawn();
  return inspection.corrected ? m.inspection_status_corrected() : undefined;
}
