/** A small register as the publisher would hand it to the window, and the window as a visitor sees it. */
import { respond } from '../../web/build/renderer.js';
import type { DataManifest } from '../../shared/disclosure/data-files.ts';
import { dataFilePath } from '../../shared/disclosure/data-files.ts';
import { monthFigures, type MonthFigures } from '../../shared/disclosure/figures.ts';
import { numberedPath, type PublicChange } from '../../shared/disclosure/lists.ts';
import {
  CORRECTIONS_PATH,
  DATA_PATH,
  DEPARTMENTS_PATH,
  INSTITUTIONS_PATH,
  institutionPath,
  KINDS_PATH,
  listPath,
  localPath,
  monthPath,
  NO_STREET,
  NOT_FOUND_PATH,
  recordListPath,
  STATISTICS_PATH,
  streetPath,
  textPages,
  type Locale,
  type SitePage,
  type TextPage,
} from '../../shared/disclosure/pages.ts';
import {
  recordPath,
  summaryOf,
  type InspectionRecord,
  type PenaltyRecord,
  type PublicRecord,
  type RecordKind,
  type Tombstone,
} from '../../shared/disclosure/record.ts';
import { streets } from '../../shared/district.ts';

export const ORIGIN = 'https://window.test';
const updatedAt = '2026-11-21T02:03:04.000Z';

const street = streets[0]?.code ?? NO_STREET;

const institution = {
  id: 'inst-0001',
  name: '示例康宁口腔门诊部有限公司',
  uscc: '91500104MA60QW12X2',
  streetCode: street,
};

export const penalty: PenaltyRecord = {
  id: '7k3m9xq2ab',
  kind: 'penalty',
  title: '示例康宁口腔门诊部有限公司未按规定处置医疗废物案',
  department: 'HEALTH',
  publishedAt: '2026-11-20T16:30:00.000Z',
  publishedOn: '2026-11-21',
  path: recordPath('7k3m9xq2ab'),
  institution,
  decisionNumber: '示卫医罚〔2026〕118号',
  party: { name: institution.name, uscc: institution.uscc },
  violation: '未按照规定分类收集医疗废物',
  facts: '使用后的一次性注射器与生活垃圾<混放>。',
  legalBasis: ['《医疗废物管理条例》第四十六条第（二）项'],
  kinds: ['P11', 'P21'],
  fineFen: 1_200_000,
  decidedOn: '2026-11-12',
  creditClass: 'GENERAL',
  publishBy: '2026-11-21',
  publicUntil: '2027-11-12',
  repairFrom: '2027-02-12',
};

export const inspection: InspectionRecord = {
  id: 'q8w2e3r4t5',
  kind: 'inspection',
  title: '示例康宁口腔门诊部有限公司专项检查结果',
  department: 'MEDINS',
  publishedAt: updatedAt,
  publishedOn: '2026-11-21',
  path: recordPath('q8w2e3r4t5'),
  institution,
  inspectionKind: 'SPECIAL',
  inspectedOn: '2026-11-10',
  items: [
    { item: '医保结算与病历一致', result: 'PROBLEM', note: '三份病历缺少收费明细' },
    { item: '执业人员资格', result: 'NO_PROBLEM' },
  ],
  result: 'PROBLEM',
};

export const tombstone: Tombstone = {
  id: 'zz11yy22xx',
  kind: 'penalty',
  department: 'HEALTH',
  path: recordPath('zz11yy22xx'),
  publishedOn: '2026-10-01',
  withdrawnAt: updatedAt,
  ground: 'REVOKED',
  reason: '处罚决定已被行政复议机关撤销',
};

/** Newest first: one of each sort that the list of corrections tells apart. */
const changes: readonly PublicChange[] = [
  {
    ...{ id: tombstone.id, kind: 'penalty', department: 'HEALTH', path: tombstone.path },
    ...{ on: '2026-11-21', ground: 'REVOKED', reason: tombstone.reason, version: 3 },
  },
  {
    ...{ id: inspection.id, kind: 'inspection', department: 'MEDINS', path: inspection.path },
    ...{ on: '2026-11-20', ground: 'CORRECTED', reason: '检查日期写错一天', version: 2 },
  },
  {
    ...{ id: tombstone.id, kind: 'penalty', department: 'HEALTH', path: tombstone.path },
    ...{ on: '2026-10-31', ground: 'EXPIRED', reason: '公示期满', version: 2 },
  },
];

