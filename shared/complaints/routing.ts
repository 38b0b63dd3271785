/** Who receives a complaint: one item per lead and track, each addressee with the rule and clause that name it. */
import { COORDINATOR, isDepartment, type DepartmentCode } from '../departments/directory.ts';
import {
  category,
  type Addressee,
  type Category,
  type CategoryCode,
  type Urgency,
} from './categories.ts';
import type { Circumstance } from './circumstances.ts';

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
export function route({ accused, ...question }: RouteQuestion): readonly RoutedItem[] {
  const items = new Map<string, RoutedItem>();
  for (const code of new Set(question.categories)) {
    const row = category(code);
    for (const track of tracksOf(row, question.hasDemand)) {
      for (const lead of row.lead) {
        const key = `${lead} ${track}`;
        const item = itemFor(code, row, lead, track, question.circumstances);
        const earlier = items.get(key);
        items.set(key, earlier ? merged(earlier, item) : item);
      }
    }
  }
  return [...items.values()].map((item) => (item.track === 'X' ? keptFrom(item, accused) : item));
}

/** Who is accused neither leads nor helps: the other body that the matrix names takes it. */
function keptFrom(item: RoutedItem, accused: DepartmentCode | undefined): RoutedItem {
  const [first, ...rest] = [item.lead, ...item.cooperating].filter(
    ({ addressee }) => addressee !== accused,
  );
  return first ? { ...item, lead: first, cooperating: rest } : item;
}

/** Where an addressee's mail goes: bodies outside the directory are held by the coordinator. */
export const heldBy = (addressee: Addressee): DepartmentCode =>
  isDepartment(addressee) ? addressee : COORDINATOR;

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
    urgency: urgencyOf(row.urgency, circumstances),
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

/** [design] A death is acted on now; an injury or something still going on, the same working day. */
function urgencyOf(usual: Urgency, circumstances: readonly Circumstance[]): Urgency {
  if (circumstances.includes('DEATH')) return 'P0';
  const pressing = circumstances.some((c) => c === 'INJURY' || c === 'UNDERWAY_NOW');
  return pressing ? mostUrgent(usual, 'P1') : usual;
}

export const mostUrgent = (a: Urgency, b: Urgency): Urgency => (a < b ? a : b);

/** [design] Circumstances that make a case major (案情重大、复杂、社会影响较大, Beibei plan 四（四）). */
const majorCircumstances: readonly Circumstance[] = [
  'DEATH',
  'INJURY',
  'FIVE_OR_MORE',
  'SUSPECTED_CRIME',
  'MEDIA_EXPOSURE',
];

/** Why a case is major; empty when it is not. */
export function majorReasons(
  question: Pick<RouteQuestion, 'categories' | 'circumstances'>,
): readonly string[] {
  return [
    ...question.categories.filter((code) => category(code).major),
    ...question.circumstances.filter((circumstance) => majorCircumstances.includes(circumstance)),
  ];
}

/** A reason for being major that comes later: a department of a matter that concerns several says it is not competent. */
export const DISAGREEMENT = 'DISAGREEMENT';

/** [design] 案情复杂: with so many departments in a matter, a return is one (Beibei plan 四（四）). */
export const isDisagreement = (departments: number): boolean => departments >= 3;
