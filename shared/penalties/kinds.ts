/** Kinds of administrative penalty: 行政处罚法 art. 9; the codes are ours (domain C.2). */

export const penaltyKinds = {
  P11: '警告',
  P12: '通报批评',
  P21: '罚款',
  P22: '没收违法所得',
  P23: '没收非法财物',
  P31: '暂扣许可证件',
  P32: '降低资质等级',
  P33: '吊销许可证件',
  P41: '限制开展生产经营活动',
  P42: '责令停产停业',
  P43: '责令关闭',
  P44: '限制从业',
  P51: '行政拘留',
  P99: '其他行政处罚',
} as const;

export type PenaltyKind = keyof typeof penaltyKinds;

export const penaltyKindCodes = Object.keys(penaltyKinds) as PenaltyKind[]; // keyof is exactly what Object.keys returns here
