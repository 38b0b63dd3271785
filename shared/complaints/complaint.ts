/** What a citizen submits: the schema of `POST /api/complaints`, the same in the browser's form and in the function. */
import * as v from 'valibot';
import { AttachmentIds } from '../attachments/attachment.ts';
import { departmentCodes } from '../departments/directory.ts';
import { DateText, text } from '../fields.ts';
import { competentElsewhere, isStreet } from '../district.ts';
import { category, categoryCodes, type CategoryCode } from './categories.ts';
import { circumstances } from './circumstances.ts';
import { otherChannels } from './routing.ts';
import { SealedIdentity } from './sealed-identity.ts';

/** Of this district, or of another of the municipality: then the competent one is named. */
const StreetCode = v.pipe(
  v.string(),
  v.check((code) => isStreet(code) || competentElsewhere(code) !== undefined, 'UNKNOWN_STREET'),
);

const InstitutionById = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{4,40}$/, 'INVALID')),
});
const InstitutionByName = v.strictObject({
  name: text(100),
  address: v.optional(text(200)),
  streetCode: v.optional(StreetCode),
});
const InstitutionByDescription = v.strictObject({
  address: text(200),
  description: text(500),
  streetCode: v.optional(StreetCode),
});

/** By register id, by name, or, when the citizen knows no name, by where it is and what it looks like. */
const Institution = v.lazy((input) => {
  const given = input !== null && typeof input === 'object' ? input : {};
  if ('id' in given) return InstitutionById;
  return 'description' in given ? InstitutionByDescription : InstitutionByName;
});

export type ReportedInstitution =
  | v.InferOutput<typeof InstitutionById>
  | v.InferOutput<typeof InstitutionByName>
  | v.InferOutput<typeof InstitutionByDescription>;

/** Who reports. Sealed before anything is stored, and never part of a case. */
export const ReporterIdentity = v.strictObject({
  name: text(60),
  phone: v.pipe(v.string(), v.trim(), v.regex(/^\+?[\d\- ]{5,20}$/, 'INVALID')),
  address: v.optional(text(200)),
  idNumber: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^\d{17}[\dX]$/, 'INVALID'))),
});
export type ReporterIdentity = v.InferOutput<typeof ReporterIdentity>;

const CategoryCodeText = v.pipe(
  v.string(),
  v.check((code) => categoryCodes.some((known) => known === code), 'UNKNOWN_CATEGORY'),
  v.transform((code) => code as CategoryCode), // just checked against the list
);

const isAccusation = (code: CategoryCode): boolean => category(code).track === 'X';

export const MOST_CATEGORIES = 5;

export const ComplaintSubmission = v.pipe(
  v.strictObject({
    facts: text(10_000),
    categories: v.pipe(
      v.array(CategoryCodeText),
      v.minLength(1, 'REQUIRED'),
      v.maxLength(MOST_CATEGORIES, 'TOO_MANY'),
    ),
    institution: Institution,
    occurredOn: v.optional(DateText),
    demand: v.optional(text(2_000)),
    circumstances: v.optional(
      v.pipe(
        v.array(v.picklist(circumstances, 'UNKNOWN_CIRCUMSTANCE')),
        v.maxLength(circumstances.length, 'TOO_MANY'),
      ),
    ),
    anonymous: v.boolean(),
    identity: v.optional(ReporterIdentity),
    sealedIdentity: v.optional(SealedIdentity),
    /** For the accusation that becomes a case of its own beside another: other bodies open it. */
    sealedForSeparate: v.optional(SealedIdentity),
    /** Of an accusation against officials: their department, which never receives it. */
    accused: v.optional(v.picklist(departmentCodes, 'UNKNOWN_DEPARTMENT')),
    /** Of an accusation: what only those who handle it read, beside the facts that everybody reads. */
    accusation: v.optional(text(5_000)),
    /** It is no complaint, says who files it: registered, and answered with the right way. */
    channel: v.optional(v.picklist(otherChannels, 'INVALID')),
    /** The receipt code of an earlier filing. Any text: a malformed code gets the answer of an unknown one. */
    earlierReceiptCode: v.optional(text(60)),
    confidential: v.optional(v.boolean()),
    attachments: v.optional(AttachmentIds),
    locale: v.optional(v.picklist(['zh', 'en'])),
  }),
  v.forward(
    v.partialCheck(
      [['anonymous'], ['identity'], ['sealedIdentity']],
      (given) => given.anonymous || Boolean(given.identity ?? given.sealedIdentity),
      'IDENTITY_REQUIRED',
    ),
    ['identity'],
  ),
  v.forward(
    v.partialCheck(
      [['anonymous'], ['identity'], ['sealedIdentity'], ['sealedForSeparate']],
      (given) =>
        !given.anonymous || !(given.identity ?? given.sealedIdentity ?? given.sealedForSeparate),
      'ANONYMOUS_HAS_NO_IDENTITY',
    ),
    ['identity'],
  ),
  v.forward(
    v.partialCheck(
      [['categories'], ['accusation']],
      (given) => given.accusation === undefined || given.categories.some(isAccusation),
      'NOT_AN_ACCUSATION', // nothing that was written may go nowhere
    ),
    ['accusation'],
  ),
  v.forward(
    v.partialCheck(
      [['anonymous'], ['demand']],
      (given) => !(given.anonymous && given.demand !== undefined),
      'REAL_NAME_REQUIRED', // 市场监督管理投诉举报处理办法 art. 10: a 投诉 names who complains
    ),
    ['demand'],
  ),
);
export type ComplaintSubmission = v.InferOutput<typeof ComplaintSubmission>;
