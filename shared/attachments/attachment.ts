/**
 * A file that a citizen hands in, from the promise of a place to the case that keeps it.
 *
 *     reserved ──check──▶ clean ──claim──▶ claimed (by one case, for good)
 *         └────check──▶ refused            reserved, clean, refused: forgotten after a day
 */
import * as v from 'valibot';
import { randomCharacters } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import {
  attachmentTypes,
  LARGEST_ATTACHMENT_BYTES,
  MOST_ATTACHMENTS,
  type AttachmentType,
} from './limits.ts';
import { cleanName, LONGEST_NAME } from './names.ts';

/** 100 bits: who knows the id may complete and claim. */
const ID_LENGTH = 20;
export const randomBytesForAttachmentId = ID_LENGTH;

/** `A-20261122-` and twenty random characters: the day lets a sweeper find what nobody claimed. */
export const AttachmentId = v.pipe(v.string(), v.regex(/^A-\d{8}-[0-9A-Z]{20}$/, 'INVALID'));
export type AttachmentId = v.InferOutput<typeof AttachmentId>;

/** Of a body that brings files along. */
export const AttachmentIds = v.pipe(
  v.array(AttachmentId),
  v.maxLength(MOST_ATTACHMENTS, 'TOO_MANY'),
  v.check((ids) => new Set(ids).size === ids.length, 'INVALID'),
);

export const AttachmentPath = v.object({ attachmentId: AttachmentId });
export type AttachmentPath = v.InferOutput<typeof AttachmentPath>;

export const ReservationRequest = v.strictObject({
  name: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'REQUIRED'),
    v.maxLength(LONGEST_NAME, 'TOO_LONG'),
  ),
  type: v.picklist(attachmentTypes, 'TYPE_NOT_ALLOWED'),
  size: v.pipe(
    v.number(),
    v.integer('INVALID'),
    v.minValue(1, 'EMPTY'),
    v.maxValue(LARGEST_ATTACHMENT_BYTES, 'TOO_LARGE'),
  ),
  /** Of the file as it leaves the reporter, in lower-case hex: what arrives otherwise is refused. */
  sha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'INVALID'))),
});
export type ReservationRequest = v.InferOutput<typeof ReservationRequest>;

/** What a case keeps of a file. Size and SHA-256 are of what is kept, not of what was sent. */
export interface AttachmentRef {
  readonly id: AttachmentId;
  readonly name: string;
  readonly type: AttachmentType;
  readonly size: number;
  readonly sha256: string;
}

/** INFECTED · WRONG_TYPE: the content is of no kind that is taken, or of another than was said · UNREADABLE · DAMAGED: not what was announced. */
export type RefusedFor = 'INFECTED' | 'WRONG_TYPE' | 'UNREADABLE' | 'DAMAGED';

interface Common {
  readonly id: AttachmentId;
  readonly version: number;
}

export type Attachment = Common &
  (
    | { readonly state: 'reserved'; readonly announced: ReservationRequest }
    | { readonly state: 'refused'; readonly why: RefusedFor }
    | { readonly state: 'clean'; readonly ref: AttachmentRef }
    | { readonly state: 'claimed'; readonly ref: AttachmentRef; readonly caseNumber: string }
  );

export type Reserved = Extract<Attachment, { state: 'reserved' }>;
export type Clean = Extract<Attachment, { state: 'clean' }>;

/** How all ids of a day begin. */
export const idsOfDay = (day: DateOnly): string => `A-${day.replaceAll('-', '')}-`;

export const attachmentId = (at: Instant, random: Uint8Array): AttachmentId =>
  idsOfDay(dateInShanghai(at)) + randomCharacters(random.slice(0, ID_LENGTH));

export const reserved = (id: AttachmentId, announced: ReservationRequest): Reserved => ({
  ...{ id, version: 1, state: 'reserved' },
  announced,
});

/** What came of the check. */
export type Verdict = Result<Pick<AttachmentRef, 'type' | 'size' | 'sha256'>, RefusedFor>;

export function judged(attachment: Reserved, verdict: Verdict): Attachment {
  const { id, version, announced } = attachment;
  const later = { id, version: version + 1 };
  if (!verdict.ok) return { ...later, state: 'refused', why: verdict.error };
  const { type } = verdict.value;
  const name = cleanName(announced.name, type);
  return { ...later, state: 'clean', ref: { id, name, ...verdict.value } };
}

export type ClaimRefusal = 'ATTACHMENT_UNKNOWN' | 'ATTACHMENT_NOT_READY';

/** A file goes to one case, once; what another case has is to this one as if it were not there. */
export function claimable(attachment: Attachment | undefined): Result<Clean, ClaimRefusal> {
  if (!attachment || attachment.state === 'claimed') return err('ATTACHMENT_UNKNOWN');
  return attachment.state === 'clean' ? ok(attachment) : err('ATTACHMENT_NOT_READY');
}

export const claimed = ({ id, version, ref }: Clean, caseNumber: string): Attachment => ({
  ...{ id, version: version + 1, state: 'claimed' },
  ...{ ref, caseNumber },
});
