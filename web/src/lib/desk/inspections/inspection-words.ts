/** Names of kinds and results of inspections. */
import {
  inspectionKinds,
  type InspectionReport,
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
