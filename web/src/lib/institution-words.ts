/** What the register of institutions says of one, in the language of the page; the Chinese names are official. */
import {
  institutionCategories,
  isKnownCategory,
  type InstitutionCategory,
} from '../../../shared/institutions/categories.ts';
import type { RegisteredFacts } from '../../../shared/institutions/registered.ts';
import { dateInText } from '#lib/figures.ts';
import { addresseeName } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const englishCategories: Readonly<Record<InstitutionCategory, string>> = {
  A100: 'general hospital',
  A210: 'hospital of Chinese medicine',
  A220: 'specialised hospital of Chinese medicine',
  A300: 'hospital of integrated Chinese and Western medicine',
  A511: 'dental hospital',
  A512: 'eye hospital',
  A518: 'maternity hospital',
  A519: "children's hospital",
  A520: 'psychiatric hospital',
  A527: 'rehabilitation hospital',
  A528: 'plastic surgery hospital',
  A529: 'cosmetic hospital',
  A539: 'other specialised hospital',
  A600: 'sanatorium',
  A710: 'nursing home',
  A720: 'nursing station',
  B100: 'community health centre',
  B200: 'community health station',
  C100: 'sub-district health centre',
  C210: 'central township health centre',
  C220: 'township health centre',
  D110: 'general outpatient department',
  D121: 'outpatient department of Chinese medicine',
  D151: 'specialised outpatient department',
  D152: 'dental outpatient department',
  D154: 'cosmetic outpatient department',
  D211: 'clinic',
  D212: 'clinic of Chinese medicine',
  D215: 'dental clinic',
  D216: 'cosmetic clinic',
  D229: 'other clinic',
  D300: 'health post',
  D400: 'infirmary',
  D500: 'school health post',
  D600: 'village clinic',
  E100: 'emergency centre',
  F110: 'blood centre',
  F120: 'central blood station',
  F200: 'plasma collection station',
  G100: 'maternal and child health hospital',
  H211: 'dental disease prevention institute',
  J100: 'centre for disease control and prevention',
  K100: 'health inspection institute',
  P110: 'clinical laboratory centre',
  Q200: 'medical association',
  X01: 'rehabilitation centre',
  X02: 'nursing centre',
  X03: 'health check-up centre',
  X04: 'medical laboratory',
  X05: 'pathology centre',
  X06: 'medical imaging centre',
  X07: 'haemodialysis centre',
};

export function categoryOfInstitution(code: string): string {
  if (!isKnownCategory(code)) return m.onregister_category_other({ code });
  return getLocale() === 'en' ? englishCategories[code] : institutionCategories[code];
}

/** Whence the facts are, and of which day. */
export function sourceOfFacts({ importedOn, department }: RegisteredFacts): string {
  const date = dateInText(importedOn);
  return department
    ? m.onregister_source({ department: addresseeName(department), date })
    : m.onregister_source_unnamed({ date });
}

/** What the number is called, by what one may practise. */
export function numberLabel({ practiceBasis }: RegisteredFacts): string {
  if (practiceBasis === undefined) return m.onregister_number();
  return practiceBasis === 'FILING' ? m.onregister_filing() : m.onregister_licence();
}
