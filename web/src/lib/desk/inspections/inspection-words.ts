/** Names of kinds and results of inspections. */
import {
  inspectionKinds,
  type InspectionReport,
} from '../../../../../shared/inspections/inspection.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { getLocale } from '#lib/desk/paraglide/runtime.js';

type Kind = InspectionReport['kind'];

/** Official name, or its English rendering. */
export const inspectionKindName = (kind: Kind): string =>
  getLocale() === 'zh' ? inspectionKinds[kind] : m[`inspection_kind_${kind}`]();

export const resultName = (result: InspectionReport['result']): string =>
  m[`inspection_${result}`]();
