/** Whether, where, how long and until when a penalty is public: one pure rule from the decision (domain B.6). */
import { PUB_PEN } from '../clocks/enforcement-rules.ts';
import { deadline } from '../clocks/clocks.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import { chosenDistrict } from '../districts/chosen.ts';
import type { PublicationPolicy } from '../districts/publication-policy.ts';
import type { PenaltyKind } from '../penalties/kinds.ts';
import type { PartyKind, Penalty, Secrecy } from '../penalties/penalty.ts';
import { dateInShanghai, plusMonths, type DateOnly, type Instant } from '../time.ts';
import { channels, gsxtWindow, takes, type Channel } from './channels.ts';
import type { CreditClass, RemovedPart } from './record.ts';

/** What the rule asks of a penalty; a proposal with its department and a day is one. */
export interface DecidedPenalty {
  readonly authority: DepartmentCode;
  readonly party?: { readonly kind: PartyKind; readonly uscc?: string | undefined };
  readonly procedure: 'SIMPLE' | 'ORDINARY';
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen?: number | undefined;
  readonly secrecy?: readonly Secrecy[] | undefined;
  /** Absent: not decided yet. */
  readonly decidedOn?: DateOnly | undefined;
  /** A MINOR one is published all the same, since it was found fit for it. */
  readonly minorPublication?:
    { readonly at?: Instant | undefined; readonly reason?: string | undefined } | undefined;
  readonly seriousListing?: object | undefined;
  readonly withdrawal?: object | undefined;
  readonly repair?: object | undefined;
  /** What was decided elsewhere may end before its class would; it never lasts longer. */
  readonly imported?: { readonly publicUntil?: DateOnly | undefined } | undefined;
}

/** It never was to be public. PUBLIC_SECURITY: sealed by 治安管理处罚法 136. STATE_SECRET, SAFETY: 政府信息公开条例 14. MINOR: 36号令. */
export type NeverPublic =
  'NOT_DECIDED' | 'PUBLIC_SECURITY' | 'JUVENILE' | 'STATE_SECRET' | 'SAFETY' | 'MINOR';

/** It is public no more. WITHDRAWN: 行政处罚法 48. REPAIRED, EXPIRED: 36号令. */
export type NoLongerPublic = 'WITHDRAWN' | 'REPAIRED' | 'EXPIRED';

export type Denial = NeverPublic | NoLongerPublic;

/** What made a penalty of its class, and what made it public though it is light. */
export type ClassReason =
  | `KIND_${PenaltyKind}`
  | 'HUGE_FINE'
  | 'LARGE_FINE'
  | 'SMALL_FINE'
  | 'SERIOUS_LISTING'
  | 'SIMPLE_PROCEDURE'
  | 'ONLY_WARNING'
  | 'MINOR_PUBLICATION';

export interface ShownPublication {
  /** `redact`: parts are left out, and the record says which. */
  readonly outcome: 'publish' | 'redact';
  readonly creditClass: CreditClass;
  /** 国办发〔2018〕118号: within seven working days of the decision. */
  readonly publishBy: DateOnly;
  /** The decision's date and the longest period of its class; publication stops by itself on this day. */
  readonly publicUntil: DateOnly;
  /** From when the party may ask for repair; MINOR: never, there is nothing to repair. */
  readonly repairFrom?: DateOnly;
  readonly channels: readonly Channel[];
  readonly reasons: readonly (ClassReason | Secrecy)[];
  readonly removed?: readonly RemovedPart[];
}

export interface DeniedPublication {
  readonly outcome: 'deny';
  readonly reason: Denial;
  /** Of EXPIRED: the day on which publication stopped. */
  readonly since?: DateOnly;
}

export type Publication = DeniedPublication | ShownPublication;

/** Minimum before repair and maximum of publication, in months (信用修复管理办法, 发改委令36号). */
export const windowMonths: Readonly<
  Record<CreditClass, { readonly repair?: number; readonly longest: number }>
