/** What the calls about objections take. Apart from the lifecycle, which a public call needs not carry. */
import * as v from 'valibot';
import { PageQuery, RecordPath } from '../api/calls.ts';
import { text } from '../fields.ts';
import { Contact } from '../notices/notice.ts';
import { MOST_WORDS, objectionGrounds, objectors } from './objection.ts';
import { objectionStates } from './states.ts';

export const ObjectionSubmission = v.strictObject({
  /** Of the public record, as its address names it. */
  record: RecordPath.entries.id,
  objector: v.picklist(objectors, 'REQUIRED'),
  ground: v.picklist(objectionGrounds, 'REQUIRED'),
  words: text(MOST_WORDS),
  contact: v.optional(Contact),
});
export type ObjectionSubmission = v.InferOutput<typeof ObjectionSubmission>;

/** Any text: what cannot be a code gets the same 404 as a code that nobody has. */
export const ObjectionTrackRequest = v.strictObject({
  receiptCode: v.pipe(v.string(), v.maxLength(100, 'TOO_LONG')),
});
export type ObjectionTrackRequest = v.InferOutput<typeof ObjectionTrackRequest>;

export const ObjectionsQuery = v.strictObject({
  state: v.optional(v.picklist(objectionStates, 'INVALID'), 'open'),
  ...PageQuery.entries,
});
export type ObjectionsQuery = v.InferOutput<typeof ObjectionsQuery>;

export const ObjectionPath = v.object({
  objectionId: v.pipe(v.string(), v.regex(/^O-\d{8}-[0-9A-Z]{10}$/)),
});
export type ObjectionPath = v.InferOutput<typeof ObjectionPath>;
