/** The desk's pages, in the hands of whoever works there. */
import { stringify } from 'csv-stringify/sync';
import type { Page } from 'playwright-core';
import { makeSealingKey } from '../../cdk/sealing-key.ts';
import { sealIdentity } from '../../functions/sealing.ts';
import { departmentName } from '../../shared/departments/directory.ts';
import { aPdf } from './attachments.ts';
import {
  busyChannel,
  halfImported,
  majorNotices,
  manyImports,
  ofTheRegister,
} from './desk-answers.ts';
import { signIn, type Post } from './desk-visitor.ts';
import { enclosed, identity, lighterNumber, type Furnished } from './furnished.ts';
import { aRow, aSheet } from './imports.ts';
import { plain, type WindowState } from './window-state.ts';

/** What the page shows once its data is there, or is refused. */
const SETTLED = 'main h1';
const STILL_LOADING = 'main [aria-busy=true]';

interface Work {
  readonly as: Post;
  readonly path: string | ((world: Furnished) => string);
  /** Calls to these patterns are answered so, as long as the page loads and is worked on. */
  readonly answers?: readonly (readonly [pattern: string, status: number, answer: unknown])[];
  /** What is done on the page before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

const desk = (name: string, { as, path, answers = [], act }: Work): WindowState => ({
  name,
  open: async ({ page, world, at, credentials }) => {
    await signIn(page, credentials, as);
    for (const [pattern, status, json] of answers)
      await page.route(pattern, (route) => route.fulfill({ status, json }));
    await page.goto(at(typeof path === 'string' ? path : path(world)));
    await page.locator(SETTLED).waitFor();
    await page.locator(STILL_LOADING).first().waitFor({ state: 'detached' });
    await act?.(page);
    for (const [pattern] of answers) await page.unroute(pattern);
  },
});

const officer: Post = { department: 'MARKET', roles: ['officer'] };
const reviewer: Post = { department: 'MARKET', roles: ['approver'] };
const supervisor: Post = { department: 'HEALTH', roles: ['supervisor'] };
const publisher: Post = { department: 'MARKET', roles: ['publisher'] };
const sender: Post = { department: 'HEALTH', roles: ['publisher'] };
const rewarder: Post = { department: 'HEALTH', roles: ['officer'] };
const administrator: Post = { department: 'HEALTH', roles: ['administrator'] };
const clerk: Post = { department: 'HEALTH', roles: ['clerk'] };

const WORKLIST = '**/api/desk/worklist*';
const REWARDS = '**/api/desk/rewards?*';
const CHANNEL = '**/api/desk/channels/*?*';
const IMPORTS = '**/api/desk/imports?*';
const REPORT = '**/api/desk/imports/*/report?*';
const REGISTERED = '**/api/desk/institutions?*';
const OBJECTIONS = '**/api/desk/objections?*';
const caseOf = ({ caseNumber }: Furnished): string => `/desk/cases/${caseNumber}`;
const broken = { code: 'INTERNAL' };

const openAll = (page: Page): Promise<void> =>
  page
    .locator('main details')
    .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));

