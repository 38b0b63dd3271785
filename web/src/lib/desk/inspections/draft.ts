/** A draft on the officer's own device, kept only while he asks for it. */
import * as v from 'valibot';
import type { Instant } from '../../../../../shared/time.ts';
import type { InspectionForm } from '#lib/desk/inspections/inspection-form.ts';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Draft {
  readonly savedAt: Instant;
  readonly form: InspectionForm;
}

const Kept = v.object({
  savedAt: v.string(),
  form: v.object({
    kind: v.string(),
    institutionName: v.string(),
    uscc: v.string(),
    streetCode: v.optional(v.string(), ''),
    inspectedOn: v.string(),
    inspectors: v.array(v.string()),
    items: v.array(v.object({ item: v.string(), result: v.string(), note: v.string() })),
    result: v.string(),
  }),
});

/** Each officer his own, also on a device that several share. */
const nameOf = (subject: string): string => `mingcha.inspection.${subject}`;

/** @returns undefined when there is none, or none that this version of the page understands */
export function readDraft(shelf: Shelf, subject: string): Draft | undefined {
  try {
    const kept = v.safeParse(Kept, JSON.parse(shelf.getItem(nameOf(subject)) ?? 'null'));
    return kept.success ? kept.output : undefined;
  } catch {
    return undefined; // not ours, or damaged
  }
}

/** @returns false when the device does not keep anything */
export function keepDraft(shelf: Shelf, subject: string, draft: Draft): boolean {
  try {
    shelf.setItem(nameOf(subject), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export const dropDraft = (shelf: Shelf, subject: string): void => shelf.removeItem(nameOf(subject));
