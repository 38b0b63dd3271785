/** What makes a case major and an item urgent, each with its reasons; the rules are the district's configuration. */
import { chosenDistrict } from '../districts/chosen.ts';
import type { DistrictConfiguration } from '../districts/configuration.ts';
import { category, type Addressee, type CategoryCode, type Urgency } from './categories.ts';
import type { Circumstance } from './circumstances.ts';

interface Message {
  readonly categories: readonly CategoryCode[];
  readonly circumstances: readonly Circumstance[];
}

/** 未成年人群体: minors among five or more affected. */
export const MINORS_AS_GROUP = 'MINORS_AS_GROUP';
/** A reason that comes later: several departments are in a matter, and one says that it is not competent. */
export const DISAGREEMENT = 'DISAGREEMENT';

export type MajorReason =
  CategoryCode | Circumstance | typeof MINORS_AS_GROUP | typeof DISAGREEMENT;

type MajorDistrict = Pick<DistrictConfiguration, 'major'>;
type UrgencyDistrict = Pick<DistrictConfiguration, 'urgency'>;

/** Why a case is major (案情重大、复杂、社会影响较大, Beibei plan 四（四）); empty when it is not. */
export function majorReasons(
  { categories, circumstances }: Message,
  { major }: MajorDistrict = chosenDistrict,
): readonly MajorReason[] {
  const isGroupOfMinors = major.minorsAsGroup.every((one) => circumstances.includes(one));
  return [
    ...new Set<MajorReason>([
      ...categories.filter((code) => category(code).major),
      ...circumstances.filter((circumstance) => major.circumstances.includes(circumstance)),
      ...(isGroupOfMinors ? ([MINORS_AS_GROUP] as const) : []),
    ]),
  ];
}

/** 案情复杂: with so many bodies in a matter, one that says “not mine” is a disagreement. */
export function returnMakesMajor(
  { lead, cooperating }: { readonly lead: Addressee; readonly cooperating: readonly Addressee[] },
  { major }: MajorDistrict = chosenDistrict,
): boolean {
  return new Set([lead, ...cooperating]).size >= major.disagreementFrom;
}

export const mostUrgent = (a: Urgency, b: Urgency): Urgency => (a < b ? a : b);

/** Of a category under these circumstances. */
export const urgencyOf = (
  usual: Urgency,
  circumstances: readonly Circumstance[],
  { urgency }: UrgencyDistrict = chosenDistrict,
): Urgency =>
  circumstances.map((one) => urgency.circumstances[one] ?? usual).reduce(mostUrgent, usual);

/** What makes a message as urgent as it is: each of these alone would. */
export function urgencyReasons(
  { categories, circumstances }: Message,
  { urgency }: UrgencyDistrict = chosenDistrict,
): readonly (CategoryCode | Circumstance)[] {
  const grounds = [
    ...categories.map((code) => ({ code, makes: category(code).urgency })),
    ...circumstances.map((code) => ({ code, makes: urgency.circumstances[code] })),
  ];
  const made = grounds.flatMap(({ makes }) => makes ?? []);
  const most = made.reduce(mostUrgent, 'P3');
  return [...new Set(grounds.filter(({ makes }) => makes === most).map(({ code }) => code))];
}
