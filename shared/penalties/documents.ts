/** Which papers a file holds. A paper is named by its fingerprint: whoever has it can prove that it is the one. */
import * as v from 'valibot';
import { text } from '../fields.ts';
import type { Instant } from '../time.ts';

/** In the order in which a closed file is bound: the outcome first, then the way to it. [mem] */
export const documentKinds = [
  'DECISION',
  'SERVICE',
  'FILING',
  'EVIDENCE',
  'PRESERVATION',
  'RECTIFICATION',
  'RECUSAL',
  'NOTICE',
  'DEFENCE',
  'HEARING_NOTICE',
  'HEARING_RECORD',
  'REVIEW',
  'DISCUSSION',
  'TRANSFER',
  'PAYMENT',
  'RECHECK',
  'OTHER',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

const MOST_PAGES = 5_000;

export const DocumentReference = v.strictObject({
  kind: v.picklist(documentKinds, 'INVALID'),
  name: text(200),
  /** SHA-256 of its bytes, 64 lower-case hexadecimal digits. */
  sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/, 'INVALID')),
  pages: v.pipe(
    v.number(),
    v.integer('INVALID'),
    v.minValue(1, 'INVALID'),
    v.maxValue(MOST_PAGES, 'TOO_MANY'),
  ),
});
export type DocumentReference = v.InferOutput<typeof DocumentReference>;

export const Documents = v.pipe(v.array(DocumentReference), v.maxLength(20, 'TOO_MANY'));

/** A paper as the file has it: with who filed it, and when. */
export interface FiledDocument extends DocumentReference {
  readonly at: Instant;
  /** Subject of the officer's token. */
  readonly by: string;
}
