/** The columns of the open data, in the order and with the names that officials know (双公示 where it has one). */
import { departments } from '../departments/directory.ts';
import { streets } from '../district.ts';
import { inspectionKinds } from '../inspections/inspection.ts';
import { FEN_PER_YUAN } from '../money.ts';
import { contentOf } from '../penalties/content.ts';
import { penaltyKinds, type PenaltyKind } from '../penalties/kinds.ts';
import { licencesText } from '../penalties/licences.ts';
import type { MonthCount, MonthFigures } from './figures.ts';
import type { PublicChange } from './lists.ts';
import { monthPath, NO_STREET, recordListPath, streetPath, type SitePage } from './pages.ts';
import type {
  CreditClass,
  InspectionRecord,
  PenaltyRecord,
  RecordKind,
  RecordSummary,
} from './record.ts';

export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => string;
  /** Of a page of this site: the file has its whole address. */
  readonly isPath?: true;
}

const recordKindNames: Readonly<Record<RecordKind, string>> = {
  penalty: '行政处罚',
  inspection: '监督检查',
};

const departmentName = (code: string): string =>
  departments.find((department) => department.code === code)?.fullName ?? code;

/** 12,345 fen → `123.45`. */
const yuanText = (fen: number | undefined): string =>
  fen === undefined ? '' : (fen / FEN_PER_YUAN).toFixed(2);

const kindNames = (kinds: readonly PenaltyKind[] = []): string =>
  kinds.map((kind) => penaltyKinds[kind]).join(';');

/** 信用修复管理办法 (发改委令36号). */
const creditClassNames: Readonly<Record<CreditClass, string>> = {
  MINOR: '轻微',
  GENERAL: '一般',
  SERIOUS: '严重',
};

const resultNames = { NO_PROBLEM: '未发现问题', PROBLEM: '发现问题' } as const;

/** A line of any list. */
export const summaryColumns: readonly Column<RecordSummary>[] = [
  { name: '编号', of: ({ id }) => id },
  { name: '信息种类', of: ({ kind }) => recordKindNames[kind] },
  { name: '标题', of: ({ title }) => title },
  { name: '公示机关', of: ({ department }) => departmentName(department) },
  { name: '机构名称', of: ({ institution }) => institution?.name ?? '' },
  { name: '统一社会信用代码', of: ({ institution }) => institution?.uscc ?? '' },
  { name: '街道代码', of: ({ institution }) => institution?.streetCode ?? '' },
  { name: '处罚类别', of: ({ kinds }) => kindNames(kinds) },
  { name: '罚款金额（元）', of: ({ fineFen }) => yuanText(fineFen) },
  { name: '没收金额（元）', of: ({ confiscatedFen }) => yuanText(confiscatedFen) },
  { name: '检查结果', of: ({ result }) => (result ? resultNames[result] : '') },
  { name: '决定或检查日期', of: ({ actedOn }) => actedOn ?? '' },
  { name: '公示日期', of: ({ publishedOn }) => publishedOn },
  { name: '网页', of: ({ path }) => path, isPath: true },
];

/** Everything public of a penalty. */
export const penaltyColumns: readonly Column<PenaltyRecord>[] = [
  { name: '编号', of: ({ id }) => id },
  { name: '行政相对人名称', of: ({ party }) => party.name },
  { name: '统一社会信用代码', of: ({ party }) => party.uscc ?? '' },
  { name: '街道代码', of: ({ institution }) => institution?.streetCode ?? '' },
  { name: '行政处罚决定书文号', of: ({ decisionNumber }) => decisionNumber },
  { name: '违法行为类型', of: ({ violation }) => violation },
  { name: '违法事实', of: ({ facts }) => facts },
  { name: '处罚依据', of: ({ legalBasis }) => legalBasis.join('；') },
  { name: '处罚类别', of: ({ kinds }) => kindNames(kinds) },
  { name: '罚款金额（元）', of: ({ fineFen }) => yuanText(fineFen) },
  { name: '没收金额（元）', of: ({ confiscatedFen }) => yuanText(confiscatedFen) },
  { name: '处罚内容', of: (record) => record.content ?? contentOf(record) },
  { name: '暂扣或吊销证照名称及编号', of: ({ licences = [] }) => licencesText(licences) },
  { name: '处罚决定日期', of: ({ decidedOn }) => decidedOn },
  { name: '处罚机关', of: ({ department }) => departmentName(department) },
  { name: '失信行为类别', of: ({ creditClass }) => creditClassNames[creditClass] },
  { name: '公示日期', of: ({ publishedOn }) => publishedOn },
  { name: '公示截止期', of: ({ publicUntil }) => publicUntil },
  { name: '可申请信用修复日期', of: ({ repairFrom }) => repairFrom ?? '' },
  { name: '更正', of: ({ corrections }) => correctionsText(corrections) },
  { name: '网页', of: ({ path }) => path, isPath: true },
];

