/** Which articles of the criminal law a matter may touch: a flag for the officer who reads it; a human decides. */
import type { CategoryCode } from './categories.ts';
import type { Circumstance } from './circumstances.ts';

/** 《刑法》 by category (domain A.6). 234, 201, 205-1, 223, 280, 333, 382 and 397 are [mem]; the others were read in the law. */
export const crimeArticles: Readonly<Partial<Record<CategoryCode, readonly string[]>>> = {
  UNLICENSED_PRACTICE: ['336'],
  QUALITY_SAFETY: ['335'],
  DRUG_DEVICE_PRODUCT: ['141', '142', '142-1', '145'],
  VACCINE: ['141', '142'],
  INSURANCE_FRAUD: ['266'],
  FALSE_AD: ['222'],
  TOUT: ['266', '293'],
  DISTURB: ['290'],
  VIOLENCE: ['234', '293'],
  LICENCE_TRADE: ['280'],
  BLOOD: ['333', '334'],
  FAKE_TCM: ['266', '336'],
  BRIBERY: ['163', '164', '385'],
  RED_PACKET: ['163', '385'],
  PUBHEALTH_FUND: ['266', '382'],
  PRIVACY: ['253-1'],
  MED_WASTE_DUMP: ['338'],
  TAX_INVOICE: ['201', '205-1'],
  STAFF_PRACTICE: ['280', '336'],
  STAFF_CERT: ['280'],
  DRINKING_WATER: ['330'],
  INFECTION: ['330'],
  PUBLIC_FINANCE: ['382'],
  PROCUREMENT: ['223'],
  HEALTH_PRODUCT: ['266'],
  OFFICIAL_CONDUCT: ['397'],
};

/** [design] Said to be so, or so grave that the officer should look: a death or an injury, forged papers, false invoices. */
const telling = [
  'SUSPECTED_CRIME',
  'CRIMINAL_CASE_FILED',
  'DEATH',
  'INJURY',
  'FORGED_DOCUMENTS',
  'FALSE_INVOICES',
  'LARGE_SUM',
] as const satisfies readonly Circumstance[];

/** Words of the citizen that mean a crime whatever the category; found as they stand. */
const tellingWords = [
  '死亡',
  '致死',
  '致残',
  '重伤',
  '假药',
  '诈骗',
  '行贿',
  '受贿',
  '倒卖',
  '伪造',
  '持刀',
  '殴打',
  '非法拘禁',
] as const;

export interface SuspectedCrime {
  /** Of the criminal law, `142-1` for 第一百四十二条之一; empty when somebody says so and no category names one. */
  readonly articles: readonly string[];
  /** What made us ask: circumstances, and words of the text. */
  readonly because: readonly string[];
}

/**
 * Whether an officer should ask himself if this is a crime; undefined when nothing says so. A category alone does not: most
 * of what it covers is an administrative matter.
 * @param text - the citizen's words; they are read here and go nowhere
 */
export function suspectedCrime(
  categories: readonly CategoryCode[],
  circumstances: readonly Circumstance[],
  text = '',
): SuspectedCrime | undefined {
  const articles = [...new Set(categories.flatMap((code) => crimeArticles[code] ?? []))];
  const said = telling.filter((circumstance) => circumstances.includes(circumstance));
  const declared = said.some((one) => one === 'SUSPECTED_CRIME' || one === 'CRIMINAL_CASE_FILED');
  if (articles.length === 0 && !declared) return undefined;
  const because = [...said, ...tellingWords.filter((word) => text.includes(word))];
  return because.length > 0 ? { articles, because } : undefined;
}
