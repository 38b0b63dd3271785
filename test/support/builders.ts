/** Valid examples with overrides: what a test does not mention does not matter to it. */
import type { CaseChange, CaseFile } from '../../shared/complaints/case-file.ts';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import type { ActingOfficer } from '../../shared/complaints/lifecycle.ts';
import { openCase, partsOf } from '../../shared/complaints/opening.ts';
import type { Inspection, InspectionReport } from '../../shared/inspections/inspection.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import type { Penalty, PenaltyProposal } from '../../shared/penalties/penalty.ts';
import type { Occasion } from '../../shared/relay/outbox.ts';

export const AT = '2026-11-20T02:00:00.000Z'; // a Friday, ten in the morning in Asia/Shanghai
export const OCCASION = { at: AT, correlationId: 'correlation-1' };
export const TODAY = '2026-11-20';
export const CASE_NUMBER = '500104-20261120-ABCDE8';

export const aComplaint = (overrides: Partial<ComplaintSubmission> = {}): ComplaintSubmission => ({
  facts: '门诊部在没有告知的情况下多收了检查费。',
  categories: ['PRICE'],
  institution: { name: '示例综合门诊部' },
  anonymous: true,
  ...overrides,
});

export function aCase(
  overrides: Partial<ComplaintSubmission> = {},
  occasion: Occasion = OCCASION,
): CaseFile {
  const submission = aComplaint(overrides);
  const [part = []] = partsOf(submission);
  return openCase(CASE_NUMBER, submission, part, occasion);
}

/** The case with a later version of it. */
export const changed = (file: CaseFile, { head, items, event, message }: CaseChange): CaseFile => ({
  ...file,
  head,
  items: file.items.map((item) => items.find((i) => i.itemNumber === item.itemNumber) ?? item),
  timeline: [...file.timeline, event],
  messages: message ? [...file.messages, message] : file.messages,
});

export const anOfficer = (overrides: Partial<ActingOfficer> = {}): ActingOfficer => ({
  subject: 'officer-1',
  name: '示例甲',
  department: 'MARKET',
  roles: ['officer'],
  ...overrides,
});

export const aProposal = (overrides: Partial<PenaltyProposal> = {}): PenaltyProposal => ({
  party: { kind: 'ORG', name: '示例综合门诊部', uscc: '91500104MA60QW12X2' },
  violation: '价格欺诈',
  facts: '以虚假的优惠价格诱导消费。',
  legalBasis: ['《中华人民共和国价格法》第四十条'],
  kinds: ['P21'],
  fineFen: 1_000_000,
  procedure: 'ORDINARY',
  handlers: ['示例证001', '示例证002'],
  ...overrides,
});

export const aPenalty = (overrides: Partial<Penalty> = {}): Penalty => ({
  penaltyId: 'P-20261120-0123456789',
  version: 1,
  department: 'MARKET',
  status: 'proposed',
  proposal: aProposal(),
  proposedBy: 'proposer',
  proposedAt: AT,
  correlationId: OCCASION.correlationId,
  recordId: 'abcdefgh12',
  ...overrides,
});

export const aDecidedPenalty = (overrides: Partial<Penalty> = {}): Penalty =>
  aPenalty({
    status: 'decided',
    version: 6,
    decision: { decisionNumber: '示市监罚〔2026〕1号', decidedOn: TODAY, decidedBy: 'approver' },
    ...overrides,
  });

export const aReport = (overrides: Partial<InspectionReport> = {}): InspectionReport => ({
  kind: 'DAILY',
  institution: { name: '示例综合门诊部', uscc: '91500104MA60QW12X2' },
  inspectedOn: TODAY,
  inspectors: ['示例证001', '示例证002'],
  items: [{ item: '医疗废物登记', result: 'NO_PROBLEM' }],
  result: 'NO_PROBLEM',
  ...overrides,
});

/** As it was recorded, by the department that keeps it. */
export function anInspection(overrides: Partial<Inspection> = {}): Inspection {
  const { institution: _, ...report } = aReport();
  return {
    inspectionId: 'I-20261120-0123456789',
    ...{ version: 1, department: 'MARKET', report },
    institution: institutionOf({ name: '示例综合门诊部', uscc: '91500104MA60QW12X2' }),
    ...{ recordedBy: 'officer-1', recordedAt: AT, correlationId: 'correlation-1' },
    recordId: 'inspect123',
    ...overrides,
  };
}
