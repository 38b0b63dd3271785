/** Pages of the register that take years or a mistake to come about, drawn from what the publisher would hand over. */
import type { MonthFigures } from '../../shared/disclosure/figures.ts';
import { numberedPath, type PublicChange } from '../../shared/disclosure/lists.ts';
import {
  CORRECTIONS_PATH,
  institutionPath,
  monthPath,
  recordListPath,
  STATISTICS_PATH,
  streetPath,
  type SitePage,
} from '../../shared/disclosure/pages.ts';
import {
  recordPath,
  summaryOf,
  type PenaltyRecord,
  type RecordSummary,
  type WithdrawalGround,
} from '../../shared/disclosure/record.ts';
import { streets } from '../../shared/district.ts';
import type { WindowState } from './window-state.ts';

const updatedAt = '2026-11-22T02:03:04.000Z';
const MONTH = '2026-10';
const DEPARTMENT = 'HEALTH';

const names = [
  '示例仁和中西医结合医院（普通合伙）',
  '示例康宁口腔门诊部有限公司',
  '示例安宁社区卫生服务站',
  '示例连锁大药房（集团）股份有限公司重庆北碚缙云大道第二十七分店',
] as const;
const nameOf = (place: number): string => names[place % names.length] ?? names[0];

/** As much as a record can say about itself: corrected twice, late, with parts left out, in long words. */
const burdened: PenaltyRecord = {
  ...{ id: 'b7k3m9xq2a', kind: 'penalty', path: recordPath('b7k3m9xq2a') },
  title: `${nameOf(0)}：未按规定书写、保管病历资料，使用非卫生技术人员从事诊疗活动`,
  ...{ department: DEPARTMENT, publishedAt: '2026-10-30T01:00:00.000Z', publishedOn: '2026-10-30' },
  institution: { id: '92500109MA5YQK3N6U', name: nameOf(0), uscc: '92500109MA5YQK3N6U' },
  corrections: [
    { on: '2026-11-03', reason: '罚款金额多写了一个零，已按决定书改正。' },
    { on: '2026-11-09', reason: '法律依据漏写第四十七条。' },
  ],
  decisionNumber: '示碚卫医罚〔2026〕第0118号',
  party: { name: nameOf(0), uscc: '92500109MA5YQK3N6U' },
  violation: '未按规定书写、保管病历资料；使用非卫生技术人员从事诊疗活动',
  facts: '（涉及商业秘密和个人隐私，依法不予公开）',
  legalBasis: [
    '《医疗纠纷预防和处理条例》第四十七条第（四）项',
    '《医疗机构管理条例》第四十七条',
    '《中华人民共和国基本医疗卫生与健康促进法》第九十九条第一款',
  ],
  kinds: ['P11', 'P21', 'P22', 'P42'],
  ...{ fineFen: 1_234_567_890, confiscatedFen: 98_765_432 },
  ...{ decidedOn: '2026-10-12', creditClass: 'SERIOUS', publishBy: '2026-10-21' },
  ...{ publicUntil: '2029-10-12', repairFrom: '2027-10-12' },
  removed: [
    { part: 'facts', ground: 'TRADE_SECRET' },
    { part: 'partyName', ground: 'PRIVACY' },
  ],
};

const fifty: readonly RecordSummary[] = Array.from({ length: 50 }, (_, place) => {
  const id = `stored${String(place).padStart(4, '0')}`;
  const { fineFen: _fine, ...summary } = summaryOf(burdened);
  return {
    ...{ ...summary, id, path: recordPath(id) },
    title: `${nameOf(place)}：未按照规定分类收集医疗废物`,
    ...(place % 3 > 0 && { kinds: ['P11', 'P21'] as const, fineFen: 300_000 * (place + 1) }),
  };
});

/** Of a record that went for each reason. */
const changes: readonly PublicChange[] = (
  [
    ['CORRECTED', '罚款金额多写了一个零，已按决定书改正。'],
    ['AMENDED', '行政复议决定把罚款由五万元变更为两万元。'],
    ['REVOKED', '处罚决定已被人民法院判决撤销。'],
    ['UNLAWFUL', '没有告知当事人有权要求听证，行政复议机关确认程序违法。'],
    ['VOID', '作出决定时没有法律依据，人民法院判决确认无效。'],
    ['ERROR', '误把不予处罚的决定当作处罚公开。'],
    ['EXPIRED', '公示期满'],
    ['REPAIRED', '信用已修复'],
  ] as const
).map(([ground, reason], place) => {
  const id = `change000${place}`;
  return {
    ...{ id, path: recordPath(id), kind: place % 2 ? 'inspection' : 'penalty' },
    ...{ department: DEPARTMENT, on: '2026-11-20', ground, reason, version: 2 },
  };
});

