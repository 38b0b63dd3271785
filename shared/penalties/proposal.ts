/** A penalty as it is proposed: the schema of `POST /api/desk/penalties`. */
import * as v from 'valibot';
import { DateText, text } from '../fields.ts';
import { isCaseNumber } from '../ids.ts';
import { Uscc } from '../institutions/institution.ts';
import { yuan } from '../money.ts';
import { Documents } from './documents.ts';
import type { PenaltyKind } from './kinds.ts';
import { licenceText } from './licences.ts';
import {
  confiscationMatchesKinds,
  distinct,
  Fen,
  fineMatchesKinds,
  punishmentEntries,
} from './punishment.ts';
import { rangeCodes } from './ranges.ts';

/** JUVENILE: a person under eighteen, of whom the public never reads. */
export const partyKinds = [
  'ORG',
  'SOLE',
  'PERSON_PRACTITIONER',
  'PERSON_OTHER',
  'JUVENILE',
] as const;
export type PartyKind = (typeof partyKinds)[number];

export const isPerson = (kind: PartyKind): boolean =>
  kind.startsWith('PERSON') || kind === 'JUVENILE';

/** What the public may not read in a decision: secrets of state and the four safeties, of trade, of private life (政府信息公开条例 14, 15). */
export const secrecies = ['STATE_SECRET', 'SAFETY', 'TRADE_SECRET', 'PRIVACY'] as const;
export type Secrecy = (typeof secrecies)[number];

/**
 * What people judge of a case and the law hangs duties on. MAJOR, COMPLEX: talked over by the heads together (行政处罚法
 * 57). PUBLIC_INTEREST, MANY_RELATIONS, OTHER_LAW: legal review before the decision (58).
 */
export const circumstances = [
  'MAJOR',
  'COMPLEX',
  'PUBLIC_INTEREST',
  'MANY_RELATIONS',
  'OTHER_LAW',
] as const;
export type PenaltyCircumstance = (typeof circumstances)[number];

const several = <const T extends string>(options: readonly T[]) =>
  v.pipe(
    v.array(v.picklist(options, 'INVALID')),
    v.check((list) => distinct(list), 'REPEATED'),
  );

/** One certificate is one, however its number is typed. */
export const CertificateNumber = v.pipe(
  text(60),
  v.transform((number) => number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()),
);

export const Handlers = v.pipe(
  v.array(CertificateNumber),
  v.minLength(2, 'TWO_HANDLERS'), // 行政处罚法 42: no fewer than two with law-enforcement certificates
  v.maxLength(20, 'TOO_MANY'),
  v.check((list) => distinct(list), 'REPEATED'),
);

export const Licences = v.pipe(
  v.array(v.strictObject({ name: text(200), number: v.optional(text(60)) })),
  v.minLength(1, 'REQUIRED'),
  v.maxLength(5, 'TOO_MANY'),
  v.check((list) => distinct(list.map(licenceText)), 'REPEATED'),
);

/** Of what is typed here [design], or of what others wrote elsewhere. */
export interface LongestTexts {
  readonly name: number;
  readonly violation: number;
  readonly facts: number;
  /** Of each. */
  readonly basis: number;
}

export const proposalWithin = (longest: LongestTexts) =>
  v.pipe(
    v.strictObject({
      caseNumber: v.optional(v.pipe(v.string(), v.check(isCaseNumber, 'INVALID'))),
      itemNumber: v.optional(v.pipe(v.number(), v.integer('INVALID'), v.minValue(1, 'INVALID'))),
      party: v.pipe(
        v.strictObject({
          kind: v.picklist(partyKinds, 'INVALID'),
          name: text(longest.name),
          uscc: v.optional(Uscc),
          /** Where it stands: street or town, nine digits. */
          streetCode: v.optional(v.pipe(v.string(), v.regex(/^\d{9}$/, 'INVALID'))),
          /** As the decision names it (行政处罚法 59); never public. */
          address: v.optional(text(200)),
        }),
        v.forward(
          v.check(({ kind, uscc }) => !(isPerson(kind) && uscc), 'PERSON_HAS_NO_CREDIT_CODE'),
          ['uscc'],
        ),
      ),
      violation: text(longest.violation),
      facts: text(longest.facts),
      /** What proves the facts (行政处罚法 59). */
      evidence: v.optional(text(5_000)),
      legalBasis: v.pipe(
        v.array(text(longest.basis)),
        v.minLength(1, 'REQUIRED'),
        v.maxLength(20, 'TOO_MANY'),
      ),
      ...punishmentEntries,
      /** What P31 and P33 take. */
      licences: v.optional(Licences),
      /** What the multiples of an article count from: unlawful gains 违法所得, a price, a loss of the fund. */
      baseFen: v.optional(Fen),
      procedure: v.picklist(['SIMPLE', 'ORDINARY'], 'INVALID'),
      /** The case was opened (立案, 行政处罚法 54); the day of the proposal where none is given. */
      filedOn: v.optional(DateText),
      violationEndedOn: v.optional(DateText),
      discoveredOn: v.optional(DateText),
      /** It touched life, health or financial safety and did harm: five years instead of two (行政处罚法 36). */
      didHarm: v.optional(v.boolean()),
      circumstances: v.optional(several(circumstances)),
      /** It may be a crime: it is handed over, never fined instead (行政处罚法 27). */
      suspectedCrime: v.optional(v.boolean()),
      secrecy: v.optional(several(secrecies)),
      /** 责令改正 (行政处罚法 28): ordered beside a penalty, and no penalty itself. */
      rectification: v.optional(v.strictObject({ text: text(1_000), by: v.optional(DateText) })),
      /** Articles whose range the fine is compared with. */
      articles: v.optional(several(rangeCodes)),
      /** Certificate numbers of the officers who handle it. */
      handlers: Handlers,
      documents: v.optional(Documents),
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
      v.partialCheck([['kinds'], ['fineFen']], fineMatchesKinds, 'FINE_AND_KIND_TOGETHER'),
      ['fineFen'],
    ),
    v.forward(
      v.partialCheck(
        [['kinds'], ['confiscatedFen']],
        confiscationMatchesKinds,
        'CONFISCATION_AND_KIND_TOGETHER',
      ),
      ['confiscatedFen'],
    ),
  );
export const PenaltyProposal = proposalWithin({
  ...{ name: 100, violation: 200, facts: 5_000, basis: 200 },
});
export type PenaltyProposal = v.InferOutput<typeof PenaltyProposal>;

/** May it be decided on the spot? 行政处罚法 51: at most ¥200 for a citizen, ¥3,000 for an organisation, or a warning. */
export function fitsSimpleProcedure(
  proposal: Pick<PenaltyProposal, 'kinds' | 'fineFen' | 'party'>,
) {
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
