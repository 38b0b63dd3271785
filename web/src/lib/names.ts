/** The names of codes in the language of the page. */
import type { Addressee } from '../../../shared/complaints/categories.ts';
import {
  categoryNames as officialNames,
  type CategoryCode,
} from '../../../shared/complaints/category-names.ts';
import { departmentName } from '../../../shared/departments/directory.ts';
import { penaltyKinds, type PenaltyKind } from '../../../shared/penalties/kinds.ts';
import { categoryNames, departmentNames, penaltyKindNames } from '#lib/english-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const isEnglish = () => getLocale() === 'en';

/** Official full name, or its English rendering. */
export function addresseeName(code: Addressee): string {
  if (code === 'FIRE*') return m.body_FIRE();
  if (code === 'TOWNS') return m.body_TOWNS();
  if (isEnglish()) return departmentNames[code];
  return departmentName(code);
}

export const categoryName = (code: CategoryCode): string =>
  isEnglish() ? categoryNames[code] : officialNames[code];

export const penaltyKindName = (kind: PenaltyKind): string =>
  isEnglish() ? penaltyKindNames[kind] : penaltyKinds[kind];

export const listOf = (names: readonly string[]): string => names.join(isEnglish() ? ', ' : '、');

/** One after the other; Chinese full stops bring their own space. */
export const sentences = (...all: readonly (string | false | undefined)[]): string =>
  all.filter(Boolean).join(isEnglish() ? ' ' : '');
