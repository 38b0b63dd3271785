/** A row of inspections that were made before, or by another system: what domain B.3 asks to be published of a check. */
import type { DepartmentCode } from '../departments/directory.ts';
import { inspectionKinds, type InspectionReport } from '../inspections/inspection.ts';
import { institutionOf, type NamedInstitution } from '../institutions/institution.ts';
import { err, ok, type Result } from '../result.ts';
import type { DateOnly } from '../time.ts';
import type { Column, Fault, ImportCells } from './column.ts';
import { CREDIT_CODE, reading } from './reading.ts';

/** No standard names these fields: the ASCII names are ours, in the manner of 双公示 [design]. */
export const inspectionColumns: readonly Column[] = [
  column('JC_BH', '检查编号', false, 60, '示卫监检〔2025〕101号'),
  column('JC_DXMC', '检查对象名称', true, 100, '示例综合门诊部有限公司'),
  column('JC_DXDM', '检查对象统一社会信用代码', false, 18, '91500104MA60QW12X2'),
  column('JC_LX', '检查类型', true, 20, '日常检查'),
  column('JC_RQ', '检查日期', true, 20, '2025/04/10'),
  column('JC_RY', '检查人员执法证号', true, 1_000, '示例证001;示例证002'),
  column('JC_SX', '检查事项', true, 4_000, '医疗废物管理;处方管理'),
  column('JC_WTSX', '发现问题的事项', false, 4_000, '处方管理'),
  column('JC_JG', '检查结果', true, 20, '发现问题'),
];

export interface InspectionToImport {
  readonly number?: string;
  readonly institution: NamedInstitution;
  readonly report: Omit<InspectionReport, 'institution'>;
}

const results = { NO_PROBLEM: '未发现问题', PROBLEM: '发现问题' } as const;

/** Limits of an inspection that is recorded by hand, for the same pages show both. */
const LONGEST_ITEM = 200;
const MOST_ITEMS = 100;
const MOST_INSPECTORS = 20;

export function parseInspection(
  cells: ImportCells,
  _department: DepartmentCode,
  today: DateOnly,
): Result<InspectionToImport, readonly Fault[]> {
  const read = reading(inspectionColumns, cells, today);
  const kind = read.choice('JC_LX', inspectionKinds);
  const inspectedOn = read.pastDay('JC_RQ');
  const result = read.choice('JC_JG', results);
  const uscc = read.matching('JC_DXDM', CREDIT_CODE);
  const name = read.text('JC_DXMC');
  const inspectors = read.list('JC_RY');
  const items = read.list('JC_SX');
  const bad = read.list('JC_WTSX');
  if (inspectors.length === 1) read.fault('JC_RY', 'TWO_INSPECTORS');
  for (const [field, list, most] of [
    ['JC_RY', inspectors, MOST_INSPECTORS],
    ['JC_SX', items, MOST_ITEMS],
    ['JC_WTSX', bad, MOST_ITEMS],
  ] as const) {
    if (new Set(list).size < list.length) read.fault(field, 'REPEATED');
    if (list.length > most) read.fault(field, 'TOO_MANY');
  }
  if (items.some((item) => item.length > LONGEST_ITEM)) read.fault('JC_SX', 'TOO_LONG');
  if (bad.some((item) => !items.includes(item))) read.fault('JC_WTSX', 'NOT_AN_ITEM');
  if (result === 'NO_PROBLEM' && bad.length > 0) read.fault('JC_JG', 'CONTRADICTS_ITEMS');
  if (read.faults.length > 0 || !kind || !inspectedOn || !result || !name) return err(read.faults);
  const number = read.text('JC_BH');
  return ok({
    ...(number !== undefined && { number }),
    institution: institutionOf({ name, uscc }),
    report: {
      ...{ kind, inspectedOn, inspectors: [...inspectors], result },
      items: items.map((item) => ({ item, result: bad.includes(item) ? 'PROBLEM' : 'NO_PROBLEM' })),
    },
  });
}

function column(
  code: string,
  name: string,
  required: boolean,
  maxLength: number,
  example: string,
): Column {
  return { code, name, required, maxLength, example };
}
