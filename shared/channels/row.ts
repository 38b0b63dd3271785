/** A public penalty as the texts of the 双公示 fields, checked; and back. What is not public already cannot get in here. */
import { departmentName } from '../departments/directory.ts';
import type { PenaltyRecord } from '../disclosure/record.ts';
import { isPerson, type PartyKind } from '../penalties/penalty.ts';
import { contentOf } from '../penalties/content.ts';
import type { PenaltyKind } from '../penalties/kinds.ts';
import { licencesText } from '../penalties/licences.ts';
import { err, ok, type Result } from '../result.ts';
import type { DateOnly } from '../time.ts';
import { creditCodeOf, dataSource } from './authorities.ts';
import {
  NO_CREDIT_CODE,
  NO_END,
  penaltyFields,
  type FieldCode,
  type PenaltyRow,
  type Required,
} from './fields.ts';
import {
  faultOf,
  isOpenEnd,
  kindsText,
  parseDay,
  parseKinds,
  parseParty,
  parseWanYuan,
  slashed,
  wanYuanOf,
  type FieldFault,
  type PartyCategory,
} from './values.ts';

/** What stands in a penalty of ours nowhere: an officer adds it where a platform asks for it. */
export const supplementFields = [
  'CF_XDR_GSZC',
  'CF_XDR_ZZJG',
  'CF_XDR_SWDJ',
  'CF_XDR_SYDW',
  'CF_XDR_SHZZ',
  'CF_FRDB',
  'CF_NR_ZKDX',
  'CF_BZ',
] as const satisfies readonly FieldCode[];
export type Supplement = Readonly<Partial<Record<(typeof supplementFields)[number], string>>>;

/** @param supplement - never stronger than what the penalty says */
export function rowOf(
  record: PenaltyRecord,
  partyKind: PartyKind,
  supplement: Supplement = {},
): Result<PenaltyRow, readonly FieldFault[]> {
  const { licences = [] } = record;
  const unnumbered = licences.length > 0 ? { CF_NR_ZKDX: licencesText(licences) } : {};
  const row = filled({ ...unnumbered, ...supplement, ...textsOf(record, partyKind) });
  const faults = rowFaults(row);
  return faults.length === 0 ? ok(row) : err(faults);
}

/** By which a receiver knows the record again when it is to go: 决定书文号 and 处罚机关. */
export const keyOf = (
  record: Pick<PenaltyRecord, 'decisionNumber' | 'department'>,
): PenaltyRow => ({
  CF_WSH: record.decisionNumber,
  CF_CFJG: departmentName(record.department),
  CF_CFJGDM: creditCodeOf(record.department),
});

function textsOf(record: PenaltyRecord, partyKind: PartyKind): PenaltyRow {
  const { party, kinds, fineFen, confiscatedFen } = record;
  const source = dataSource();
  return {
    CF_XDR_MC: party.name,
    CF_XDR_LB: categoryOf(partyKind),
    CF_XDR_SHXYM: isPerson(partyKind) ? '' : (party.uscc ?? NO_CREDIT_CODE),
    CF_WSH: record.decisionNumber,
    CF_WFXW: record.violation,
    CF_WFSS: record.facts,
    CF_YJ: record.legalBasis.join('；'),
    CF_CFLB: kindsText(kinds),
    CF_NR: record.content ?? contentOf(record),
    CF_NR_FK: fineFen === undefined ? '' : wanYuanOf(fineFen),
    ...licenceField(record, partyKind),
    // Goods alone may be confiscated, and a sum is asked for all the same.
    CF_NR_WFFF: confiscates(kinds) ? wanYuanOf(confiscatedFen ?? 0) : '',
    CF_CFJDRQ: slashed(record.decidedOn),
    CF_CFYXQ: NO_END,
    CF_GSJZQ: slashed(record.publicUntil),
    CF_CFJG: departmentName(record.department),
    CF_CFJGDM: creditCodeOf(record.department),
    CF_SJLYDW: source.name,
    CF_SJLYDWDM: source.creditCode,
  };
}

/** An officer may add a number that is missing, but never that of a person's own certificate. */
function licenceField({ licences }: PenaltyRecord, partyKind: PartyKind): PenaltyRow {
  const isSaid = licences?.every(({ number }) => number !== undefined) || isPerson(partyKind);
  return licences && isSaid ? { CF_NR_ZKDX: licencesText(licences) } : {};
}