const buried = (ground: WithdrawalGround, reason: string): SitePage => ({
  ...{ page: 'tombstone', updatedAt },
  tombstone: {
    ...{ id: 't7k3m9xq2a', kind: 'penalty', department: DEPARTMENT },
    ...{ path: recordPath('t7k3m9xq2a'), publishedOn: '2026-10-01', withdrawnAt: updatedAt },
    ...{ ground, reason },
  },
});

const YEARS = 3;
const years: readonly MonthFigures[] = Array.from({ length: YEARS * 12 }, (_, place) => {
  const month = new Date(Date.UTC(2023, 11 + place)).toISOString().slice(0, 7);
  const count = 40 + ((place * 37) % 90);
  const of = { month, count, departments: { [DEPARTMENT]: count }, withdrawn: place % 4 };
  const penalties: MonthFigures = {
    ...{ ...of, kind: 'penalty', kinds: { P11: count, P21: count - 9 }, problems: 0 },
    creditClasses: { MINOR: 9, GENERAL: count - 12, SERIOUS: 3 },
    ...{ fineFen: count * 1_234_500, confiscatedFen: count * 99_900, late: place % 5 },
  };
  const inspections: MonthFigures = {
    ...{ ...of, kind: 'inspection', kinds: {}, creditClasses: {}, late: 0 },
    ...{ fineFen: 0, confiscatedFen: 0, problems: Math.floor(count / 3) },
  };
  return [penalties, inspections];
}).flat();

const list = { by: 'department', department: DEPARTMENT } as const;
const month = { page: 'month', kind: 'penalty', month: MONTH, updatedAt } as const;
const street = streets[0]?.code ?? '';

/** @param path - where it would stand */
const stored = (name: string, path: string, page: SitePage): WindowState => ({
  name,
  open: async ({ page: visited, at }) => {
    const { respond } = await import('../../web/build/renderer.js'); // built by now, whoever asks
    await visited.route(`**${path}`, async (route) => {
      const answer = await respond(new Request(route.request().url()), { page });
      await route.fulfill({ contentType: 'text/html', body: await answer.text() });
    });
    await visited.goto(at(path));
    await visited.unroute(`**${path}`);
  },
});

export const storedStates: readonly WindowState[] = [
  stored('record-burdened', burdened.path, { page: 'record', record: burdened, updatedAt }),
  ...changes.flatMap(({ ground, reason, path }) =>
    ground === 'CORRECTED'
      ? []
      : [stored(`withdrawn-${ground.toLowerCase()}`, path, buried(ground, reason))],
  ),
  stored('list-head', recordListPath(list), {
    ...{ page: 'records', list, records: fifty, place: { sealed: 23, total: 1_187 }, updatedAt },
  }),
  stored('list-numbered', numberedPath(monthPath('penalty', MONTH), 7), {
    ...{ ...month, records: fifty, place: { number: 7, isYoungest: false } },
  }),
  stored('list-numbered-emptied', numberedPath(monthPath('penalty', MONTH), 1), {
    ...{ ...month, records: [], place: { number: 1, isYoungest: false } },
  }),
  stored('corrections', CORRECTIONS_PATH, {
    ...{ page: 'corrections', changes, place: { sealed: 0, total: changes.length }, updatedAt },
  }),
  stored('corrections-none', CORRECTIONS_PATH, {
    ...{ page: 'corrections', changes: [], place: { sealed: 0, total: 0 }, updatedAt },
  }),
  stored('institution-registered', institutionPath('inst-0001'), {
    ...{ page: 'institution', institution: { id: 'inst-0001', name: nameOf(0) }, updatedAt },
    ...{ records: [summaryOf(burdened)], place: { sealed: 0, total: 1 } },
    figures: { since: '2024-01-05', inspections: 12, problems: 3, penalties: 1 },
    registered: {
      ...{ licenceNumber: 'PDY90001X50010917A3002', practiceBasis: 'LICENCE', category: 'A300' },
      ...{ management: '2', operatingState: '2', grade: '二级甲等', streetCode: street },
      address: '示例区缙云大道示例广场二期第三幢一层至四层及五层五零一至五零九',
      ...{ importedOn: '2026-09-30', department: DEPARTMENT },
    },
  }),
  stored('street', streetPath(street), {
    ...{ page: 'street', street, updatedAt },
    institutions: names.map((name, place) => ({ id: `street-${place}`, name, records: place + 1 })),
  }),
  stored('statistics-years', STATISTICS_PATH, { page: 'statistics', months: years, updatedAt }),
];
