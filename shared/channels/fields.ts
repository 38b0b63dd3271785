/**
 * The 28 fields in which an administrative penalty goes to the credit platforms (双公示 行政处罚), in their order: domain C.1.
 *
 * Names, order and what is required agree in two independent implementations [conf]. The short codes marked `mem`, every
 * length, the form of a date and the two stand-ins are from memory [mem] and stand here alone: compare them with the
 * interface agreement of the platform before going live.
 */

/** `org`: unless the party is a natural person; the others: where the penalty has a kind of that sort. */
export type Required = 'always' | 'org' | 'fine' | 'confiscation' | 'licence' | 'no';

export interface PenaltyField {
  readonly number: number;
  readonly name: string;
  readonly code: string;
  readonly type: 'text' | 'day' | 'wan-yuan' | 'party' | 'kinds' | 'credit-code';
  /** Characters [mem]. */
  readonly maxLength: number;
  readonly required: Required;
  /** Where the short code comes from: two implementations show it, or memory alone. */
  readonly source: 'conf' | 'mem';
  /** May it stand on a public page of ours? */
  readonly isPublic: boolean;
}

const field = <const Code extends string>(
  number: number,
  name: string,
  code: Code,
  maxLength: number,
  required: Required,
  but: Partial<Pick<PenaltyField, 'type' | 'source' | 'isPublic'>> = {},
) =>
  ({
    ...{ number, name, code, maxLength, required },
    ...{ type: 'text', source: 'mem', isPublic: true },
    ...but,
  }) satisfies PenaltyField;

const conf = { source: 'conf' } as const;
const day = { type: 'day' } as const;
const wanYuan = { type: 'wan-yuan' } as const;
const creditCode = { type: 'credit-code' } as const;
const hidden = { isPublic: false } as const;

export const penaltyFields = [
  field(1, '行政相对人名称', 'CF_XDR_MC', 200, 'always', conf),
  field(2, '行政相对人类别', 'CF_XDR_LB', 16, 'always', { type: 'party' }),
  field(3, '行政相对人代码_1(统一社会信用代码)', 'CF_XDR_SHXYM', 18, 'org', {
    ...conf,
    ...creditCode,
  }),
  field(4, '行政相对人代码_2(工商注册号)', 'CF_XDR_GSZC', 50, 'no'),
  field(5, '行政相对人代码_3(组织机构代码)', 'CF_XDR_ZZJG', 9, 'no'),
  field(6, '行政相对人代码_4(税务登记号)', 'CF_XDR_SWDJ', 15, 'no', conf),
  field(7, '行政相对人代码_5(事业单位证书号)', 'CF_XDR_SYDW', 12, 'no'),
  field(8, '行政相对人代码_6(社会组织登记证号)', 'CF_XDR_SHZZ', 50, 'no'),
  field(9, '法定代表人', 'CF_FRDB', 50, 'no'),
  field(10, '法定代表人证件类型', 'CF_FR_ZJLX', 64, 'no', hidden),
  field(11, '法定代表人证件号码', 'CF_FR_ZJHM', 64, 'no', hidden),
  field(12, '行政处罚决定书文号', 'CF_WSH', 128, 'always', conf),
  field(13, '违法行为类型', 'CF_WFXW', 2_000, 'always'),
  field(14, '违法事实', 'CF_WFSS', 5_000, 'always'),
  field(15, '处罚依据', 'CF_YJ', 5_000, 'always', conf),
  field(16, '处罚类别', 'CF_CFLB', 100, 'always', { type: 'kinds' }),
  field(17, '处罚内容', 'CF_NR', 4_000, 'always'),
  field(18, '罚款金额（万元）', 'CF_NR_FK', 24, 'fine', wanYuan),
  field(19, '没收违法所得、没收非法财物的金额（万元）', 'CF_NR_WFFF', 24, 'confiscation', wanYuan),
  field(20, '暂扣或吊销证照名称及编号', 'CF_NR_ZKDX', 200, 'licence'),
  field(21, '处罚决定日期', 'CF_CFJDRQ', 10, 'always', day),
  field(22, '处罚有效期', 'CF_CFYXQ', 10, 'always', day),
  field(23, '公示截止期', 'CF_GSJZQ', 10, 'no', day),
  field(24, '处罚机关', 'CF_CFJG', 200, 'always'),
  field(25, '处罚机关统一社会信用代码', 'CF_CFJGDM', 18, 'always', creditCode),
  field(26, '数据来源单位', 'CF_SJLYDW', 200, 'always'),
  field(27, '数据来源单位统一社会信用代码', 'CF_SJLYDWDM', 18, 'always', creditCode),
  field(28, '备注', 'CF_BZ', 512, 'no', hidden),
] as const;

export type FieldCode = (typeof penaltyFields)[number]['code'];

/** Texts as they stand in a file, by field; a field that is empty is absent. */
export type PenaltyRow = Readonly<Partial<Record<FieldCode, string>>>;

export const fieldOf = (code: FieldCode): PenaltyField => {
  const found = penaltyFields.find((known) => known.code === code);
  if (!found) throw new Error(`no field ${code}`);
  return found;
};

/** What stands for a credit code that an organisation does not have: seventeen zeros and an X [mem]. */
export const NO_CREDIT_CODE = '00000000000000000X';

/** What stands for a validity without an end, as days are written: `YYYY/MM/DD` [mem]. */
export const NO_END = '2099/12/31';

/** What joins several values in one field, as several kinds of penalty. */
export const SEPARATOR = ';';
