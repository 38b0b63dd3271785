/** A row of the 双公示 penalties read as a decided penalty: the fields of `channels/fields.ts`, nothing of ours. */
import * as v from 'valibot';
import {
  fieldOf,
  NO_CREDIT_CODE,
  penaltyFields,
  type FieldCode,
  type PenaltyField,
} from '../channels/fields.ts';
import {
  faultOf,
  parseDay,
  parseKinds,
  parseParty,
  parseWanYuan,
  type PartyCategory,
} from '../channels/values.ts';
import { chosenDistrict } from '../districts/chosen.ts';
import { departmentName, departments, type DepartmentCode } from '../departments/directory.ts';
import type { PenaltyKind } from '../penalties/kinds.ts';
import { licencesOf, takesLicence } from '../penalties/licences.ts';
import { fitsSimpleProcedure, type PartyKind, type PenaltyProposal } from '../penalties/penalty.ts';
import { proposalWithin } from '../penalties/proposal.ts';
import { err, ok, type Result } from '../result.ts';
import type { DateOnly } from '../time.ts';
import { dayText } from './cell.ts';
import type { Column, Fault, FaultCode, ImportCells } from './column.ts';

const examples: Readonly<Partial<Record<FieldCode, string>>> = {
  CF_XDR_MC: '示例综合门诊部有限公司',
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_SHXYM: '91500104MA60QW12X2',
  CF_FRDB: '示例人',
  CF_WSH: '示卫医罚〔2025〕12号',
  CF_WFXW: '使用非卫生技术人员从事医疗卫生技术工作',
  CF_WFSS: '2025年3月1日检查发现，该机构由未取得护士执业证书的人员从事护理工作。',
  CF_YJ: '《医疗机构管理条例》第四十七条',
  CF_CFLB: '警告;罚款',
  CF_NR: '警告，罚款人民币10000元',
  CF_NR_FK: '1.000000',
  CF_CFJDRQ: '2025/04/10',
  CF_CFYXQ: '2099/12/31',
  CF_GSJZQ: '2026/04/10',
};

export const penaltyColumns: readonly Column[] = penaltyFields.map(
  ({ code, name, maxLength, required }) => ({
    ...{ code, name, maxLength, required: required === 'always' },
    example: examples[code] ?? '',
  }),
);

export interface PenaltyToImport {
  readonly proposal: PenaltyProposal;
  readonly decisionNumber: string;
  readonly decidedOn: DateOnly;
  /** The day until which the authority makes it public itself. */
  readonly publicUntil?: DateOnly;
  /** 处罚内容 and 备注, as they stand. */
  readonly content?: string;
  readonly remark?: string;
}

/** The standard's own lengths (双公示, `channels/fields.ts`) hold; a rare character counts as two here. */
const units = (code: FieldCode): number => 2 * fieldOf(code).maxLength;

const ProposalOfFile = proposalWithin({
  ...{ name: units('CF_XDR_MC'), violation: units('CF_WFXW') },
  ...{ facts: units('CF_WFSS'), basis: units('CF_YJ') },
});

/** @param today - in Asia/Shanghai */
export function parsePenalty(
  cells: ImportCells,
  department: DepartmentCode,
  today: DateOnly,
): Result<PenaltyToImport, readonly Fault[]> {
  const row = withPlainDays(cells);
  const faults = [...faultsOfFields(row), ...faultsAmongFields(row, department, today)];
  if (faults.length > 0) return err(faults);
  const given = (code: FieldCode): string => row[code] ?? '';
  const kind = partyKinds[valueOf(parseParty(given('CF_XDR_LB')))];
  const uscc = given('CF_XDR_SHXYM');
  const kinds = valueOf(parseKinds(given('CF_CFLB')));
  const proposal = v.safeParse(ProposalOfFile, {
    party: {
      ...{ kind, name: given('CF_XDR_MC') },
      ...(uscc && uscc !== NO_CREDIT_CODE && { uscc }),
    },
    violation: given('CF_WFXW'),
    facts: given('CF_WFSS'),
    legalBasis: given('CF_YJ')
      .split(BASES)
      .map((text) => text.trim())
      .filter(Boolean),
    kinds,
    ...(takesLicence(kinds) && { licences: licencesOf(given('CF_NR_ZKDX')) }),
    ...amount('fineFen', given('CF_NR_FK')),
    ...amount('confiscatedFen', given('CF_NR_WFFF')),
    ...{ procedure: 'ORDINARY', handlers: STAND_INS },
  });
  if (!proposal.success) return err(proposal.issues.map(faultOfIssue));
  const publicUntil = given('CF_GSJZQ') && valueOf(parseDay(given('CF_GSJZQ')));
  return ok({
    proposal: asDecidedElsewhere(proposal.output, Boolean(publicUntil)),
    decisionNumber: given('CF_WSH'),
    decidedOn: valueOf(parseDay(given('CF_CFJDRQ'))),
    ...(publicUntil && { publicUntil }),
    ...(given('CF_NR') && { content: given('CF_NR') }),
    ...(given('CF_BZ') && { remark: given('CF_BZ') }),
  });
}

/** Many files write 0 where there is nothing to pay. */
const amount = (name: 'fineFen' | 'confiscatedFen', text: string) => {
  const fen = text === '' ? 0 : valueOf(parseWanYuan(text));
  return fen > 0 ? { [name]: fen } : {};
};

