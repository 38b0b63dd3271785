/** An objection as tests begin with it, and the public record that it is about. */
import type { Disclosed } from '../../functions/aws/disclosure-store.ts';
import type { Write } from '../../functions/ports.ts';
import {
  recordPath,
  type InspectionRecord,
  type Tombstone,
} from '../../shared/disclosure/record.ts';
import type { ObjectionSubmission } from '../../shared/objections/calls.ts';
import { fileObjection } from '../../shared/objections/filing.ts';
import type { ObjectionOfficer } from '../../shared/objections/lifecycle.ts';
import type { Objection } from '../../shared/objections/objection.ts';
import { AT } from './builders.ts';

export const RECORD_ID = '7k3m9xq2ab';
export const OBJECTION_ID = 'O-20261120-0123456789';
export const PENALTY_ID = 'P-20261110-ABCDEFGHJK';

export const anObjectionBody = (
  overrides: Partial<ObjectionSubmission> = {},
): ObjectionSubmission => ({
  ...{ record: RECORD_ID, objector: 'PARTY', ground: 'FACTS' },
  words: '罚款金额应为一千元，写成了一万元。',
  ...overrides,
});

export const anObjection = (overrides: Partial<ObjectionSubmission> = {}): Objection =>
  fileObjection(
    OBJECTION_ID,
    anObjectionBody(overrides),
    { kind: 'penalty', department: 'MARKET' },
    AT,
  ).objection;

export const aPublisher = (overrides: Partial<ObjectionOfficer> = {}): ObjectionOfficer => ({
  ...{ subject: 'publisher-1', department: 'MARKET', roles: ['publisher'] },
  ...overrides,
});

export const objectedRecord: InspectionRecord = {
  ...{ id: RECORD_ID, kind: 'inspection', title: '示例诊所检查结果', department: 'MARKET' },
  ...{ publishedAt: AT, publishedOn: '2026-11-20', path: recordPath(RECORD_ID) },
  institution: { id: 'inst-1', name: '示例诊所' },
  ...{ inspectionKind: 'DAILY', inspectedOn: '2026-11-18', items: [], result: 'NO_PROBLEM' },
};

export const objectedTombstone = (withdrawnAt: string): Tombstone => ({
  ...{ id: RECORD_ID, kind: 'penalty', department: 'MARKET', path: recordPath(RECORD_ID) },
  ...{ publishedOn: '2026-11-20', withdrawnAt, reason: '决定已被撤销' },
});

/** What the publisher keeps of a record. */
export const standing = (value: Disclosed, subject = `PENALTY#${PENALTY_ID}`): Write => ({
  table: 'disclosures',
  put: { pk: `RECORD#${RECORD_ID}`, sk: 'CURRENT', value, version: value.version, subject },
});
