/** Where a suspected crime stands, in words. */
import type { CrimeState } from '../../../../../shared/complaints/case-file.ts';
import { m } from '#lib/desk/paraglide/messages.js';

const crimeTexts: Readonly<Record<CrimeState, () => string>> = {
  reported: m.desk_crime_reported,
  approved: m.desk_crime_approved,
  declined: m.desk_crime_declined,
  handedOver: m.desk_crime_handedOver,
  filed: m.desk_crime_filed,
  notFiled: m.desk_crime_notFiled,
};
export const crimeText = (state: CrimeState): string => crimeTexts[state]();
