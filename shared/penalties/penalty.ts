/** A penalty as it is proposed: the schema of `POST /api/desk/penalties`, and what is kept of the case against a party. */
import * as v from 'valibot';
import { DateText, text } from '../fields.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import { isCaseNumber } from '../ids.ts';
import { Uscc } from '../institutions/institution.ts';
import { yuan } from '../money.ts';
import type { DateOnly, Instant } from '../time.ts';
import { penaltyKindCodes, type PenaltyKind } from './kinds.ts';

/** Fen; a thousand million yuan is more than any district has ever fined. */
const Fen = v.pipe(
  v.number(),
  v.integer('INVALID'),
  v.minValue(1, 'INVALID'),
  v.maxValue(yuan(1_000_000_000), 'TOO_LARGE'),
);

/** JUVENILE: a person under eighteen, of whom the public never reads. */
const partyKinds = ['ORG', 'SOLE', 'PERSON_PRACTITIONER', 'PERSON_OTHER', 'JUVENILE'] as const;
export type PartyKind = (typeof partyKinds)[number];

export const isPerson = (kind: PartyKind): boolean =>
  kind.startsWith('PERSON') || kind === 'JUVENILE';

/** What the public may not read in a decision: secrets of state and the four safeties, of trade, of private life (政府信息公开条例 14, 15). */
const secrecies = ['STATE_SECRET', 'SAFETY', 'TRADE_SECRET', 'PRIVACY'] as const;
export type Secrecy = (typeof secrecies)[number];

const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length;

export const PenaltyProposal = v.pipe(
  v.strictObject({
    caseNumber: v.optional(v.pipe(v.string(), v.check(isCaseNumber, 'INVALID'))),
    itemNumber: v.optional(v.pipe(v.number(), v.integer('INVALID'), v.minValue(1, 'INVALID'))),
    party: v.pipe(
      v.strictObject({
        kind: v.picklist(partyKinds, 'INVALID'),
        name: text(100),
        uscc: v.optional(Uscc),
        /** Where it stands: street or town, nine digits. */
        streetCode: v.optional(v.pipe(v.string(), v.regex(/^\d{9}$/, 'INVALID'))),
      }),
      v.forward(
        v.check(({ kind, uscc }) => !(isPerson(kind) && uscc), 'PERSON_HAS_NO_CREDIT_CODE'),
        ['uscc'],
      ),
    ),
    violation: text(200),
    facts: text(5_000),
    legalBasis: v.pipe(v.array(text(200)), v.minLength(1, 'REQUIRED'), v.maxLength(20, 'TOO_MANY')),
    kinds: v.pipe(
      v.array(v.picklist(penaltyKindCodes, 'UNKNOWN_KIND')),
      v.minLength(1, 'REQUIRED'),
      v.check((list) => distinct(list), 'REPEATED'),
    ),
    fineFen: v.optional(Fen),
    confiscatedFen: v.optional(Fen),
    procedure: v.picklist(['SIMPLE', 'ORDINARY'], 'INVALID'),
    secrecy: v.optional(
      v.pipe(
        v.array(v.picklist(secrecies, 'INVALID')),
        v.check((list) => distinct(list), 'REPEATED'),
      ),
    ),
    /** 责令改正 (行政处罚法 28): ordered beside a penalty, and no penalty itself. */
    rectification: v.optional(v.strictObject({ text: text(1_000), by: v.optional(DateText) })),
    /** Codes of the articles whose range the amounts are compared with. */
    articles: v.optional(
      v.pipe(
        v.array(text(40)),
        v.maxLength(20, 'TOO_MANY'),
        v.check((list) => distinct(list), 'REPEATED'),
      ),
    ),
    /** Certificate numbers of the officers who handle it. */
    handlers: v.pipe(
      v.array(text(60)),
      v.minLength(2, 'TWO_HANDLERS'), // 行政处罚法 42: no fewer than two with law-enforcement certificates
      v.maxLength(20, 'TOO_MANY'),
      v.check((list) => distinct(list), 'REPEATED'),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['caseNumber'], ['itemNumber']],
      ({ caseNumber, itemNumber }) => (caseNumber === undefined) === (itemNumber === undefined),
      'CASE_AND_ITEM_TOGETHER',
    ),
    ['itemNumber'],
  ),
  v.forward(
    v.partialCheck(
      [['kinds'], ['fineFen']],
      ({ kinds, fineFen }) => kinds.includes('P21') === (fineFen !== undefined),
      'FINE_AND_KIND_TOGETHER',
    ),
    ['fineFen'],
  ),
  v.forward(
    v.partialCheck(
      [['kinds'], ['confiscatedFen']],
      ({ kinds, confiscatedFen }) =>
        confiscatedFen === undefined || kinds.includes('P22') || kinds.includes('P23'),
      'CONFISCATION_AND_KIND_TOGETHER',
    ),
    ['confiscatedFen'],
  ),
);
export type PenaltyProposal = v.InferOutput<typeof PenaltyProposal>;

