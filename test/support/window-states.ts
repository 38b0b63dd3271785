/** Every kind of page of the window in every state worth looking at, and how a visitor gets there. */
import type { Page } from 'playwright-core';
import type { DemoCredentials } from '../../cdk/local/identity/credentials.ts';
import { signIn, type Post } from './desk-visitor.ts';
import { facts, institutionName, type Furnished } from './furnished.ts';

export interface WindowState {
  readonly name: string;
  readonly open: (visit: Visit) => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly credentials: DemoCredentials;
  readonly world: Furnished;
  /** The address of a path in the language of the visit. */
  readonly at: (path: string) => string;
}

const plain = (name: string, path: string | ((world: Furnished) => string)): WindowState => ({
  name,
  open: async ({ page, world, at }) => {
    await page.goto(at(typeof path === 'string' ? path : path(world)));
  },
});

/** What visitors look for: something that is there, and something that is not. */
export const searchedWords = ['示例', '没有这几个字'] as const;
const [there, nowhere] = searchedWords;

/** Reads without an account. */
const publicStates: readonly WindowState[] = [
  plain('home', '/'),
  plain('penalties', '/penalties'),
  plain('penalties-month', ({ penaltyMonth }) => penaltyMonth),
  plain('inspections', '/inspections'),
  plain('inspections-month', ({ inspectionMonth }) => inspectionMonth),
  plain('record-penalty', ({ penaltyRecord }) => penaltyRecord),
  plain('record-inspection', ({ inspectionRecord }) => inspectionRecord),
  plain('record-withdrawn', ({ tombstone }) => tombstone),
  plain('institution', ({ institution }) => institution),
  plain('institutions', '/institutions'),
  plain('departments', '/departments'),
  plain('departments-one', '/departments/HEALTH'),
  plain('kinds', '/kinds'),
  plain('kinds-one', '/kinds/P21'),
  plain('statistics', '/statistics'),
  plain('about', '/about'),
  plain('help', '/help'),
  plain('data', '/data'),
  plain('accessibility', '/accessibility'),
  plain('site-map', '/site-map'),
  plain('display', '/display'),
  plain('missing', '/no-such-page'),
  plain('search', '/search'),
  plain('search-found', `/search?${new URLSearchParams({ q: there })}`),
  plain('search-nothing', `/search?${new URLSearchParams({ q: nowhere })}`),
];

/** Files and follows, with script. */
const citizenStates: readonly WindowState[] = [
  plain('report', '/report'),
  {
    name: 'report-refused',
    open: async ({ page, at }) => {
      await page.goto(at('/report'));
      await page.locator('form.report button:visible').last().click();
      await page.locator('.errors').waitFor();
    },
  },
  { name: 'report-suggested', open: walkToKind },
  {
    name: 'report-other-way',
    open: async (visit) => {
      await walkToKind(visit, '请问诊所备案需要什么材料，到哪里办？');
      await visit.page.locator('#otherWay-CONSULT').check();
    },
  },
  {
    name: 'report-accusation',
    open: async (visit) => {
      await walkToKind(visit);
      const conduct = visit.page.locator('input[value=OFFICIAL_CONDUCT]');
      await visit.page.locator('details', { has: conduct }).locator('summary').click();
      await conduct.check();
    },
  },
  {
    name: 'report-elsewhere',
    open: async (visit) => {
      await walkToKind(visit);
      await visit.page.locator('#suggested input').first().check();
      await visit.page.locator('#next').click();
      await visit.page.locator('#institutionStreet').selectOption('500112');
    },
  },
  {
    name: 'report-identity',
    open: async (visit) => {
      await walkToIdentity(visit);
      await visit.page.locator('#named').check();
    },
  },
  {
    name: 'report-check',
    open: async (visit) => {
      await walkToIdentity(visit);
      await visit.page.locator('#next').click();
      await visit.page.locator('.answers').waitFor();
    },
  },
  {
    name: 'receipt',
    open: async (visit) => {
      await walkToIdentity(visit);
      await visit.page.locator('#next').click();
      await visit.page.locator('[data-step=check] button').click();
      await visit.page.locator('.receipt').first().waitFor();
      // Leaving it asks once whether it is safe; nobody is there to answer.
      visit.page.once('dialog', (dialog) => void dialog.accept());
    },
  },
  {
    name: 'receipt-registered',
    open: async (visit) => {
      await walkToKind(visit, '请问诊所备案需要什么材料，到哪里办？');
      const { page } = visit;
      await page.locator('#otherWay-CONSULT').check();
      await page.locator('#next').click();
      await page.locator('#next').click();
      await page.locator('[data-step=check] button').click();
      await page.locator('.receipt').first().waitFor();
      page.once('dialog', (dialog) => void dialog.accept());
    },
  },
  plain('track', '/track'),
  {
    name: 'track-unknown',
    open: async ({ page, at }) => {
      await follow(page, at('/track'), '0000-0000-0000-0000-0');
      await page.locator('.errors').waitFor();
    },
  },
  {
    name: 'track-case',
    open: async ({ page, at, world }) => {
      await follow(page, at('/track'), world.receiptCode);
      await page.locator('.stages').first().waitFor();
    },
  },
  {
    name: 'track-reward-refused',
    open: async ({ page, at, world }) => {
      await follow(page, at('/track'), world.receiptCode);
      await page.locator('#rewardSecret').fill('0000-0000-0000');
      await page.locator('button[name=reward][value=status]').click();
      await page.locator('#rewardSecret-problem').waitFor();
    },
  },
  {
    name: 'track-overdue',
    open: async ({ page, at, world }) => {
      await follow(page, at('/track'), world.overdueCode);
      await page.locator('input[value=remind]').waitFor({ state: 'attached' });
      await unfold(page);
    },
  },
  {
    name: 'track-unrated',
    open: async ({ page, at, world }) => {
      await follow(page, at('/track'), world.answeredCode);
      await page.locator('input[value=rate] ~ p button').click();
      await page.locator('.errors').waitFor();
      await unfold(page);
    },
  },
  {
    name: 'track-withdraw',
    open: async ({ page, at, world }) => {
      await follow(page, at('/track'), world.demandCode);
      await page.locator('input[value=ask-withdraw] ~ p button').click();
      await page.locator('input[value=withdraw]').waitFor({ state: 'attached' });
    },
  },
];

