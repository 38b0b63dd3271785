/** What officers and citizens may ask to be done with an item: the schemas of the commands, one for each act. */
import * as v from 'valibot';
import { departmentCodes } from '../departments/directory.ts';
import { pauseGrounds } from '../clocks/clocks.ts';
import { DateText, text } from '../fields.ts';
import { isCaseNumber } from '../ids.ts';

const Department = v.picklist(departmentCodes, 'UNKNOWN_DEPARTMENT');
const ClockId = v.pipe(v.string(), v.regex(/^[A-Z][A-Z-]{1,29}$/, 'INVALID'));
const Reason = text(1_000);

/**
 * 不予受理的理由 (市场监督管理投诉举报处理办法 art. 15, as a secondary source quotes it): not our duty · taken up by a court, an
 * arbitrator or another body · no dispute about living consumption · more than three years ago · what is required is
 * missing or false · identity of another used, or not shown · another legal ground. REPEAT is art. 35, CHANNEL its art. 39.
 */
export const refusalGrounds = [
  'NOT_OUR_DUTY',
  'TAKEN_UP_ELSEWHERE',
  'NO_DISPUTE',
  'TOO_LONG_AGO',
  'MATERIAL_MISSING',
  'IDENTITY_NOT_SHOWN',
  'OTHER_GROUND',
  'REPEAT',
  'CHANNEL',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** 移送案件材料 (行政执法机关移送涉嫌犯罪案件的规定 art. 6): letter, report of the inquiry, list of things, expert findings, other. */
export const bundleDocuments = ['LETTER', 'REPORT', 'THINGS', 'EXPERTISE', 'OTHER'] as const;
export type BundleDocument = (typeof bundleDocuments)[number];

export const ItemCommand = v.variant('type', [
  v.strictObject({ type: v.literal('accept') }),
  /** 不予受理: the citizen reads the text, which names another way where there is one. */
  v.strictObject({
    type: v.literal('refuse'),
    ground: v.picklist(refusalGrounds, 'INVALID'),
    text: text(2_000),
    /** Of REPEAT: the case that has it already. */
    mergedInto: v.optional(v.pipe(v.string(), v.check(isCaseNumber, 'INVALID'))),
  }),
  /** Not ours: back to the coordinator. The reason is for officers. */
  v.strictObject({
    type: v.literal('return'),
    reason: Reason,
    propose: v.optional(Department),
  }),
  /** The coordinator says who answers, for good. */
  v.strictObject({ type: v.literal('reassign'), to: Department, reason: Reason }),
  /** Who has accepted finds that another is competent, and names it. */
  v.strictObject({ type: v.literal('transfer'), to: Department, reason: Reason }),
  v.strictObject({ type: v.literal('invite'), department: Department, question: text(2_000) }),
  /** What a cooperating department found. For officers. */
  v.strictObject({ type: v.literal('reply'), text: text(5_000) }),
  /** 会商: who met, when, and what they think. For officers. */
  v.strictObject({
    type: v.literal('consult'),
    heldOn: DateText,
    participants: v.pipe(
      v.array(Department),
      v.minLength(2, 'TOO_FEW'),
      v.maxLength(30, 'TOO_MANY'),
    ),
    opinion: text(5_000),
  }),
  /** A message to the citizen. */
  v.strictObject({ type: v.literal('note'), text: text(2_000) }),
  /** Asks the citizen for more; nothing stands still meanwhile. */
  v.strictObject({ type: v.literal('request-material'), text: text(2_000) }),
  /** A note for the own department alone. */
  v.strictObject({ type: v.literal('remark'), text: text(2_000) }),
  /** The answer: its outcome in a few words, and the text the citizen reads. */
  v.strictObject({ type: v.literal('conclude'), outcome: text(100), text: text(5_000) }),
  /** Who works on it in the caller's department, by the subject of his token; null: nobody in particular. */
  v.strictObject({ type: v.literal('assign'), assignee: v.nullable(text(200)) }),
  v.strictObject({ type: v.literal('extend'), clock: ClockId, reason: Reason }),
  v.strictObject({
    type: v.literal('pause'),
    clock: ClockId,
    ground: v.picklist(pauseGrounds, 'INVALID'),
  }),
  v.strictObject({ type: v.literal('resume'), clock: ClockId }),
  /** 立案 or 不予立案, after the clue was verified. */
  v.strictObject({ type: v.literal('decide-filing'), filed: v.boolean(), reason: Reason }),
  /** The citizen, who gave a name, is told of that decision. */
  v.strictObject({ type: v.literal('tell-filing'), text: text(2_000) }),
  /** 终止调解: no agreement; the notice has a day of its own. */
  v.strictObject({ type: v.literal('end-mediation'), reason: Reason }),
  /** 处理权限争议, with the market supervision department of another district; it is settled between them or above them. */
  v.strictObject({ type: v.literal('dispute'), reason: Reason }),
  v.strictObject({ type: v.literal('settle-dispute'), reason: Reason }),
  v.strictObject({ type: v.literal('report-crime'), reason: Reason }),
  v.strictObject({ type: v.literal('approve-crime'), approved: v.boolean(), reason: Reason }),
  v.strictObject({
    type: v.literal('hand-over'),
    documents: v.pipe(v.array(v.picklist(bundleDocuments, 'INVALID')), v.maxLength(5, 'TOO_MANY')),
  }),
  v.strictObject({ type: v.literal('police-decide'), filed: v.boolean(), reason: Reason }),
]);
export type ItemCommand = v.InferOutput<typeof ItemCommand>;
export type CommandType = ItemCommand['type'];

export const CitizenAct = v.variant('type', [
  /** Takes the complaints of a case back; its reports go on. */
  v.strictObject({ type: v.literal('withdraw') }),
  v.strictObject({
    type: v.literal('rate'),
    itemNumber: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
    /** 1 very dissatisfied … 5 very satisfied. */
    score: v.pipe(v.number(), v.integer(), v.minValue(1, 'INVALID'), v.maxValue(5, 'INVALID')),
  }),
  /** Asks why nothing has come although the day has passed. */
  v.strictObject({ type: v.literal('remind') }),
]);
export type CitizenAct = v.InferOutput<typeof CitizenAct>;
