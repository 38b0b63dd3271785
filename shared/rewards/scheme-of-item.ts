/** Which reward scheme an item falls under: by its categories, and only where the scheme's own authority leads it. */
import type { CaseItem } from '../complaints/case-file.ts';
import type { CategoryCode } from '../complaints/categories.ts';
import type { DateOnly } from '../time.ts';
import { schemes, type SchemeCode } from './schemes.ts';

/** Reward column of the responsibility matrix (domain A.6). */
export const schemeOf: Readonly<Record<CategoryCode, SchemeCode | 'NONE'>> = {
  UNLICENSED_PRACTICE: 'HEALTH_LOCAL',
  OUT_OF_SCOPE: 'HEALTH_LOCAL',
  QUALITY_SAFETY: 'NONE',
  DRUG_USE: 'NONE',
  DRUG_DEVICE_PRODUCT: 'MARKET_2021',
  VACCINE: 'MARKET_2021',
  LARGE_EQUIPMENT: 'NONE',
  PHARMACIST: 'MARKET_2021',
  PRICE: 'MARKET_2021',
  INSURANCE_FRAUD: 'MEDINS_2022',
  INSURANCE_SERVICE: 'NONE',
  FALSE_AD: 'MARKET_2021',
  TOUT: 'NONE',
  DISTURB: 'NONE',
  VIOLENCE: 'NONE',
  NGO_REGISTRATION: 'NONE',
  DEPT_LEASE: 'HEALTH_LOCAL',
  LICENCE_TRADE: 'HEALTH_LOCAL',
  BLOOD: 'HEALTH_LOCAL',
  FAKE_TCM: 'HEALTH_LOCAL',
  BRIBERY: 'MARKET_2021',
  RED_PACKET: 'NONE',
  PUBHEALTH_FUND: 'NONE',
  PRIVACY: 'NONE',
  MED_WASTE_INTERNAL: 'NONE',
  MED_WASTE_DUMP: 'NONE',
  EIA_POLLUTION: 'NONE',
  FIRE_BUILD: 'NONE',
  FIRE_HAZARD: 'NONE',
  TAX_INVOICE: 'NONE',
  STAFF_PRACTICE: 'HEALTH_LOCAL',
  STAFF_CERT: 'NONE',
  FOREIGN_INVEST: 'NONE',
  SCHOOL_HEALTH: 'NONE',
  DRINKING_WATER: 'NONE',
  PUBLIC_PLACE: 'NONE',
  INFECTION: 'NONE',
  NONPROFIT_DIVIDEND: 'NONE',
  PUBLIC_FINANCE: 'NONE',
  PROCUREMENT: 'NONE',
  INTERNET_HEALTH: 'NONE',
  HEALTH_PRODUCT: 'MARKET_2021',
  DISPUTE: 'NONE',
  SERVICE_ATTITUDE: 'NONE',
  OFFICIAL_CONDUCT: 'NONE',
  OTHER: 'NONE',
};

/**
 * Only a 举报 is rewarded, and only by the authority whose measure it is: where two departments lead, each has an item
 * of its own, and the tip earns one reward.
 * @param filedOn - the day the report was filed; a scheme reaches no report before its first day
 */
export function schemeOfItem(
  { track, categories, lead }: Pick<CaseItem, 'track' | 'categories' | 'lead'>,
  filedOn: DateOnly,
): SchemeCode | undefined {
  if (track !== 'R') return undefined;
  return categories
    .map((code) => schemeOf[code])
    .filter((code) => code !== 'NONE')
    .find((code) => schemes[code].department === lead && schemes[code].validFrom <= filedOn);
}