export type PenaltyStatus =
  | 'proposed'
  | 'notified'
  | 'defence-waived'
  | 'hearing-waived'
  | 'cleared'
  | 'reviewed'
  | 'decided'
  | 'withdrawn';

export interface Penalty {
  readonly penaltyId: string;
  readonly version: number;
  readonly department: DepartmentCode;
  readonly status: PenaltyStatus;
  readonly proposal: PenaltyProposal;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  /** Of the case it came from, else of its proposal. */
  readonly correlationId: string;
  /** Served 告知书 (行政处罚法 44), and the party's statements to waive defence (45) and hearing (63). */
  readonly servedOn?: DateOnly;
  readonly defenceWaivedOn?: DateOnly;
  readonly hearingWaivedOn?: DateOnly;
  readonly reviewedBy?: string;
  readonly decision?: {
    readonly decisionNumber: string;
    readonly decidedOn: DateOnly;
    readonly decidedBy: string;
  };
  readonly withdrawal?: Withdrawal;
  /** The credit system repaired the party's credit (信用修复管理办法, 发改委令36号): nothing of it stays public. */
  readonly repair?: { readonly on: DateOnly; readonly reference: string; readonly at: Instant };
  /** A MINOR one is published all the same. */
  readonly minorPublication?: {
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
  };
  /** Listed as seriously dishonest, on that basis. */
  readonly seriousListing?: { readonly basis: string; readonly at: Instant };
  /** What was put right in a decision that stands, oldest first. */
  readonly corrections?: readonly { readonly at: Instant; readonly reason: string }[];
  /** It was decided elsewhere and read in: the batch of files and its row. */
  readonly imported?: { readonly batch: string; readonly row: number };
  /** Its name in public addresses, should it ever be published; leads back to nothing. */
  readonly recordId: string;
}

/** Why a decision is no longer public: changed by another, revoked, held unlawful, void, or published in error. */
export const withdrawalGrounds = ['AMENDED', 'REVOKED', 'UNLAWFUL', 'VOID', 'ERROR'] as const;
export type WithdrawalGround = (typeof withdrawalGrounds)[number];

export interface Withdrawal {
  /** ERROR where none was given. */
  readonly ground?: WithdrawalGround;
  /** The public reads it. */
  readonly reason: string;
  readonly at: Instant;
}

export interface PenaltyEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly by: string;
}

/** May it be decided on the spot? 行政处罚法 51: at most ¥200 for a citizen, ¥3,000 for an organisation, or a warning. */
export function fitsSimpleProcedure(proposal: PenaltyProposal): boolean {
  const { kinds, fineFen = 0, party } = proposal;
  const onlyLight = kinds.every((kind: PenaltyKind) => kind === 'P11' || kind === 'P21');
  return onlyLight && fineFen <= simpleLimitFen[party.kind];
}

/** A sole trader 个体工商户 is held to the citizen's limit: the law names none, and the lower one harms nobody. */
const simpleLimitFen: Readonly<Record<PartyKind, number>> = {
  ORG: yuan(3_000),
  SOLE: yuan(200),
  PERSON_PRACTITIONER: yuan(200),
  PERSON_OTHER: yuan(200),
  JUVENILE: yuan(200),
};
