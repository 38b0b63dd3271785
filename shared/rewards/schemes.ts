/** The reward schemes as data: what is paid for which grade, between which bounds, and who decides large sums (domain B.4). */
import type { DepartmentCode } from '../departments/directory.ts';
import { yuan } from '../money.ts';
import type { DateOnly } from '../time.ts';

export const schemeCodes = ['MARKET_2021', 'MEDINS_2022', 'HEALTH_LOCAL'] as const;
export type SchemeCode = (typeof schemeCodes)[number];

export const grades = [1, 2, 3] as const;
export type Grade = (typeof grades)[number];

interface GradeTerms {
  /** Share of the base, in hundredths of a percent: 500 is 5 %. */
  readonly rateBasisPoints: number;
  readonly floorFen: number;
}

export interface Scheme {
  /** Whose measure it is: only what this department leads is rewarded by it. */
  readonly department: DepartmentCode;
  /** Citation, in Chinese. */
  readonly basis: string;
  readonly validFrom: DateOnly;
  /** FINE 罚没款: fine and confiscation together · CASE_VALUE 案值. */
  readonly base: 'FINE' | 'CASE_VALUE';
  readonly grades: Readonly<Record<Grade, GradeTerms>>;
  /** Of one case. */
  readonly capFen: number;
  /** From this amount on the department decides together with the finance bureau (同级财政). */
  readonly jointFromFen?: number;
  /** Rewards 重大违法行为 only. */
  readonly onlySerious: boolean;
  /** How long the claimant has to collect what he was told he gets. */
  readonly collectWithin: { readonly unit: 'workingDays' | 'months'; readonly length: number };
  /** The shares are a setting of the district and wait for its own rule. */
  readonly ratesAreLocal: boolean;
}

export const schemes: Readonly<Record<SchemeCode, Scheme>> = {
  MARKET_2021: {
    department: 'MARKET',
    basis: '《市场监管领域重大违法行为举报奖励暂行办法》（国市监稽规〔2021〕4号）',
    validFrom: '2021-12-01',
    base: 'FINE',
    grades: {
      1: { rateBasisPoints: 500, floorFen: yuan(5_000) },
      2: { rateBasisPoints: 300, floorFen: yuan(3_000) },
      3: { rateBasisPoints: 100, floorFen: yuan(1_000) },
    },
    capFen: yuan(1_000_000),
    jointFromFen: yuan(500_000),
    onlySerious: true,
    collectWithin: { unit: 'workingDays', length: 30 }, // [mem]
    ratesAreLocal: false,
  },
  /** [design] The measure leaves the shares to the locality and Chongqing's are not known; other places pay 3, 2 and 1 %. */
  MEDINS_2022: {
    department: 'MEDINS',
    basis: '《违法违规使用医疗保障基金举报奖励办法》（医保办发〔2022〕22号）',
    validFrom: '2023-01-01',
    base: 'CASE_VALUE',
    grades: {
      1: { rateBasisPoints: 300, floorFen: yuan(200) },
      2: { rateBasisPoints: 200, floorFen: yuan(200) },
      3: { rateBasisPoints: 100, floorFen: yuan(200) },
    },
    capFen: yuan(200_000),
    onlySerious: false,
    collectWithin: { unit: 'months', length: 2 }, // [mem]
    ratesAreLocal: true,
  },
  /** [design] No national measure; every figure is the district's to set. Elsewhere ¥500 to ¥5,000 are paid. */
  HEALTH_LOCAL: {
    department: 'HEALTH',
    basis: '本区卫生健康举报奖励规定（待区里制定，现为示例参数）',
    validFrom: '2026-01-01',
    base: 'FINE',
    grades: {
      1: { rateBasisPoints: 300, floorFen: yuan(2_000) },
      2: { rateBasisPoints: 200, floorFen: yuan(1_000) },
      3: { rateBasisPoints: 100, floorFen: yuan(500) },
    },
    capFen: yuan(50_000),
    onlySerious: false,
    collectWithin: { unit: 'months', length: 2 },
    ratesAreLocal: true,
  },
};
