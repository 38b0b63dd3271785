/** An inspection: the schema of `POST /api/desk/inspections`, and what is kept of it and of every act on it. */
import * as v from 'valibot';
import { DateText, text } from '../fields.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import { isStreet } from '../district.ts';
import { recordPath } from '../disclosure/record.ts';
import { Uscc, type NamedInstitution } from '../institutions/institution.ts';
import type { Instant } from '../time.ts';

const Outcome = v.picklist(['NO_PROBLEM', 'PROBLEM'], 'INVALID');

/** Official names of the kinds of check (国办发〔2024〕54号): routine, on a clue, campaign. */
export const inspectionKinds = {
  DAILY: '日常检查',
  INDIVIDUAL: '个案检查',
  SPECIAL: '专项检查',
} as const;

const GivenInstitution = v.lazy((input) =>
  input !== null && typeof input === 'object' && 'id' in input
    ? v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{4,40}$/, 'INVALID')) })
    : v.strictObject({
        name: text(100),
        uscc: v.optional(Uscc),
        streetCode: v.optional(v.pipe(v.string(), v.check(isStreet, 'UNKNOWN_STREET'))),
      }),
);

export const InspectionFields = v.strictObject({
  kind: v.picklist(['DAILY', 'INDIVIDUAL', 'SPECIAL'], 'INVALID'),
  institution: GivenInstitution,
  inspectedOn: DateText,
  /** Certificate numbers; the practice of 行政处罚法 42 wants two. */
  inspectors: v.pipe(
    v.array(text(60)),
    v.minLength(2, 'TWO_INSPECTORS'),
    v.maxLength(20, 'TOO_MANY'),
    v.check((list) => new Set(list).size === list.length, 'REPEATED'),
  ),
  items: v.pipe(
    v.array(v.strictObject({ item: text(200), result: Outcome, note: v.optional(text(500)) })),
    v.minLength(1, 'REQUIRED'),
    v.maxLength(100, 'TOO_MANY'),
  ),
  result: Outcome,
});

export const InspectionReport = v.pipe(
  InspectionFields,
  v.forward(v.partialCheck([['items'], ['result']], fitsItems, 'CONTRADICTS_ITEMS'), ['result']),
);
export type InspectionReport = v.InferOutput<typeof InspectionReport>;

/** One item with a problem makes the whole one. */
export function fitsItems({
  items,
  result,
}: Pick<v.InferOutput<typeof InspectionFields>, 'items' | 'result'>): boolean {
  return result === 'PROBLEM' || items.every((item) => item.result === 'NO_PROBLEM');
}

/** Of the grounds of penalties those that an inspection knows: revoked or held unlawful by a review or a court, or an error of ours. */
export const withdrawalGrounds = ['REVOKED', 'UNLAWFUL', 'ERROR'] as const;
export type WithdrawalGround = (typeof withdrawalGrounds)[number];

export interface Inspection {
  readonly inspectionId: string;
  readonly version: number;
  readonly department: DepartmentCode;
  readonly institution: NamedInstitution;
  readonly report: Omit<InspectionReport, 'institution'>;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly correlationId: string;
  /** It was made elsewhere and read in: the batch of files, its row, and its own number. */
  readonly imported?: { readonly batch: string; readonly row: number; readonly number?: string };
  readonly recordId: string;
  /** What was put right in it, oldest first; the public reads the reasons. */
  readonly corrections?: readonly { readonly at: Instant; readonly reason: string }[];
  /** The public reads the reason. */
  readonly withdrawal?: {
    readonly ground: WithdrawalGround;
    readonly reason: string;
    readonly at: Instant;
  };
  /** Hash of the last act on it (`acts.ts`); absent on what was recorded before acts were kept. */
  readonly recordHash?: string;
}

/** One act, the recording being the first. Written once, never changed. */
export interface InspectionEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly type: 'record' | 'import' | 'correct' | 'withdraw';
  readonly by: string;
  /** What was said with it: the whole report at first, then the parts put right, and the reason. */
  readonly said: Readonly<Record<string, unknown>>;
  /** Hash of the event before, and of this one with it. */
  readonly previous?: string;
  readonly hash?: string;
}

export type InspectionStatus = 'recorded' | 'withdrawn';

export const statusOf = ({ withdrawal }: Pick<Inspection, 'withdrawal'>): InspectionStatus =>
  withdrawal ? 'withdrawn' : 'recorded';

/** Its line in the list of the department that made it. */
export function inspectionInList(inspection: Inspection) {
  const { inspectionId, institution, report, recordId, corrections } = inspection;
  const { kind, inspectedOn, result } = report;
  const { id, name } = institution;
  return {
    ...{ inspectionId, kind, institution: { id, name }, inspectedOn, result },
    status: statusOf(inspection),
    ...(corrections && { corrected: corrections.length }),
    path: recordPath(recordId),
  };
}
