/** What acts on a recorded inspection, as the API takes it: `POST /api/desk/inspections/{inspectionId}/commands`. */
import * as v from 'valibot';
import { isStreet } from '../district.ts';
import { text } from '../fields.ts';
import { Uscc } from '../institutions/institution.ts';
import { InspectionFields, withdrawalGrounds } from './inspection.ts';

export const InspectionPath = v.object({
  inspectionId: v.pipe(v.string(), v.regex(/^I-\d{8}-[0-9A-Z]{10}$/)),
});
export type InspectionPath = v.InferOutput<typeof InspectionPath>;

/** `version` is the one that the officer has seen; `reason` is what the public reads. */
const command = <const T extends string, const E extends v.ObjectEntries>(type: T, entries: E) =>
  v.strictObject({
    type: v.literal(type),
    version: v.pipe(v.number('INVALID'), v.integer('INVALID'), v.minValue(1, 'INVALID')),
    reason: text(500),
    ...entries,
  });

export const InspectionCommand = v.variant('type', [
  /** What was written wrong, each named part anew and whole; what is not named stays. */
  command('correct', {
    institution: v.optional(
      v.strictObject({
        name: text(100),
        uscc: v.optional(Uscc),
        streetCode: v.optional(v.pipe(v.string(), v.check(isStreet, 'UNKNOWN_STREET'))),
      }),
    ),
    kind: v.optional(InspectionFields.entries.kind),
    inspectedOn: v.optional(InspectionFields.entries.inspectedOn),
    inspectors: v.optional(InspectionFields.entries.inspectors),
    items: v.optional(InspectionFields.entries.items),
    result: v.optional(InspectionFields.entries.result),
  }),
  command('withdraw', { ground: v.picklist(withdrawalGrounds, 'REQUIRED') }),
]);
export type InspectionCommand = v.InferOutput<typeof InspectionCommand>;
export type InspectionCommandType = InspectionCommand['type'];