/** What is folded up is looked at as well. */
const unfold = (page: Page): Promise<void> =>
  page
    .locator('main details')
    .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));

/** Anonymously, about a price, up to the question who one is. */
async function walkToIdentity({ page, at }: Visit): Promise<void> {
  await walkToKind({ page, at });
  await page.locator('#suggested input[value=PRICE]').check();
  const next = page.locator('#next');
  await next.click();
  await page.locator('#institutionName').fill(institutionName);
  await next.click();
  await next.click();
  await next.click();
}

/** Tells what happened and is offered what it may be. */
async function walkToKind({ page, at }: Pick<Visit, 'page' | 'at'>, told = facts): Promise<void> {
  await page.goto(at('/report'));
  await page.locator('#facts').fill(told);
  await page.locator('#next').click();
  await page.locator('#suggested input').first().waitFor();
}

async function follow(page: Page, address: string, receiptCode: string): Promise<void> {
  await page.goto(address);
  await page.locator('#receiptCode').fill(receiptCode);
  await page.locator('#receiptCode').press('Enter');
}

/** What the page shows once its data is there, or is refused. */
const SETTLED = 'main h1';
const STILL_LOADING = 'main [aria-busy=true]';

interface Work {
  readonly as: Post;
  readonly path: string | ((world: Furnished) => string);
  /** Calls to this pattern are answered so. */
  readonly answers?: readonly [pattern: string, status: number, answer: unknown];
}

const desk = (name: string, { as, path, answers }: Work): WindowState => ({
  name,
  open: async ({ page, world, at, credentials }) => {
    await signIn(page, credentials, as);
    if (answers) {
      const [pattern, status, json] = answers;
      await page.route(pattern, (route) => route.fulfill({ status, json }));
    }
    await page.goto(at(typeof path === 'string' ? path : path(world)));
    await page.locator(SETTLED).waitFor();
    await page.locator(STILL_LOADING).first().waitFor({ state: 'detached' });
    if (answers) await page.unroute(answers[0]);
  },
});

const officer: Post = { department: 'MARKET', roles: ['officer'] };
const reviewer: Post = { department: 'MARKET', roles: ['approver'] };
const supervisor: Post = { department: 'HEALTH', roles: ['supervisor'] };
const rewarder: Post = { department: 'HEALTH', roles: ['officer'] };
const administrator: Post = { department: 'HEALTH', roles: ['administrator'] };
const clerk: Post = { department: 'HEALTH', roles: ['clerk'] };

const WORKLIST = '**/api/desk/worklist*';
const REWARDS = '**/api/desk/rewards?*';
const caseOf = ({ caseNumber }: Furnished): string => `/desk/cases/${caseNumber}`;
const broken = { code: 'INTERNAL' };

/** Works here. Those of one officer stand together, so that he signs in once. */
const deskStates: readonly WindowState[] = [
  desk('desk-queue', { as: officer, path: '/desk' }),
  desk('desk-queue-empty', {
    as: officer,
    path: '/desk',
    answers: [WORKLIST, 200, { entries: [] }],
  }),
  desk('desk-queue-broken', { as: officer, path: '/desk', answers: [WORKLIST, 500, broken] }),
  desk('desk-case', { as: officer, path: caseOf }),
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
  }),
  desk('desk-penalty-proposed', {
    as: officer,
    path: ({ penaltyProposed }) => `/desk/penalties/${penaltyProposed}`,
  }),
  desk('desk-penalty-decided', {
    as: officer,
    path: ({ penaltyDecided }) => `/desk/penalties/${penaltyDecided}`,
  }),
  desk('desk-inspections', { as: officer, path: '/desk/inspections' }),
  desk('desk-inspection-new', { as: officer, path: '/desk/inspections/new' }),
  desk('desk-penalty-reviewed', {
    as: reviewer,
    path: ({ penaltyReviewed }) => `/desk/penalties/${penaltyReviewed}`,
  }),
  desk('desk-rewards', { as: rewarder, path: '/desk/rewards' }),
  desk('desk-rewards-empty', {
    ...{ as: rewarder, path: '/desk/rewards?state=closed' },
    answers: [REWARDS, 200, { rewards: [] }],
  }),
  desk('desk-rewards-broken', {
    ...{ as: rewarder, path: '/desk/rewards' },
    answers: [REWARDS, 500, broken],
  }),
  desk('desk-reward-claimed', {
    as: rewarder,
    path: ({ rewardClaimed }) => `/desk/rewards/${rewardClaimed}`,
  }),
  desk('desk-reward-notified', {
    as: rewarder,
    path: ({ rewardNotified }) => `/desk/rewards/${rewardNotified}`,
  }),
  desk('desk-load', { as: supervisor, path: '/desk/load' }),
  desk('desk-statistics', { as: supervisor, path: '/desk/statistics' }),
  desk('desk-operations', { as: administrator, path: '/desk/operations' }),
  desk('desk-intake', { as: clerk, path: '/desk/intake' }),
  plain('desk-signed-out', '/desk/signed-out'),
];

export const windowStates: readonly WindowState[] = [
  ...publicStates,
  ...citizenStates,
  ...deskStates,
];
