/** A small register as the publisher would hand it to the window, and the window as a visitor sees it. */
import { respond } from '../../web/build/renderer.js';
import type { MonthCount } from '../../shared/disclosure/figures.ts';
import {
  institutionPath,
  listPath,
  localPath,
  monthPath,
  NOT_FOUND_PATH,
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
  type Tombstone,
} from '../../shared/disclosure/record.ts';

export const ORIGIN = 'https://window.test';
const updatedAt = '2026-11-21T02:03:04.000Z';

const institution = {
  id: 'inst-0001',
  name: '示例康宁口腔门诊部有限公司',
  uscc: '91500104MA60QW12X2',
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
  reason: '处罚决定已被行政复议机关撤销',
};

const months: readonly MonthCount[] = [
  { kind: 'penalty', month: '2026-11', count: 1, departments: { HEALTH: 1 } },
  { kind: 'penalty', month: '2026-10', count: 0, departments: {} },
  { kind: 'inspection', month: '2026-11', count: 1, departments: { MEDINS: 1 } },
  { kind: 'penalty', month: '2025-12', count: 1, departments: { HEALTH: 1 } },
];
const monthsOf = (kind: MonthCount['kind']) => months.filter((count) => count.kind === kind);
const both = [summaryOf(penalty), summaryOf(inspection)];

/** Every static page by its path. */
export const sitePages: Readonly<Record<string, SitePage>> = {
  '/': { page: 'home', latest: both, months, updatedAt },
  [listPath('penalty')]: {
    page: 'list',
    kind: 'penalty',
    months: monthsOf('penalty'),
    updatedAt,
  },
  [listPath('inspection')]: {
    page: 'list',
    kind: 'inspection',
    months: monthsOf('inspection'),
    updatedAt,
  },
  [monthPath('penalty', '2026-11')]: {
    page: 'month',
    kind: 'penalty',
    month: '2026-11',
    records: [summaryOf(penalty)],
    months,
    updatedAt,
  },
  [monthPath('penalty', '2026-10')]: {
    page: 'month',
    kind: 'penalty',
    month: '2026-10',
    records: [],
    months,
    updatedAt,
  },
  [monthPath('penalty', '2025-12')]: {
    page: 'month',
    kind: 'penalty',
    month: '2025-12',
    records: [summaryOf(penalty)],
    months,
    updatedAt,
  },
  [monthPath('inspection', '2026-11')]: {
    page: 'month',
    kind: 'inspection',
    month: '2026-11',
    records: [summaryOf(inspection)],
    months,
    updatedAt,
  },
  [penalty.path]: { page: 'record', record: penalty, updatedAt },
  [inspection.path]: { page: 'record', record: inspection, updatedAt },
  [tombstone.path]: { page: 'tombstone', tombstone, updatedAt },
  [institutionPath(institution.id)]: {
    page: 'institution',
    institution,
    records: both,
    updatedAt,
  },
  ...Object.fromEntries(
    Object.entries(textPages).map(([page, path]) => [
      path,
      { page: page as TextPage, updatedAt }, // the keys of our own table
    ]),
  ),
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