> = {
  MINOR: { longest: 3 },
  GENERAL: { repair: 3, longest: 12 },
  SERIOUS: { repair: 12, longest: 36 },
};

const serious: readonly PenaltyKind[] = ['P33', 'P41', 'P42', 'P43', 'P44'];
const light: readonly PenaltyKind[] = ['P11', 'P12'];

/** @param on - the day it is asked for, Asia/Shanghai */
export function publicationOf(
  penalty: DecidedPenalty,
  on: DateOnly,
  policy: PublicationPolicy = chosenDistrict.publication,
): Publication {
  const { creditClass, reasons } = classified(penalty, policy);
  const never = neverPublic(penalty, creditClass);
  const { decidedOn } = penalty;
  if (never || decidedOn === undefined) return deny(never ?? 'NOT_DECIDED');
  if (penalty.withdrawal) return deny('WITHDRAWN');
  if (penalty.repair) return deny('REPAIRED');
  const { repair, longest } = windowMonths[creditClass];
  const publicUntil = earlier(plusMonths(decidedOn, longest), penalty.imported?.publicUntil);
  if (on >= publicUntil) return { outcome: 'deny', reason: 'EXPIRED', since: publicUntil };
  const removed = removedParts(penalty);
  return {
    outcome: removed.length > 0 ? 'redact' : 'publish',
    ...{ creditClass, publicUntil, publishBy: publishBy(penalty, creditClass, decidedOn) },
    ...(repair !== undefined && { repairFrom: plusMonths(decidedOn, repair) }),
    channels: channels.filter((channel) => goesTo(channel, penalty, decidedOn, policy)),
    reasons: [...reasons, ...new Set(removed.map(({ ground }) => ground))],
    ...(removed.length > 0 && { removed }),
  };
}

/** A light one is late only when seven working days have gone since somebody found it fit for the public. */
function publishBy(
  { minorPublication }: DecidedPenalty,
  creditClass: CreditClass,
  decidedOn: DateOnly,
): DateOnly {
  const foundFitAt = creditClass === 'MINOR' ? minorPublication?.at : undefined;
  return deadline(PUB_PEN, foundFitAt ? dateInShanghai(foundFitAt) : decidedOn).dueOn;
}

/** Before that day no credit is repaired (36号令); of a MINOR one from its decision on. Undefined: not decided. */
export function repairableFrom(
  penalty: DecidedPenalty,
  policy: PublicationPolicy = chosenDistrict.publication,
): DateOnly | undefined {
  const { creditClass } = classified(penalty, policy);
  const { repair = 0 } = windowMonths[creditClass];
  return penalty.decidedOn === undefined ? undefined : plusMonths(penalty.decidedOn, repair);
}

const earlier = (day: DateOnly, other: DateOnly | undefined): DateOnly =>
  other !== undefined && other < day ? other : day;

const deny = (reason: Denial): Publication => ({ outcome: 'deny', reason });

/** What the rule asks of a penalty of ours. */
export function decidedPenalty(penalty: Penalty): DecidedPenalty {
  const { department, proposal, decision, ...after } = penalty;
  const { minorPublication, seriousListing, withdrawal, repair, imported } = after;
  return {
    ...{ authority: department, ...proposal, decidedOn: decision?.decidedOn },
    ...{ minorPublication, seriousListing, withdrawal, repair, imported },
  };
}

/** @param on - the day it is asked for, Asia/Shanghai */
export const publicationOfPenalty = (penalty: Penalty, on: DateOnly): Publication =>
  publicationOf(decidedPenalty(penalty), on);

/** Once a penalty may be known, only time and repair change that: what was public then leaves a tombstone. */
export const isNoLongerPublic = (reason: Denial): reason is NoLongerPublic =>
  reason === 'WITHDRAWN' || reason === 'REPAIRED' || reason === 'EXPIRED';