/** A file does not say who handled a case: two stand-ins pass the rules of a proposal and are taken out again. */
const STAND_INS = ['-', '--'];

/**
 * Nor does it say by which procedure. Where the simple one would have done it is taken for that, because it is the less public
 * one, unless the authority made the penalty public itself.
 */
function asDecidedElsewhere(proposal: PenaltyProposal, wasPublic: boolean): PenaltyProposal {
  const simple = fitsSimpleProcedure(proposal) && !wasPublic;
  return { ...proposal, handlers: [], procedure: simple ? 'SIMPLE' : 'ORDINARY' };
}

/** What separates one basis from the next. */
const BASES = /[;；\n]/;

/** 自然人 may be a practitioner, but no field says so: the name of any other person stays masked. */
const partyKinds: Readonly<Record<PartyCategory, PartyKind>> = {
  法人及非法人组织: 'ORG',
  自然人: 'PERSON_OTHER',
  个体工商户: 'SOLE',
};

function withPlainDays(cells: ImportCells): ImportCells {
  const plain = penaltyFields.flatMap(({ code, type }) => {
    const text = cells[code];
    return text === undefined ? [] : [[code, type === 'day' ? dayText(text) : text]];
  });
  return Object.fromEntries(plain);
}

function faultsOfFields(row: ImportCells): readonly Fault[] {
  return penaltyFields.flatMap((field: PenaltyField) => {
    const text = row[field.code] ?? '';
    if (text === '')
      return field.required === 'always' ? [{ field: field.code, code: 'REQUIRED' as const }] : [];
    const code = faultOf(field, text);
    return code ? [{ field: field.code, code }] : [];
  });
}

/** What one field asks of another, where both can be read. */
function faultsAmongFields(
  row: ImportCells,
  department: DepartmentCode,
  today: DateOnly,
): readonly Fault[] {
  const kinds = parseKinds(row['CF_CFLB'] ?? '');
  const party = parseParty(row['CF_XDR_LB'] ?? '');
  const decidedOn = parseDay(row['CF_CFJDRQ'] ?? '');
  const has = (...codes: readonly PenaltyKind[]): boolean =>
    kinds.ok && codes.some((code) => kinds.value.includes(code));
  const missing: readonly (readonly [FieldCode, boolean])[] = [
    ['CF_XDR_SHXYM', party.ok && party.value === '法人及非法人组织'],
    ['CF_NR_FK', has('P21')],
    ['CF_NR_WFFF', has('P22', 'P23')],
    ['CF_NR_ZKDX', has('P31', 'P33')],
  ];
  const faults: Fault[] = missing
    .filter(([code, needed]) => needed && row[code] === undefined)
    .map(([field]) => ({ field, code: 'REQUIRED' }));
  if (decidedOn.ok && decidedOn.value > today)
    faults.push({ field: 'CF_CFJDRQ', code: 'IN_FUTURE' });
  const authority = row['CF_CFJG'];
  if (authority !== undefined && !isAuthority(authority, department))
    faults.push({ field: 'CF_CFJG', code: 'NOT_YOUR_AUTHORITY' });
  return faults;
}

/** Who decides a case enters it (谁办案、谁录入、谁负责): the full or short name of the department, with no other district's before it. */
function isAuthority(text: string, department: DepartmentCode): boolean {
  const full = departmentName(department);
  const short = departments.find(({ code }) => code === department)?.name ?? full;
  const core = full.replace(/^(重庆市)?(.{1,3})?区/, '');
  if (text === full || text === short || text === core) return true;
  const district = text.endsWith(core) ? text.slice(0, -core.length).replace(/^重庆市/, '') : '';
  return ['区', ...chosenDistrict.areas.map(({ name }) => name)].includes(district);
}

const fieldOfIssue: Readonly<Record<string, FieldCode>> = {
  'party.name': 'CF_XDR_MC',
  'party.uscc': 'CF_XDR_SHXYM',
  violation: 'CF_WFXW',
  facts: 'CF_WFSS',
  legalBasis: 'CF_YJ',
  licences: 'CF_NR_ZKDX',
  kinds: 'CF_CFLB',
  fineFen: 'CF_NR_FK',
  confiscatedFen: 'CF_NR_WFFF',
};

const known: readonly string[] = [
  'TOO_LONG',
  'TOO_MANY',
  'PERSON_HAS_NO_CREDIT_CODE',
  'FINE_AND_KIND_TOGETHER',
  'CONFISCATION_AND_KIND_TOGETHER',
] satisfies readonly FaultCode[];

function faultOfIssue(issue: v.BaseIssue<unknown>): Fault {
  const path = (v.getDotPath(issue) ?? '').replace(/\.\d+.*$/, '');
  const field = fieldOfIssue[path] ?? fieldOf('CF_WSH').code;
  const code = known.includes(issue.message) ? (issue.message as FaultCode) : 'INVALID'; // one of the list
  return { field, code };
}

/** Of a text that was found well-formed before. */
function valueOf<T>(parsed: Result<T, unknown>): T {
  if (!parsed.ok) throw new Error('read before it was checked');
  return parsed.value;
}
