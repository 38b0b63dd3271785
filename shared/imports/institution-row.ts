/** A row of the register of institutions: who they are, by which licence, of which kind and where (domain A.7, C.6). */
import type { DepartmentCode } from '../departments/directory.ts';
import { chosenDistrict } from '../districts/chosen.ts';
import { institutionOf } from '../institutions/institution.ts';
import {
  managements,
  operatingStates,
  practiceBases,
  type RegisteredInstitution,
} from '../institutions/registered.ts';
import { err, ok, type Result } from '../result.ts';
import type { DateOnly } from '../time.ts';
import type { Column, Fault, ImportCells } from './column.ts';
import { CREDIT_CODE, reading } from './reading.ts';

/** The ASCII names are ours [design]. */
export const institutionColumns: readonly Column[] = [
  column('JG_MC', '机构名称', true, 100, '示例综合门诊部有限公司'),
  column('JG_SHXYDM', '统一社会信用代码', false, 18, '91500104MA60QW12X2'),
  column('JG_DJH', '执业许可证登记号或备案编号', false, 40, 'PDY90001X50010417D1102'),
  column('JG_ZYYJ', '执业依据', false, 10, '许可'),
  column('JG_LB', '机构类别代码', false, 4, 'D110'),
  column('JG_DJ', '机构等级', false, 20, '未定级'),
  column('JG_GLLB', '分类管理', false, 10, '营利性'),
  column('JG_YYZT', '运营状态', false, 10, '开业'),
  column('JG_JD', '所在街道或镇', false, 20, '500104001'),
  column('JG_DZ', '地址', false, 200, '示例区示例路1号'),
];

export type InstitutionToImport = Omit<RegisteredInstitution, 'imported'>;

/** Digits, capitals and hyphens: real licence numbers are freer than the standard (domain C.6). */
const LICENCE_NUMBER = /^[0-9A-Z-]{4,40}$/;
/** WS 218-2002 third level, or X01 to X07 for the kinds that are newer than it. */
const CATEGORY = /^([A-Z]\d{3}|X0[1-7])$/;

export function parseInstitution(
  cells: ImportCells,
  _department: DepartmentCode,
  today: DateOnly,
): Result<InstitutionToImport, readonly Fault[]> {
  const read = reading(institutionColumns, cells, today);
  const name = read.text('JG_MC');
  const uscc = read.matching('JG_SHXYDM', CREDIT_CODE);
  const found = {
    licenceNumber: read.matching('JG_DJH', LICENCE_NUMBER),
    practiceBasis: read.choice('JG_ZYYJ', practiceBases),
    category: read.matching('JG_LB', CATEGORY),
    grade: read.text('JG_DJ'),
    management: read.choice('JG_GLLB', managements),
    operatingState: read.choice('JG_YYZT', operatingStates),
    streetCode: streetCodeOf(read.text('JG_JD')),
    address: read.text('JG_DZ'),
  };
  if (read.text('JG_JD') && !found.streetCode) read.fault('JG_JD', 'UNKNOWN_STREET');
  if (read.faults.length > 0 || !name) return err(read.faults);
  const given = Object.entries(found).filter(([, value]) => value !== undefined);
  return ok({
    ...institutionOf({ name, uscc }),
    ...(Object.fromEntries(given) as Partial<InstitutionToImport>), // the entries of `found`
  });
}

/** By its code or its name; 歇马镇 and 歇马街道 are the same place, for some towns have become streets. */
function streetCodeOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = (name: string): string => name.replace(/(街道|镇)$/, '');
  const streets = chosenDistrict.areas.flatMap((area) => area.streets);
  return streets.find(({ code, name }) => code === text || plain(name) === plain(text))?.code;
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