/** Hands a file with these lines to the page of imports. */
async function choose(page: Page, sheet: readonly (readonly string[])[]): Promise<void> {
  const text = stringify(sheet.map((cells) => [...cells]));
  const file = { name: '历年行政处罚.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('#file').setInputFiles(file);
}

/** A decision that is lighter than what was told, with its paper. */
async function lighterWithPapers(page: Page): Promise<void> {
  await page.locator('#decide-number').fill(lighterNumber);
  await page.locator('form input[type=checkbox]').first().check();
  await page.locator('#lighter-fine').fill('50000');
  await page
    .locator('summary', { hasText: /本步骤的文书|Papers of this step/ })
    .first()
    .click();
  const file = {
    name: '行政处罚决定书.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(aPdf()),
  };
  await page.locator('#decide-papers').setInputFiles(file);
  await page.locator('#decide-paper-0-name').waitFor();
}

/** Those of one officer stand together, so that he signs in once. */
export const deskStates: readonly WindowState[] = [
  desk('desk-queue', { as: officer, path: '/desk' }),
  desk('desk-queue-empty', {
    as: officer,
    path: '/desk',
    answers: [[WORKLIST, 200, { entries: [] }]],
  }),
  desk('desk-queue-broken', { as: officer, path: '/desk', answers: [[WORKLIST, 500, broken]] }),
  desk('desk-case', { as: officer, path: caseOf }),
  desk('desk-case-reporter', {
    ...{ as: officer, path: caseOf },
    act: async (page) => {
      await page.locator('.case-summary details summary').click();
      await page.locator('.case-summary form button').click();
      await page.locator('#purpose-problem').waitFor();
    },
  }),
  desk('desk-case-reporter-opened', {
    ...{ as: officer, path: caseOf },
    act: async (page) => {
      const key = await makeSealingKey('MARKET');
      const sealed = await sealIdentity(identity, [key], 'binding');
      await page.route('**/openings', (route) =>
        route.fulfill({ json: { sealed, binding: 'binding' } }),
      );
      const buffer = Buffer.from(JSON.stringify(key));
      const keyFile = { name: 'MARKET.private.json', mimeType: 'application/json', buffer };
      await page.locator('.case-summary details summary').click();
      await page.locator('#purpose').check();
      await page.locator('#keyFile').setInputFiles(keyFile);
      await page.locator('.case-summary form button').click();
      await page.locator('.case-summary .note dl').waitFor();
    },
  }),
  desk('desk-case-blocked', { as: officer, path: ({ blocked }) => `/desk/cases/${blocked}` }),
  desk('desk-case-refused', { as: officer, path: ({ refused }) => `/desk/cases/${refused}` }),
  desk('desk-notice-refusal', {
    as: officer,
    path: ({ refused }) => `/desk/cases/${refused}/notices/refusal?item=1`,
  }),
  desk('desk-case-police', {
    as: { department: 'PSB', roles: ['officer'] },
    path: ({ atPolice }) => `/desk/cases/${atPolice}`,
  }),
  desk('desk-case-missing', { as: officer, path: '/desk/cases/500104-20260101-00000A' }),
  desk('desk-notice-acceptance', {
    as: officer,
    path: (world) => `${caseOf(world)}/notices/acceptance?item=1`,
  }),
  desk('desk-penalties', { as: officer, path: '/desk/penalties' }),
  desk('desk-penalty-new', {
    as: officer,
    path: ({ caseNumber }) => `/desk/penalties/new?case=${caseNumber}`,
    act: openAll,
  }),
  desk('desk-penalty-proposed', {
    as: officer,
    path: ({ penaltyProposed }) => `/desk/penalties/${penaltyProposed}`,
  }),
  desk('desk-penalty-decided', {
    as: officer,
    path: ({ penaltyDecided }) => `/desk/penalties/${penaltyDecided}`,
  }),
  desk('desk-penalty-archive', {
    ...{ as: officer, path: ({ penaltyDecided }) => `/desk/penalties/${penaltyDecided}/archive` },
  }),
  desk('desk-inspections', { as: officer, path: '/desk/inspections' }),
  desk('desk-inspection-new', { as: officer, path: '/desk/inspections/new' }),
  desk('desk-inspection-suggested', {
    ...{ as: officer, path: '/desk/inspections/new', answers: [[REGISTERED, 200, ofTheRegister]] },
    act: async (page) => {
      await page.locator('#institutionName').fill('示例');
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('ArrowDown');
    },
  }),
  desk('desk-inspection-unregistered', {
    ...{ as: officer, path: '/desk/inspections/new' },
    answers: [[REGISTERED, 200, { institutions: [], more: false }]],
    act: async (page) => {
      await page.locator('#institutionName').fill('没有登记的牙科');
      await page.locator('#uscc').fill('91310115MA1H8R7C6D');
      await page.locator('#institutionName-register p').waitFor();
    },
  }),
  desk('desk-penalty-reviewed', {
    as: reviewer,
    path: ({ penaltyReviewed }) => `/desk/penalties/${penaltyReviewed}`,
  }),
  desk('desk-penalty-lighter', {
    ...{ as: reviewer, path: ({ penaltyReviewed }) => `/desk/penalties/${penaltyReviewed}` },
    act: lighterWithPapers,
  }),
  desk('desk-objections', { as: publisher, path: '/desk/objections' }),
  desk('desk-objections-empty', {
    ...{ as: publisher, path: '/desk/objections' },
    answers: [[OBJECTIONS, 200, { objections: [] }]],
  }),
  desk('desk-objections-broken', {
    ...{ as: publisher, path: '/desk/objections' },
    answers: [[OBJECTIONS, 500, broken]],
  }),
  desk('desk-objection', {
    ...{ as: publisher, path: ({ objection }) => `/desk/objections/${objection}` },
    act: openAll,
  }),
  desk('desk-inspection', {
    ...{ as: publisher, path: ({ inspectionMended }) => `/desk/inspections/${inspectionMended}` },
    act: async (page) => {
      await openAll(page);
      await page.locator('#correctReason').waitFor();
      await page.locator('#withdrawReason').waitFor();
    },
  }),
  desk('desk-inspection-asked', {
    ...{ as: publisher, path: ({ inspectionMended }) => `/desk/inspections/${inspectionMended}` },
    act: async (page) => {
      await openAll(page);
      await page.locator('#ground').selectOption('ERROR');
      await page.locator('#withdrawReason').fill('重复登记，另有一条。');
      await page.locator('form button.risky').click();
      await page.locator('dialog[open]').waitFor();
    },
  }),
  desk('desk-inspection-missing', {
    ...{ as: publisher, path: '/desk/inspections/I-20260101-0000000000' },
  }),
  desk('desk-objection-missing', {
    ...{ as: publisher, path: '/desk/objections/O-20260101-0000000000' },
  }),
  desk('desk-imports', { as: publisher, path: '/desk/imports' }),
  desk('desk-imports-refused', {
    ...{ as: publisher, path: '/desk/imports' },
    act: async (page) => {
      const [heads = [], ...lines] = aSheet('penalties', [aRow('penalties')]);
      const [first = '', , ...others] = heads;
      await choose(page, [[first, '处罚对象分类', ...others], ...lines]);
      await page.locator('.note[data-kind=danger]').waitFor();
    },
  }),
  desk('desk-imports-checked', {
    ...{ as: publisher, path: '/desk/imports' },
    act: async (page) => {
      const own = { CF_CFJG: departmentName('MARKET'), CF_SJLYDW: departmentName('MARKET') };
      const faulty = { CF_WSH: '', CF_CFJDRQ: '去年', CF_XDR_SHXYM: '9.15001E+17' };
      const rows = [aRow('penalties', own), aRow('penalties', { ...own, ...faulty })];
      await choose(page, aSheet('penalties', rows));
      await page.locator('.note button').click();
      await page.locator('.stats').waitFor();
    },
  }),
  desk('desk-imports-applying', {
    ...{ as: publisher, path: '/desk/imports' },
    answers: [
      [IMPORTS, 200, manyImports],
      [REPORT, 200, halfImported],
    ],
    act: async (page) => {
      await page.locator('td button').first().click();
      await page.locator('progress[value="1"]').waitFor();
    },
  }),
  desk('desk-imports-broken', {
    ...{ as: publisher, path: '/desk/imports' },
    answers: [[IMPORTS, 500, broken]],
  }),
  desk('desk-channels', { as: sender, path: '/desk/channels' }),
  desk('desk-channels-empty', { as: sender, path: '/desk/channels?state=acknowledged' }),
  desk('desk-channels-resend', {
    ...{ as: sender, path: '/desk/channels' },
    answers: [[CHANNEL, 200, busyChannel]],
    act: async (page) => {
      await page
        .getByRole('button', { name: /^(补正重送|Correct and resend)$/ })
        .first()
        .click();
      await page.locator('dialog[open]').waitFor();
    },
  }),
  desk('desk-channels-busy', {
    ...{ as: administrator, path: '/desk/channels' },
    answers: [[CHANNEL, 200, busyChannel]],
    act: openAll,
  }),
  desk('desk-channels-broken', {
    ...{ as: administrator, path: '/desk/channels' },
    answers: [[CHANNEL, 500, broken]],
  }),
  desk('desk-rewards', { as: rewarder, path: '/desk/rewards' }),
  desk('desk-rewards-empty', {
    ...{ as: rewarder, path: '/desk/rewards?state=closed' },
    answers: [[REWARDS, 200, { rewards: [] }]],
  }),
  desk('desk-rewards-broken', {
    ...{ as: rewarder, path: '/desk/rewards' },
    answers: [[REWARDS, 500, broken]],
  }),
  desk('desk-reward-claimed', {
    as: rewarder,
    path: ({ rewardClaimed }) => `/desk/rewards/${rewardClaimed}`,
  }),
  desk('desk-reward-notified', {
    as: rewarder,
    path: ({ rewardNotified }) => `/desk/rewards/${rewardNotified}`,
  }),
  desk('desk-queue-major', {
    ...{ as: supervisor, path: '/desk' },
    answers: [[WORKLIST, 200, { entries: [], notices: majorNotices }]],
    act: (page) => page.locator('.major-notices').waitFor(),
  }),
  desk('desk-load', { as: supervisor, path: '/desk/load' }),
  desk('desk-statistics', { as: supervisor, path: '/desk/statistics' }),
  desk('desk-operations', { as: administrator, path: '/desk/operations' }),
  desk('desk-intake', { as: clerk, path: '/desk/intake' }),
  desk('desk-intake-files', {
    ...{ as: clerk, path: '/desk/intake' },
    act: async (page) => {
      const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
      const letter = pdf(enclosed.letter, Buffer.from(aPdf()));
      await page.locator('#files').setInputFiles([pdf(enclosed.empty, Buffer.alloc(0)), letter]);
      await page.locator('.chosen button').waitFor();
    },
  }),
  plain('desk-signed-out', '/desk/signed-out'),
];