function neverPublic(
  { authority, kinds, party, secrecy = [], minorPublication }: DecidedPenalty,
  creditClass: CreditClass,
): NeverPublic | undefined {
  if (authority === 'PSB' || kinds.includes('P51')) return 'PUBLIC_SECURITY';
  if (party?.kind === 'JUVENILE') return 'JUVENILE'; // [mem] 未成年人保护法: nothing that leads to the person
  if (secrecy.includes('STATE_SECRET')) return 'STATE_SECRET';
  if (secrecy.includes('SAFETY')) return 'SAFETY';
  return creditClass === 'MINOR' && !minorPublication ? 'MINOR' : undefined;
}

interface Classified {
  readonly creditClass: CreditClass;
  readonly reasons: readonly ClassReason[];
}

/** How grave it is for credit, and what made it so. */
export function classified(
  penalty: DecidedPenalty,
  policy: PublicationPolicy = chosenDistrict.publication,
): Classified {
  const { procedure, kinds, fineFen = 0, seriousListing, minorPublication } = penalty;
  const fines = policy.finesOf?.[penalty.authority] ?? policy.fines;
  const size = fines[isOfPerson(penalty) ? 'person' : 'organisation'];
  const grave: readonly ClassReason[] = [
    ...reasonsOf(kinds.filter((kind) => serious.includes(kind))),
    ...(size.hugeFromFen !== undefined && fineFen >= size.hugeFromFen
      ? (['HUGE_FINE'] as const)
      : []),
    ...(seriousListing ? (['SERIOUS_LISTING'] as const) : []),
  ];
  if (grave.length > 0) return { creditClass: 'SERIOUS', reasons: grave };
  const general: readonly ClassReason[] = [
    ...reasonsOf(kinds.filter((kind) => kind !== 'P21' && !light.includes(kind))),
    ...(kinds.includes('P21') && fineFen >= size.largeFromFen ? (['LARGE_FINE'] as const) : []),
  ];
  if (procedure === 'ORDINARY' && general.length > 0)
    return { creditClass: 'GENERAL', reasons: general };
  const minor: readonly ClassReason[] = [
    procedure === 'SIMPLE'
      ? 'SIMPLE_PROCEDURE'
      : kinds.includes('P21')
        ? 'SMALL_FINE'
        : 'ONLY_WARNING',
    ...(minorPublication ? (['MINOR_PUBLICATION'] as const) : []),
  ];
  return { creditClass: 'MINOR', reasons: minor };
}

const reasonsOf = (kinds: readonly PenaltyKind[]): readonly ClassReason[] =>
  kinds.map((kind): ClassReason => `KIND_${kind}`);

const isOfPerson = ({ party }: DecidedPenalty): boolean =>
  party !== undefined && party.kind !== 'ORG' && party.kind !== 'SOLE';

/** 政府信息公开条例 15: what touches a secret of trade or a private life is left out, the rest is shown. */
function removedParts(penalty: DecidedPenalty): readonly RemovedPart[] {
  const { secrecy = [] } = penalty;
  return [
    ...(secrecy.includes('TRADE_SECRET')
      ? [{ part: 'facts', ground: 'TRADE_SECRET' } as const]
      : []),
    ...(secrecy.includes('PRIVACY') ? [{ part: 'facts', ground: 'PRIVACY' } as const] : []),
    ...(secrecy.includes('PRIVACY') && isOfPerson(penalty)
      ? [{ part: 'partyName', ground: 'PRIVACY' } as const]
      : []),
  ];
}

function goesTo(
  channel: Channel,
  { authority, party, kinds, fineFen }: DecidedPenalty,
  decidedOn: DateOnly,
  { siteAuthorities }: PublicationPolicy,
): boolean {
  if (!takes(channel, party?.uscc)) return false;
  if (channel === 'GSXT') return gsxtWindow(kinds, fineFen, decidedOn) !== undefined;
  return channel !== 'SITE' || siteAuthorities === 'ALL' || siteAuthorities.includes(authority);
}
