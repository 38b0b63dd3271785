/** Who may be rewarded: what must hold of the report and of the person, each with its source (domain B.4). */
import { schemes, type SchemeCode } from './schemes.ts';

const MARKET = schemes.MARKET_2021.basis;
const MEDINS = schemes.MEDINS_2022.basis;
const SHARED = `${MARKET}、${MEDINS}`;

/**
 * Each condition with its citation. Of the report: what the department knows by itself. Of the person: what may have to
 * wait until he stands at the counter, because nobody asks an anonymous reporter who he is before that.
 */
export const conditions = {
  VERIFIED: { of: 'report', basis: SHARED },
  FIRST_REPORTER: { of: 'report', basis: `${MEDINS}；各地实施细则` },
  NATURAL_PERSON: { of: 'person', basis: SHARED },
  NOT_STAFF: { of: 'person', basis: MARKET },
  NOT_STATUTORY_REPORTER: { of: 'person', basis: MARKET },
  NOT_INJURED_PARTY: { of: 'person', basis: MARKET },
  NOT_OFFENDER: { of: 'person', basis: MARKET },
  NOT_PAID_BY_COMPETITOR: { of: 'person', basis: MARKET },
} as const satisfies Readonly<Record<string, { of: 'report' | 'person'; basis: string }>>;

export type Condition = keyof typeof conditions;
export const conditionCodes = Object.keys(conditions) as Condition[]; // keyof is exactly what Object.keys returns here

/** `atCounter`: to be shown when the reward is collected. */
export const answers = ['met', 'notMet', 'atCounter'] as const;
export type Answer = (typeof answers)[number];

/** What makes a violation serious (重大违法行为): 国市监稽规〔2021〕4号, art. 2. */
export const seriousGrounds = [
  'CRIME_SUSPECTED',
  'SUSPENSION',
  'CLOSURE',
  'REVOCATION',
  'LARGE_FINE',
] as const;
export type SeriousGround = (typeof seriousGrounds)[number];

export interface EligibilityAnswers {
  readonly conditions: Readonly<Record<Condition, Answer>>;
  /** He belongs to the offender's own people: an internal whistle-blower is not barred. */
  readonly insider?: boolean | undefined;
  readonly serious?: SeriousGround | undefined;
}

/** Why nothing can be paid. */
export type Bar = Condition | 'NOT_SERIOUS';

/** What stands against a reward; empty when nothing does. */
export function barsOf(code: SchemeCode, given: EligibilityAnswers): readonly Bar[] {
  const failed = conditionCodes.filter((condition) => !holds(condition, given));
  return isSeriousEnough(code, given) ? failed : [...failed, 'NOT_SERIOUS'];
}

/** Which conditions are still to be shown at the counter. */
export const leftForCounter = ({ conditions: given }: EligibilityAnswers): readonly Condition[] =>
  conditionCodes.filter((condition) => given[condition] === 'atCounter');

function holds(condition: Condition, { conditions: given, insider }: EligibilityAnswers): boolean {
  const answer = given[condition];
  if (condition === 'NOT_OFFENDER' && insider) return true; // 内部举报人除外: 国市监稽规〔2021〕4号
  if (conditions[condition].of === 'report') return answer === 'met';
  return answer !== 'notMet';
}

/** 国市监稽规〔2021〕4号, art. 2: suspected crime, closure, suspension, revocation, or a large fine. */
const isSeriousEnough = (code: SchemeCode, { serious }: EligibilityAnswers): boolean =>
  !schemes[code].onlySerious || serious !== undefined;
