/** What the API answers in the middle of things that pass too quickly to be seen, or need another house to happen. */
import type { MajorNotice } from '../../shared/coordination/major-notice.ts';
import type { ChannelAnswer, ShownEntry } from '../../web/src/lib/desk/channels/channel-answers.ts';
import type {
  ImportInList,
  ImportPage,
  ReportPage,
} from '../../web/src/lib/desk/imports/import-answers.ts';

const at = '2026-11-20T02:00:00.000Z';

const entry: Omit<ShownEntry, 'penaltyId' | 'version' | 'operation' | 'decisionNumber'> = {
  ...{ department: 'HEALTH', authority: '重庆市北碚区卫生健康委员会', fields: {} },
  ...{ penaltyVersion: 7, isShown: false, madeAt: at, changedAt: at, revision: 3 },
  ...{ state: 'rejected', mayResend: true },
};

/** A platform that is called, has sent rows back, and was told of others in files. */
export const busyChannel: ChannelAnswer = {
  ...{ channel: 'CITY_CREDIT', delivery: 'webhook' },
  webhook: { url: 'https://credit.example.org/double-publicity/penalties', secretMadeAt: at },
  may: { configure: true, exchange: true, settle: true },
  counts: {
    rejected: { found: 3, more: false },
    waiting: { found: 12, more: false },
    sent: { found: 0, more: false },
    acknowledged: { found: 1_000, more: true },
  },
  files: [
    { number: 33, day: '2026-11-22', lines: 12, revision: 12, isClosed: false },
    { number: 32, day: '2026-11-21', lines: 90, revision: 90, isClosed: true },
    {
      ...{ number: 31, day: '2026-11-20', lines: 41, revision: 43, isClosed: true },
      ...{ acknowledgedAt: at, rejected: 2 },
    },
    {
      ...{ number: 30, day: '2026-11-19', lines: 7, revision: 9, isClosed: true },
      ...{ acknowledgedAt: at, rejected: 0 },
    },
  ],
  repairs: [
    {
      ...{ decisionNumber: '示碚市监处罚〔2025〕1204号', authority: '重庆市北碚区市场监督管理局' },
      ...{ on: '2026-11-18', reference: '示信修准〔2026〕第00417号', receivedAt: at },
    },
  ],
  entries: [
    {
      ...{ ...entry, penaltyId: 'P-20261110-ABCDEFGHJK', version: 1, operation: 'publish' },
      ...{ decisionNumber: '示碚卫医罚〔2026〕118号', rejectedBy: 'US' },
      faults: [
        { field: 'CF_FRDB', code: 'REQUIRED' },
        { field: 'CF_XDR_SHXYM', code: 'INVALID' },
      ],
    },
    {
      ...{ ...entry, penaltyId: 'P-20261111-ABCDEFGHJK', version: 3, operation: 'correct' },
      ...{ decisionNumber: '示碚卫医罚〔2026〕119号', rejectedBy: 'THEM' },
      faults: [{ code: 'REJECTED', message: '统一社会信用代码与登记机关的数据不一致' }],
      place: { file: 31, line: 17 },
    },
    {
      ...{ ...entry, penaltyId: 'P-20261112-ABCDEFGHJK', version: 2, operation: 'withdraw' },
      ...{ decisionNumber: '示碚卫医罚〔2026〕120号', failure: 'HTTP 503', state: 'waiting' },
    },
  ],
  cursor: 'more',
};

const half: ImportInList = {
  ...{ importId: 'I-20261120-ABCDEFGHJK', kind: 'penalties', total: 3, at },
  ...{ fileName: '历年行政处罚（2019—2025）.xlsx', state: 'applying' },
};

export const halfImported: ReportPage = {
  import: {
    ...{ ...half, department: 'MARKET', sha256: '', done: 1, missing: 0 },
    counts: { ok: 2, duplicate: 1, error: 0 },
  },
  rows: (['ok', 'ok', 'duplicate'] as const).map((state, place) => ({
    ...{ row: place + 1, line: place + 2, state, errors: [] },
    label: `示市监罚〔2019〕${place + 1}号`,
  })),
};

/** One in each state. */
export const manyImports: ImportPage = {
  imports: [
    half,
    ...(['staged', 'applied', 'discarded', 'over'] as const).map((state, place) => ({
      ...{ ...half, importId: `I-2026111${place}-ABCDEFGHJK`, state, total: 12_480 },
      ...(state === 'applied' && { imported: 12_400 }),
    })),
  ],
};

/** What the register suggests for two characters. */
export const ofTheRegister = {
  institutions: [
    {
      ...{ id: '91500104MA60QW12X2', uscc: '91500104MA60QW12X2', name: '示例康宁口腔门诊部' },
      ...{ licenceNumber: 'PDY90001X50010417D1522', operatingState: '0', streetCode: '500104001' },
    },
    { id: 'n-0123456789abcdef', name: '示例村卫生室', licenceNumber: 'PDY90002X' },
    {
      ...{ id: '92500109MA60DE082R', uscc: '92500109MA60DE082R' },
      ...{ name: '示例连锁大药房（集团）股份有限公司缙云大道第二十七分店', operatingState: '3' },
    },
  ],
  more: true,
};

/** Cases that nobody who supervises has read of yet. */
export const majorNotices: readonly MajorNotice[] = [
  { caseNumber: '500104-20261120-ABCDE8', urgency: 'P0', reasons: ['DEATH', 'DISPUTE'], at },
  { caseNumber: '500104-20261119-7KQ2MX', urgency: 'P2', reasons: ['DISAGREEMENT'], at },
];
