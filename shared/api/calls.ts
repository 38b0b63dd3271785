/** What the small calls of the HTTP contract take: bodies, path parts and query parts (design §9). */
import * as v from 'valibot';
import { CitizenAct } from '../complaints/commands.ts';
import { DateText, text } from '../fields.ts';
import { AttachmentId, AttachmentIds } from '../attachments/attachment.ts';
import { departmentCodes } from '../departments/directory.ts';
import { recordKinds } from '../disclosure/record.ts';
import { LONGEST_QUESTION } from '../search/query.ts';
import { isCaseNumber } from '../ids.ts';
import { Contact } from '../notices/notice.ts';
import { penaltyStates } from '../penalties/states.ts';

/** Any text: what cannot be a code gets the same 404 as a code that nobody has. */
const ReceiptCode = v.string();

export const TrackRequest = v.strictObject({ receiptCode: ReceiptCode });
export type TrackRequest = v.InferOutput<typeof TrackRequest>;

export const SuggestRequest = v.strictObject({ text: text(10_000) });
export type SuggestRequest = v.InferOutput<typeof SuggestRequest>;

export const MessageRequest = v.strictObject({
  receiptCode: ReceiptCode,
  text: text(2_000),
  attachments: v.optional(AttachmentIds),
});
export type MessageRequest = v.InferOutput<typeof MessageRequest>;

export const CitizenActRequest = v.strictObject({ receiptCode: ReceiptCode, act: CitizenAct });
export type CitizenActRequest = v.InferOutput<typeof CitizenActRequest>;

/** null: none any more. */
export const ContactRequest = v.strictObject({
  receiptCode: ReceiptCode,
  contact: v.nullable(Contact),
});
export type ContactRequest = v.InferOutput<typeof ContactRequest>;

/** Whatever else was asked for was never a feed. */
export const FeedPath = v.object({ token: v.pipe(v.string(), v.regex(/^[\w-]{32}$/)) });
export type FeedPath = v.InferOutput<typeof FeedPath>;

const CaseNumber = v.pipe(v.string(), v.check(isCaseNumber));

export const CasePath = v.object({ caseNumber: CaseNumber });
export type CasePath = v.InferOutput<typeof CasePath>;

export const CaseAttachmentPath = v.object({ caseNumber: CaseNumber, attachmentId: AttachmentId });
export type CaseAttachmentPath = v.InferOutput<typeof CaseAttachmentPath>;

export const ReplayRequest = v.strictObject({
  department: v.picklist(departmentCodes, 'UNKNOWN_DEPARTMENT'),
});
export type ReplayRequest = v.InferOutput<typeof ReplayRequest>;

export const ItemPath = v.object({
  caseNumber: CaseNumber,
  itemNumber: v.pipe(v.string(), v.regex(/^[1-9]\d?$/), v.transform(Number)),
});
export type ItemPath = v.InferOutput<typeof ItemPath>;

export const Limit = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,2}$/, 'INVALID'),
  v.transform(Number),
  v.maxValue(100, 'TOO_MANY'),
);

export const Cursor = v.pipe(v.string(), v.maxLength(300), v.regex(/^[\w-]+$/, 'INVALID'));

export const PageQuery = v.strictObject({
  limit: v.optional(Limit, '50'),
  cursor: v.optional(Cursor),
});
export type PageQuery = v.InferOutput<typeof PageQuery>;

export const PenaltiesQuery = v.strictObject({
  state: v.optional(v.picklist(penaltyStates, 'INVALID'), 'open'),
  ...PageQuery.entries,
});
export type PenaltiesQuery = v.InferOutput<typeof PenaltiesQuery>;

export const InstitutionsQuery = v.strictObject({
  q: text(100),
  page: v.optional(
    v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/, 'INVALID'), v.transform(Number)),
    '1',
  ),
});
export type InstitutionsQuery = v.InferOutput<typeof InstitutionsQuery>;

export const DisclosureQuery = v.strictObject({
  kind: v.optional(v.picklist(recordKinds, 'INVALID')),
  department: v.optional(v.picklist(departmentCodes, 'UNKNOWN_DEPARTMENT')),
  institution: v.optional(v.pipe(v.string(), v.maxLength(60))),
  from: v.optional(DateText),
  to: v.optional(DateText),
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100, 'TOO_LONG'))),
  limit: v.optional(Limit, '50'),
  cursor: v.optional(Cursor),
});
export type DisclosureQuery = v.InferOutput<typeof DisclosureQuery>;

const searchValue = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60, 'TOO_LONG')));

/** A value that no record has finds nothing; it is no error. */
export const SearchParameters = v.strictObject({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_QUESTION, 'TOO_LONG'))),
  kind: searchValue,
  department: searchValue,
  penaltyKind: searchValue,
  year: searchValue,
  street: searchValue,
  band: searchValue,
  institution: searchValue,
  page: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/, 'INVALID'))),
});
export type SearchParameters = v.InferOutput<typeof SearchParameters>;

export const RecordPath = v.object({ id: v.pipe(v.string(), v.regex(/^[0-9a-z]{10}$/)) });
export type RecordPath = v.InferOutput<typeof RecordPath>;

export const PenaltyPath = v.object({
  penaltyId: v.pipe(v.string(), v.regex(/^P-\d{8}-[0-9A-Z]{10}$/)),
});
export type PenaltyPath = v.InferOutput<typeof PenaltyPath>;