const counted = (kind: RecordKind, month: string, records: readonly PublicRecord[]): MonthFigures =>
  monthFigures(kind, month, records, 1);

const months: readonly MonthFigures[] = [
  counted('penalty', '2026-11', [penalty]),
  counted('penalty', '2026-10', []),
  counted('inspection', '2026-11', [inspection]),
  counted('penalty', '2025-12', [penalty]),
];
const monthsOf = (kind: RecordKind) => months.filter((count) => count.kind === kind);
const both = [summaryOf(penalty), summaryOf(inspection)];

/** Somebody else, of whom only the name is known. */
const another = { id: 'inst-0002', name: '示例安宁社区卫生服务站' };

const head = (total: number, sealed = 0) => ({ total, sealed });
const ofDepartment = { by: 'department', department: 'HEALTH' } as const;
const ofOther = { by: 'department', department: 'MEDINS' } as const;
const month = { page: 'month', kind: 'penalty', month: '2026-11', updatedAt } as const;

/** Lists with sealed pages, as the publisher cuts them. */
const lists: Readonly<Record<string, SitePage>> = {
  [CORRECTIONS_PATH]: { page: 'corrections', changes, place: head(53, 1), updatedAt },
  [numberedPath(CORRECTIONS_PATH, 1)]: {
    ...{ page: 'corrections', changes: changes.slice(1), updatedAt },
    place: { number: 1, isYoungest: true },
  },
  [monthPath('penalty', '2026-11')]: {
    ...month,
    records: [summaryOf(penalty)],
    place: head(101, 2),
  },
  [numberedPath(monthPath('penalty', '2026-11'), 2)]: {
    ...month,
    records: [summaryOf(penalty)],
    place: { number: 2, isYoungest: true },
  },
  [numberedPath(monthPath('penalty', '2026-11'), 1)]: {
    ...month,
    records: [],
    place: { number: 1, isYoungest: false },
  },
  [recordListPath(ofDepartment)]: {
    ...{ page: 'records', list: ofDepartment, records: [summaryOf(penalty)], updatedAt },
    place: head(51, 1),
  },
  [numberedPath(recordListPath(ofDepartment), 1)]: {
    ...{ page: 'records', list: ofDepartment, records: [summaryOf(penalty)], updatedAt },
    place: { number: 1, isYoungest: true },
  },
  [recordListPath(ofOther)]: {
    ...{ page: 'records', list: ofOther, records: [summaryOf(inspection)], updatedAt },
    place: head(1),
  },
  ...Object.fromEntries(
    penalty.kinds.map((penaltyKind) => {
      const list = { by: 'kind', penaltyKind } as const;
      const records = [summaryOf(penalty)];
      return [
        recordListPath(list),
        { page: 'records', list, records, place: head(1), updatedAt } satisfies SitePage,
      ];
    }),
  ),
  [institutionPath(institution.id)]: {
    ...{ page: 'institution', institution, records: both, place: head(2), updatedAt },
    figures: { since: '2026-11-10', inspections: 1, problems: 1, penalties: 1 },
    registered: {
      ...{ licenceNumber: 'PDY90001X50010417D1522', practiceBasis: 'LICENCE', category: 'D152' },
      ...{ management: '2', operatingState: '2', streetCode: street, address: '示例路1号' },
      ...{ importedOn: '2026-11-01', department: 'HEALTH' },
    },
  },
  [institutionPath(another.id)]: {
    ...{ page: 'institution', institution: another, records: [], place: head(0), updatedAt },
  },
  [DEPARTMENTS_PATH]: {
    ...{ page: 'departments', updatedAt },
    lists: [
      { department: 'MEDINS', count: 1 },
      { department: 'HEALTH', count: 51 },
    ],
  },
  [KINDS_PATH]: {
    ...{ page: 'kinds', updatedAt },
    lists: penalty.kinds.map((penaltyKind) => ({ penaltyKind, count: 1 })),
  },
  [INSTITUTIONS_PATH]: {
    ...{ page: 'institutions', updatedAt },
    streets: [
      { street, count: 1 },
      { street: NO_STREET, count: 1 },
    ],
  },
  [streetPath(street)]: {
    ...{ page: 'street', street, updatedAt },
    institutions: [{ ...institution, records: 2 }],
  },
  [streetPath(NO_STREET)]: {
    ...{ page: 'street', street: NO_STREET, updatedAt },
    institutions: [{ ...another, records: 0 }],
  },
};

