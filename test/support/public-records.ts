/** Public penalties as the register has them, each with a number of its own. */
import type { PenaltyRecord } from '../../shared/disclosure/record.ts';
import { plusDays } from '../../shared/time.ts';

export function aPublicRecord(nth: number, overrides: Partial<PenaltyRecord> = {}): PenaltyRecord {
  const id = nth.toString(36).padStart(10, '0');
  const publishedOn = plusDays('2026-01-01', nth);
  const institution = { id: `n-${nth % 7}`, name: `示例${nth % 7}诊所` };
  return {
    ...{ id, kind: 'penalty', department: 'HEALTH', path: `/records/${id}`, institution },
    ...{ publishedOn, publishedAt: `${publishedOn}T01:00:00.000Z`, decidedOn: publishedOn },
    title: `${institution.name}：未按规定处置医疗废物`,
    decisionNumber: `渝卫罚〔2026〕${nth}号`,
    party: { name: institution.name },
    violation: '未按规定处置医疗废物',
    facts: '医疗废物与生活垃圾混放',
    legalBasis: ['《医疗废物管理条例》第四十五条'],
    kinds: ['P21'],
    creditClass: 'GENERAL',
    publicUntil: plusDays(publishedOn, 365),
    ...overrides,
  };
}
