/**
 * What the national enterprise system 国家企业信用信息公示系统 is told of a penalty: 45号令 art. 4 names the contents [conf];
 * the names of seven fields are those of a provincial system [conf], the other two and all lengths are from memory [mem].
 */
import { departmentName } from '../departments/directory.ts';
import type { PenaltyRecord } from '../disclosure/record.ts';
import { contentOf } from '../penalties/content.ts';
import { err, ok, type Result } from '../result.ts';
import { kindsText, slashed, type FieldFault } from './values.ts';

interface GsxtField {
  readonly code: string;
  readonly name: string;
  readonly maxLength: number;
  readonly source: 'conf' | 'mem';
}

/** All are required. */
export const gsxtFields = [
  { code: 'entName', name: '当事人名称', maxLength: 200, source: 'conf' },
  { code: 'uniScid', name: '统一社会信用代码', maxLength: 18, source: 'conf' },
  { code: 'penDecNo', name: '行政处罚决定书文号', maxLength: 128, source: 'conf' },
  { code: 'illegActType', name: '违法行为类型', maxLength: 2_000, source: 'conf' },
  { code: 'penType', name: '行政处罚种类', maxLength: 100, source: 'conf' },
  { code: 'penContent', name: '行政处罚内容', maxLength: 4_000, source: 'mem' },
  { code: 'penAuth', name: '决定机关名称', maxLength: 200, source: 'conf' },
  { code: 'cerIssDate', name: '处罚决定日期', maxLength: 10, source: 'conf' },
  { code: 'publicDate', name: '公示日期', maxLength: 10, source: 'mem' },
] as const satisfies readonly GsxtField[];

type GsxtRow = Readonly<Record<(typeof gsxtFields)[number]['code'], string>>;

export function gsxtRowOf(record: PenaltyRecord): Result<GsxtRow, readonly FieldFault[]> {
  const row: GsxtRow = {
    entName: record.party.name,
    uniScid: record.party.uscc ?? '',
    penDecNo: record.decisionNumber,
    illegActType: record.violation,
    penType: kindsText(record.kinds),
    penContent: record.content ?? contentOf(record),
    penAuth: departmentName(record.department),
    cerIssDate: slashed(record.decidedOn),
    publicDate: slashed(record.publishedOn),
  };
  const faults = gsxtFields.flatMap(({ code, maxLength }): FieldFault[] => {
    if (row[code] === '') return [{ field: code, code: 'REQUIRED' }];
    return [...row[code]].length > maxLength ? [{ field: code, code: 'TOO_LONG' }] : [];
  });
  return faults.length === 0 ? ok(row) : err(faults);
}

export const gsxtKeyOf = (
  record: Pick<PenaltyRecord, 'decisionNumber' | 'department'>,
): Partial<GsxtRow> => ({
  penDecNo: record.decisionNumber,
  penAuth: departmentName(record.department),
});
