/** Where a penalty is made public, and by whose rule: which parties each channel takes, and how long it shows them. */
import { plusMonths, type DateOnly } from '../time.ts';
import type { PenaltyKind } from '../penalties/kinds.ts';

/** Our own site, the city's credit platform, the health credit system, the national enterprise system 国家企业信用信息公示系统. */
export const channels = ['SITE', 'CITY_CREDIT', 'HEALTH_CREDIT', 'GSXT'] as const;
export type Channel = (typeof channels)[number];

export interface ChannelPolicy {
  /** Citation, in Chinese: why a penalty goes there. */
  readonly basis: string;
  /** MARKET: institutions that the market authority registered, and nobody else. */
  readonly parties: 'ALL' | 'MARKET_REGISTERED';
  /** CREDIT: the window of 36号令, from the decision. GSXT: that of 45号令, from publication there. */
  readonly window: 'CREDIT' | 'GSXT';
}

export const channelPolicies: Readonly<Record<Channel, ChannelPolicy>> = {
  SITE: {
    basis: '国办发〔2018〕118号；渡卫〔2020〕283号六（二十）',
    ...{ parties: 'ALL', window: 'CREDIT' },
  },
  CITY_CREDIT: {
    basis: '渡卫〔2020〕283号六（二十）',
    ...{ parties: 'ALL', window: 'CREDIT' },
  },
  HEALTH_CREDIT: {
    basis: '北碚府办发〔2019〕104号四（五）',
    ...{ parties: 'ALL', window: 'CREDIT' },
  },
  GSXT: {
    basis: '渡卫〔2020〕283号六（二十）；市场监督管理总局令第45号',
    ...{ parties: 'MARKET_REGISTERED', window: 'GSXT' },
  },
};

/** Of the credit code: 9 is the market authority (GB 32100-2015). 52 (民政) and 12 (事业单位) are not its own. */
const MARKET_REGISTERED = '9';

export const isMarketRegistered = (uscc: string | undefined): boolean =>
  uscc?.startsWith(MARKET_REGISTERED) ?? false;

/** @param uscc - of the party */
export const takes = (channel: Channel, uscc: string | undefined): boolean =>
  channelPolicies[channel].parties === 'ALL' || isMarketRegistered(uscc);

/**
 * How long the national enterprise system shows a penalty (市场监督管理行政处罚信息公示规定, 总局令第45号): a mere warning never,
 * 通报批评 and low fines three months, everything else three years, counted from its publication there. What of it changed after
 * 36号令 is not known (domain B.6), so it stands here and not in the rule.
 */
export const gsxtMonths = { light: 3, other: 36 } as const;

/** [mem] 较低数额罚款 of 45号令: the list of the authority that decides; none is configured. */
const gsxtLowFineFen = 0;

/** Kinds whose publication there does not end early, whatever was put right (45号令). */
const neverEarly: readonly PenaltyKind[] = ['P32', 'P33', 'P41', 'P42', 'P43', 'P44'];

/**
 * The day on which a channel with a period of its own stops showing a penalty; undefined where 36号令 says it for all, and
 * where the channel does not show it at all.
 *
 * @param publishedOn - there
 */
export const ownEnd = (
  channel: Channel,
  {
    kinds,
    fineFen,
  }: { readonly kinds: readonly PenaltyKind[]; readonly fineFen?: number | undefined },
  publishedOn: DateOnly,
): DateOnly | undefined =>
  channelPolicies[channel].window === 'GSXT'
    ? gsxtWindow(kinds, fineFen, publishedOn)?.publicUntil
    : undefined;

export interface GsxtWindow {
  readonly publicUntil: DateOnly;
  /** May it be asked to end early? */
  readonly mayEndEarly: boolean;
}

/** @param publishedOn - there; undefined answer: it is not shown there at all */
export function gsxtWindow(
  kinds: readonly PenaltyKind[],
  fineFen: number | undefined,
  publishedOn: DateOnly,
): GsxtWindow | undefined {
  if (kinds.every((kind) => kind === 'P11')) return undefined;
  const isLight = kinds.every(
    (kind) =>
      kind === 'P11' || kind === 'P12' || (kind === 'P21' && (fineFen ?? 0) <= gsxtLowFineFen),
  );
  return {
    publicUntil: plusMonths(publishedOn, isLight ? gsxtMonths.light : gsxtMonths.other),
    mayEndEarly: !kinds.some((kind) => neverEarly.includes(kind)),
  };
}
