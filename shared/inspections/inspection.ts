/** An inspection in its first form: the schema of `POST /api/desk/inspections`, and what is kept of it. */
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

export const InspectionReport = v.pipe(
  v.strictObject({
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
  }),
  v.forward(
    v.partialCheck(
      [['items'], ['result']],
      ({ items, result }) => result === 'PROBLEM' || items.every((i) => i.result === 'NO_PROBLEM'),
      'CONTRADICTS_ITEMS',
    ),
    ['result'],
  ),
);
export type InspectionReport = v.InferOutput<typeof InspectionReport>;

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
}

/** Its line in the list of the department that made it. */
export function inspectionInList({ inspectionId, institution, report, recordId }: Inspection) {
  const { kind, inspectedOn, result } = report;
  const { id, name } = institution;
  return {
    ...{ inspectionId, kind, institution: { id, name }, inspectedOn, result },
    path: recordPath(recordId),
  };
}
