/** Who receives a complaint: one item per lead and track, each addressee with the rule and clause that name it. */
import type { DepartmentCode } from '../departments/directory.ts';
import { chosenDistrict } from '../districts/chosen.ts';
import type { DistrictConfiguration } from '../districts/configuration.ts';
import { parkedBecause } from './addressee.ts';
import type { Addressee, Category, CategoryCode, Urgency } from './categories.ts';
import type { Circumstance } from './circumstances.ts';
import { mostUrgent, urgencyOf } from './major.ts';
import { matrixRow } from './matrix.ts';

export { heldBy, parkedBecause } from './addressee.ts';
export { majorReasons, mostUrgent } from './major.ts';

/** C 投诉: a private claim · R 举报: a tip on a violation · X an accusation against officials. */
export type ItemTrack = 'C' | 'R' | 'X';

/** LEAD_EACH 分别负责 · LEAD 牵头 · COOPERATES 负责 beyond the first, 参与 · CONDITION switched by a circumstance. */
export interface RouteReason {
  readonly category: CategoryCode;
  readonly rule: 'LEAD' | 'LEAD_EACH' | 'COOPERATES' | 'CONDITION';
  readonly circumstance?: Circumstance;
  readonly basis: string;
}

export interface RoutedAddressee {
  readonly addressee: Addressee;
  readonly reasons: readonly RouteReason[];
}

/** What is no complaint and has a way of its own: 咨询、申请政府信息公开、行政复议、信访、表扬感谢. */
export const otherChannels = [
  'CONSULT',
  'INFO_REQUEST',
  'RECONSIDERATION',
  'PETITION',
  'PRAISE',
] as const;
export type OtherChannel = (typeof otherChannels)[number];

/** COURT: a court has the dispute already · ELSEWHERE: it happened in another district. */
export type RegistrationReason = 'COURT' | 'ELSEWHERE' | OtherChannel;

/** Why an item is answered at once and goes to no department. */
export interface Registration {
  readonly why: RegistrationReason;
  /** The district that is competent, in Chinese. */
  readonly body?: string;
}

export interface RoutedItem {
  readonly track: ItemTrack;
  readonly categories: readonly CategoryCode[];
  readonly lead: RoutedAddressee;
  readonly cooperating: readonly RoutedAddressee[];
  readonly urgency: Urgency;
  readonly registered?: Registration;
}

export interface RouteQuestion {
  readonly categories: readonly CategoryCode[];
  readonly circumstances: readonly Circumstance[];
  /** Something wanted for oneself: makes a 投诉 beside the 举报 (市场监督管理投诉举报处理办法, arts. 10 and 28). */
  readonly hasDemand: boolean;
  /** Whom an accusation is about: it never goes there. */
  readonly accused?: DepartmentCode;
}

/** Splits a message into items, in the order of its categories. Accusations against officials keep the track X. */
export function route(
  { accused, ...question }: RouteQuestion,
  district: DistrictConfiguration = chosenDistrict,
): readonly RoutedItem[] {
  const items = new Map<string, RoutedItem>();
  for (const code of new Set(question.categories)) {
    const row = matrixRow(code, district);
    for (const track of tracksOf(row, question.hasDemand)) {
      for (const lead of row.lead) {
        const key = `${lead} ${track}`;
        const item = itemFor(code, row, lead, track, question.circumstances, district);
        const earlier = items.get(key);
        items.set(key, earlier ? merged(earlier, item) : item);
      }
    }
  }
  return [...items.values()].map((item) =>
    item.track === 'X' ? keptFrom(item, accused, district) : item,
  );
}

/**
 * Who is accused neither leads nor helps: the other body that the matrix names takes it. Nor is it parked as long as a body
 * of the directory can take it: the coordinator is not to read it.
 */
function keptFrom(
  item: RoutedItem,
  accused: DepartmentCode | undefined,
  district: DistrictConfiguration,
): RoutedItem {
  const others = [item.lead, ...item.cooperating].filter(({ addressee }) => addressee !== accused);
  const own = others.filter(({ addressee }) => !parkedBecause(addressee, district));
  const [first, ...rest] = own.length > 0 ? own : others;
  return first ? { ...item, lead: first, cooperating: rest } : item;
}

function tracksOf(row: Category, hasDemand: boolean): readonly ItemTrack[] {
  if (row.track === 'X') return ['X'];
  if (row.track === 'C') return ['C'];
  return hasDemand ? ['C', 'R'] : ['R'];
}

function itemFor(
  code: CategoryCode,
  row: Category,
  lead: Addressee,
  track: ItemTrack,
  circumstances: readonly Circumstance[],
  district: DistrictConfiguration,
): RoutedItem {
  const because = (rule: RouteReason['rule'], circumstance?: Circumstance): RouteReason => ({
    category: code,
    rule,
    basis: row.basis,
    ...(circumstance && { circumstance }),
  });
  const switched = row.conditional.filter((c) => circumstances.includes(c.circumstance));
  const cooperating = [
    ...row.cooperating.map((addressee) => ({ addressee, reasons: [because('COOPERATES')] })),
    ...switched.map(({ department, circumstance }) => ({
      addressee: department,
      reasons: [because('CONDITION', circumstance)],
    })),
  ].filter(({ addressee }) => !row.lead.includes(addressee));
  return {
    track,
    categories: [code],
    lead: { addressee: lead, reasons: [because(row.lead.length > 1 ? 'LEAD_EACH' : 'LEAD')] },
    cooperating: joined(cooperating),
    urgency: urgencyOf(row.urgency, circumstances, district),
  };
}

function merged(a: RoutedItem, b: RoutedItem): RoutedItem {
  return {
    track: a.track,
    categories: [...a.categories, ...b.categories],
    lead: { addressee: a.lead.addressee, reasons: [...a.lead.reasons, ...b.lead.reasons] },
    cooperating: joined([...a.cooperating, ...b.cooperating]),
    urgency: mostUrgent(a.urgency, b.urgency),
  };
}

function joined(addressees: readonly RoutedAddressee[]): readonly RoutedAddressee[] {
  const byAddressee = Map.groupBy(addressees, ({ addressee }) => addressee);
  return [...byAddressee].map(([addressee, all]) => ({
    addressee,
    reasons: all.flatMap(({ reasons }) => reasons),
  }));
}
