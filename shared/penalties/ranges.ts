/**
 * How high the law lets a fine be, article by article (domain B.5). It only warns: an article knows mitigation, several
 * acts, and cases this table does not, and the decision is for people.
 */
import { yuan } from '../money.ts';

/** What multiples are counted from: unlawful gains, the loss of the fund, what was cheated out of it, the price of an advertisement. */
export type RangeBase = 'GAINS' | 'LOSS' | 'CHEATED' | 'FEES';

export interface StatutoryRange {
  /** Citation, in Chinese. */
  readonly article: string;
  readonly conduct: string;
  readonly of:
    | { readonly fromFen: number; readonly toFen: number }
    | {
        readonly base: RangeBase;
        readonly from: number;
        readonly to: number;
        /** Less than that counts as that. */
        readonly baseAtLeastFen?: number;
      };
}

const HEALTH = '《基本医疗卫生与健康促进法》';
const INSURANCE = '《医疗保障基金使用监督管理条例》';
const PRICE = '《价格违法行为行政处罚规定》';
const ADVERTISING = '《广告法》';
const times = (base: RangeBase, from: number, to: number) => ({ base, from, to });
/** [mem] for all articles but 基本医疗卫生与健康促进法 99 the first sentence, where it was read. */
const TEN_THOUSAND = { baseAtLeastFen: yuan(10_000) };

export const ranges = {
  'HEALTH-99-1': {
    article: `${HEALTH}第99条第1款`,
    conduct: '未取得医疗机构执业许可证擅自执业',
    of: { ...times('GAINS', 5, 20), ...TEN_THOUSAND },
  },
  'HEALTH-99-2': {
    article: `${HEALTH}第99条第2款`,
    conduct: '伪造、变造、买卖、出租、出借医疗机构执业许可证',
    of: { ...times('GAINS', 5, 15), ...TEN_THOUSAND },
  },
  'HEALTH-100': {
    article: `${HEALTH}第100条`,
    conduct: '对外出租、承包医疗科室等',
    of: { ...times('GAINS', 2, 10), ...TEN_THOUSAND },
  },
  'HEALTH-101': {
    article: `${HEALTH}第101条`,
    conduct: '信息安全制度、质量管理制度不健全',
    of: { fromFen: yuan(10_000), toFen: yuan(50_000) },
  },
  'DOCTORS-56': {
    article: '《医师法》第56条',
    conduct: '泄露患者隐私或者个人信息等',
    of: { fromFen: yuan(10_000), toFen: yuan(30_000) },
  },
  'DOCTORS-59': {
    article: '《医师法》第59条',
    conduct: '非医师行医',
    of: { ...times('GAINS', 2, 10), ...TEN_THOUSAND },
  },
  'INSURANCE-38': {
    article: `${INSURANCE}第38条`,
    conduct: '造成医疗保障基金损失的一般违规',
    of: times('LOSS', 1, 2),
  },
  'INSURANCE-40': {
    article: `${INSURANCE}第40条`,
    conduct: '骗取医疗保障基金支出',
    of: times('CHEATED', 2, 5),
  },
  'ADVERTISING-55': {
    article: `${ADVERTISING}第55条`,
    conduct: '发布虚假广告',
    of: times('FEES', 3, 5),
  },
  'ADVERTISING-58': {
    article: `${ADVERTISING}第58条`,
    conduct: '医疗、药品、医疗器械广告含有禁止内容等',
    of: times('FEES', 1, 3),
  },
  'BLOOD-18': {
    article: '《献血法》第18条',
    conduct: '非法采集血液、非法组织他人出卖血液等',
    of: { fromFen: 1, toFen: yuan(100_000) },
  },
  'PRICE-7': {
    article: `${PRICE}第7条`,
    conduct: '价格欺诈',
    of: times('GAINS', 0, 5),
  },
  'PRICE-9': {
    article: `${PRICE}第9条`,
    conduct: '不执行政府指导价、政府定价',
    of: times('GAINS', 0, 5),
  },
  'PRICE-13': {
    article: `${PRICE}第13条`,
    conduct: '违反明码标价规定',
    of: { fromFen: 1, toFen: yuan(5_000) },
  },
} as const satisfies Readonly<Record<string, StatutoryRange>>;

export type RangeCode = keyof typeof ranges;
export const rangeCodes = Object.keys(ranges) as RangeCode[]; // keyof is exactly what Object.keys returns here

export type RangeFinding =
  | {
      readonly code: 'FINE_BELOW_RANGE' | 'FINE_ABOVE_RANGE';
      readonly fromFen: number;
      readonly toFen: number;
      readonly articles: readonly string[];
    }
  /** The multiples of these articles cannot be counted. */
  | { readonly code: 'BASE_MISSING'; readonly articles: readonly string[] };

/** Where the fine lies outside what its articles allow; of several articles the lowest and all the highest together count. */
export function rangeFindings({
  articles = [],
  fineFen,
  baseFen,
}: {
  readonly articles?: readonly RangeCode[] | undefined;
  readonly fineFen?: number | undefined;
  readonly baseFen?: number | undefined;
}): readonly RangeFinding[] {
  const chosen: readonly StatutoryRange[] = articles.map((code) => ranges[code]);
  const bounds = chosen.map((range) => boundsOf(range, baseFen));
  const uncounted = chosen.filter((_, place) => !bounds[place]);
  const known = bounds.filter((bound) => bound !== undefined);
  const findings: RangeFinding[] = [];
  if (uncounted.length > 0)
    findings.push({ code: 'BASE_MISSING', articles: uncounted.map(({ article }) => article) });
  if (fineFen === undefined || known.length === 0 || uncounted.length > 0) return findings;
  const fromFen = Math.min(...known.map((bound) => bound.fromFen));
  const toFen = known.reduce((total, bound) => total + bound.toFen, 0);
  const cited = { fromFen, toFen, articles: chosen.map(({ article }) => article) };
  if (fineFen < fromFen) findings.push({ code: 'FINE_BELOW_RANGE', ...cited });
  if (fineFen > toFen) findings.push({ code: 'FINE_ABOVE_RANGE', ...cited });
  return findings;
}

function boundsOf({ of }: StatutoryRange, baseFen: number | undefined) {
  if ('fromFen' in of) return of;
  if (baseFen === undefined) return undefined;
  const base = Math.max(baseFen, of.baseAtLeastFen ?? 0);
  return { fromFen: of.from * base, toFen: of.to * base };
}