/** Everything public of an inspection, its items in one cell. */
export const inspectionColumns: readonly Column<InspectionRecord>[] = [
  { name: '编号', of: ({ id }) => id },
  { name: '机构名称', of: ({ institution }) => institution.name },
  { name: '统一社会信用代码', of: ({ institution }) => institution.uscc ?? '' },
  { name: '街道代码', of: ({ institution }) => institution.streetCode ?? '' },
  { name: '检查种类', of: ({ inspectionKind }) => inspectionKinds[inspectionKind] },
  { name: '检查日期', of: ({ inspectedOn }) => inspectedOn },
  { name: '检查机关', of: ({ department }) => departmentName(department) },
  { name: '检查结果', of: ({ result }) => resultNames[result] },
  {
    name: '检查事项',
    of: ({ items }) =>
      items
        .map(
          ({ item, result, note }) => `${item}：${resultNames[result]}${note ? `（${note}）` : ''}`,
        )
        .join('；'),
  },
  { name: '公示日期', of: ({ publishedOn }) => publishedOn },
  { name: '更正', of: ({ corrections }) => correctionsText(corrections) },
  { name: '网页', of: ({ path }) => path, isPath: true },
];

/** 行政处罚法 48 (AMENDED to VOID), 信用修复管理办法 (the last two). */
const groundNames: Readonly<Record<PublicChange['ground'], string>> = {
  CORRECTED: '更正',
  AMENDED: '处罚决定变更',
  REVOKED: '处罚决定撤销',
  UNLAWFUL: '处罚决定确认违法',
  VOID: '处罚决定确认无效',
  ERROR: '公示有误',
  EXPIRED: '公示期届满',
  REPAIRED: '信用修复',
};

/** Of an inspection neither the decision nor the law is a penalty's. */
const inspectionGroundNames: Readonly<Partial<Record<PublicChange['ground'], string>>> = {
  REVOKED: '检查结果撤销',
  UNLAWFUL: '检查确认违法',
};

export const groundName = ({ kind, ground }: Pick<PublicChange, 'kind' | 'ground'>): string =>
  (kind === 'inspection' ? inspectionGroundNames[ground] : undefined) ?? groundNames[ground];

/** What somebody wrote; nobody writes anything when a record ends by rule. */
export const reasonGiven = ({ ground, reason }: PublicChange): string =>
  reason === ground ? '' : reason;

/** A line of the list of corrections and withdrawals. */
export const changeColumns: readonly Column<PublicChange>[] = [
  { name: '日期', of: ({ on }) => on },
  { name: '信息种类', of: ({ kind }) => recordKindNames[kind] },
  { name: '公示机关', of: ({ department }) => departmentName(department) },
  { name: '情形', of: groundName },
  { name: '原因', of: reasonGiven },
  { name: '网页', of: ({ path }) => path, isPath: true },
];

/** What is counted of a month. */
export const figureColumns: readonly Column<MonthFigures>[] = [
  { name: '月份', of: ({ month }) => month },
  { name: '信息种类', of: ({ kind }) => recordKindNames[kind] },
  { name: '公示条数', of: ({ count }) => String(count) },
  { name: '撤下条数', of: ({ withdrawn }) => String(withdrawn) },
  { name: '罚款金额（元）', of: ({ fineFen }) => yuanText(fineFen) },
  { name: '没收金额（元）', of: ({ confiscatedFen }) => yuanText(confiscatedFen) },
  { name: '发现问题的检查', of: ({ problems }) => String(problems) },
  { name: '逾期公示', of: ({ late }) => String(late) },
];

/** A line of the months of one kind of record. */
export const monthColumns: readonly Column<MonthCount>[] = [
  { name: '月份', of: ({ month }) => month },
  { name: '信息种类', of: ({ kind }) => recordKindNames[kind] },
  { name: '公示条数', of: ({ count }) => String(count) },
  { name: '网页', of: ({ kind, month }) => monthPath(kind, month), isPath: true },
];

type Line<Page extends 'departments' | 'kinds'> = Extract<
  SitePage,
  { page: Page }
>['lists'][number];

export const departmentColumns: readonly Column<Line<'departments'>>[] = [
  { name: '公示机关', of: ({ department }) => departmentName(department) },
  { name: '公示条数', of: ({ count }) => String(count) },
  {
    name: '网页',
    of: ({ department }) => recordListPath({ by: 'department', department }),
    isPath: true,
  },
];

export const kindColumns: readonly Column<Line<'kinds'>>[] = [
  { name: '处罚类别', of: ({ penaltyKind }) => penaltyKinds[penaltyKind] },
  { name: '公示条数', of: ({ count }) => String(count) },
  {
    name: '网页',
    of: ({ penaltyKind }) => recordListPath({ by: 'kind', penaltyKind }),
    isPath: true,
  },
];

/** Institutions with public records, counted by street; of some nobody told the street. */
export const streetColumns: readonly Column<
  Extract<SitePage, { page: 'institutions' }>['streets'][number]
>[] = [
  { name: '街道代码', of: ({ street }) => (street === NO_STREET ? '' : street) },
  { name: '街道', of: ({ street }) => streets.find(({ code }) => code === street)?.name ?? '' },
  { name: '机构数', of: ({ count }) => String(count) },
  { name: '网页', of: ({ street }) => streetPath(street), isPath: true },
];

const correctionsText = (corrections: PenaltyRecord['corrections'] = []): string =>
  corrections.map(({ on, reason }) => `${on} ${reason}`).join('；');