function categoryOf(kind: PartyKind): PartyCategory {
  if (isPerson(kind)) return '自然人';
  return kind === 'SOLE' ? '个体工商户' : '法人及非法人组织';
}

const confiscates = (kinds: readonly PenaltyKind[]): boolean =>
  kinds.includes('P22') || kinds.includes('P23');

const filled = (row: PenaltyRow): PenaltyRow =>
  Object.fromEntries(
    Object.entries(row).filter(([, text]) => text !== undefined && text.trim() !== ''),
  );

/** Every field that is missing or malformed, in the order of the fields. */
export const rowFaults = (row: PenaltyRow): readonly FieldFault[] =>
  penaltyFields.flatMap((field) => {
    const text = row[field.code] ?? '';
    const isMissing = text.trim() === '' && isRequired(field.required, row);
    const code = isMissing ? 'REQUIRED' : faultOf(field, text);
    return code ? [{ field: field.code, code }] : [];
  });

/** Does the row, as it is, have to have the field? */
function isRequired(required: Required, row: PenaltyRow): boolean {
  const read = parseKinds(row.CF_CFLB ?? '');
  const kinds = read.ok ? read.value : [];
  switch (required) {
    case 'always':
      return true;
    case 'org':
      return row.CF_XDR_LB?.trim() !== '自然人';
    case 'fine':
      return kinds.includes('P21');
    case 'confiscation':
      return confiscates(kinds);
    case 'licence':
      return kinds.includes('P31') || kinds.includes('P33');
    case 'no':
      return false;
  }
}

/** What a row says of a penalty, whoever wrote it. */
export interface RowFacts {
  readonly party: {
    readonly name: string;
    readonly category: PartyCategory;
    readonly uscc?: string;
  };
  readonly decisionNumber: string;
  readonly violation: string;
  readonly facts: string;
  readonly legalBasis: readonly string[];
  readonly kinds: readonly PenaltyKind[];
  readonly content: string;
  readonly fineFen?: number;
  readonly confiscatedFen?: number;
  readonly decidedOn: DateOnly;
  /** Absent where it has no end. */
  readonly validUntil?: DateOnly;
  readonly publicUntil?: DateOnly;
  readonly authority: { readonly name: string; readonly creditCode: string };
}

/** Reads a row of the fields; all its faults at once. */
export function penaltyOfRow(given: PenaltyRow): Result<RowFacts, readonly FieldFault[]> {
  const row = filled(given);
  const faults = rowFaults(row);
  const category = parseParty(row.CF_XDR_LB ?? '');
  const kinds = parseKinds(row.CF_CFLB ?? '');
  const decidedOn = parseDay(row.CF_CFJDRQ ?? '');
  if (faults.length > 0 || !category.ok || !kinds.ok || !decidedOn.ok) return err(faults);
  const text = (code: FieldCode): string => row[code]?.trim() ?? '';
  const day = (code: FieldCode) => optional(parseDay, row[code]);
  const uscc = text('CF_XDR_SHXYM');
  const fineFen = optional(parseWanYuan, row.CF_NR_FK);
  const confiscatedFen = optional(parseWanYuan, row.CF_NR_WFFF);
  const validUntil = isOpenEnd(text('CF_CFYXQ')) ? undefined : day('CF_CFYXQ');
  const publicUntil = day('CF_GSJZQ');
  return ok({
    party: {
      name: text('CF_XDR_MC'),
      category: category.value,
      ...(uscc && uscc !== NO_CREDIT_CODE && { uscc }),
    },
    decisionNumber: text('CF_WSH'),
    violation: text('CF_WFXW'),
    facts: text('CF_WFSS'),
    legalBasis: text('CF_YJ')
      .split(/[；;\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
    kinds: kinds.value,
    content: text('CF_NR'),
    ...(fineFen !== undefined && fineFen > 0 && { fineFen }),
    ...(confiscatedFen !== undefined && confiscatedFen > 0 && { confiscatedFen }),
    decidedOn: decidedOn.value,
    ...(validUntil && { validUntil }),
    ...(publicUntil && { publicUntil }),
    authority: { name: text('CF_CFJG'), creditCode: text('CF_CFJGDM') },
  });
}

function optional<T>(read: (text: string) => Result<T, unknown>, text: string | undefined) {
  const outcome = read(text ?? '');
  return outcome.ok ? outcome.value : undefined;
}