export const manifest: DataManifest = {
  updatedAt,
  files: (['csv', 'jsonl'] as const).map((format) => ({
    path: dataFilePath('penalty', '2026-11', format),
    kind: 'penalty',
    month: '2026-11',
    format,
    records: 1,
    bytes: 12_345,
    sha256: 'a9'.repeat(32),
  })),
};

/** Every static page by its path. */
export const sitePages: Readonly<Record<string, SitePage>> = {
  '/': { page: 'home', latest: both, months, updatedAt },
  [listPath('penalty')]: {
    page: 'list',
    kind: 'penalty',
    latest: [summaryOf(penalty)],
    months: monthsOf('penalty'),
    updatedAt,
  },
  [listPath('inspection')]: {
    page: 'list',
    kind: 'inspection',
    months: monthsOf('inspection'),
    updatedAt,
  },
  [monthPath('penalty', '2026-10')]: {
    page: 'month',
    kind: 'penalty',
    month: '2026-10',
    records: [],
    updatedAt,
  },
  [monthPath('penalty', '2025-12')]: {
    page: 'month',
    kind: 'penalty',
    month: '2025-12',
    records: [summaryOf(penalty)],
    updatedAt,
  },
  [monthPath('inspection', '2026-11')]: {
    page: 'month',
    kind: 'inspection',
    month: '2026-11',
    records: [summaryOf(inspection)],
    updatedAt,
  },
  [penalty.path]: { page: 'record', record: penalty, updatedAt },
  [inspection.path]: { page: 'record', record: inspection, updatedAt },
  [tombstone.path]: { page: 'tombstone', tombstone, updatedAt },
  ...lists,
  ...Object.fromEntries(
    Object.entries(textPages).map(([page, path]) => [
      path,
      { page: page as TextPage, updatedAt }, // the keys of our own table
    ]),
  ),
  [STATISTICS_PATH]: { page: 'statistics', months, updatedAt },
  [DATA_PATH]: { page: 'data', manifest, updatedAt },
  [NOT_FOUND_PATH]: { page: 'notFound', updatedAt },
};

export interface Visit {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

async function visit(answer: Promise<Response>): Promise<Visit> {
  const response = await answer;
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** A page of the register as the publisher stores it. */
export const staticPage = (
  path: string,
  locale: Locale,
  page: SitePage | undefined = sitePages[path],
): Promise<Visit> =>
  visit(respond(new Request(ORIGIN + localPath(path, locale)), page ? { page } : {}));

export type Api = (path: string, init?: RequestInit) => Promise<Response>;

/** GET of a page that the renderer function answers. */
export const renderedPage = (path: string, api: Api): Promise<Visit> =>
  visit(respond(new Request(ORIGIN + path), { api }));

/** POST of a form by a browser that hides where it comes from, as frightened people's do. */
export function postForm(
  path: string,
  fields: readonly (readonly [name: string, value: string])[],
  api: Api,
): Promise<Visit> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const request = new Request(ORIGIN + path, {
    method: 'POST',
    body,
    headers: { origin: 'null', accept: '*/*' },
  });
  return visit(respond(request, { api }));
}

export const json = (status: number, body: unknown): Response => Response.json(body, { status });

/** What the search says when it finds nothing. */
export const nothingFound = { records: [], total: 0, exact: true, pages: 0, page: 1, counts: {} };
