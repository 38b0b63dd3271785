/** What a citizen files and follows, with script. */
import type { Page } from 'playwright-core';
import { facts, institutionName, type Furnished } from './furnished.ts';
import { anObjectionBody } from './objections.ts';
import { plain, type Visit, type WindowState } from './window-state.ts';

export const citizenStates: readonly WindowState[] = [
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
  plain('objection', '/objections'),
  plain('objection-unknown', '/objections?record=nothing'),
  plain('objection-choose', ({ institution }) => {
    return `/objections?institution=${institution.slice(institution.lastIndexOf('/') + 1)}`;
  }),
  {
    name: 'objection-refused',
    open: async ({ page, at, world }) => {
      await page.goto(at(objectionTo(world)));
      await page.locator('form.objection button').click();
      await page.locator('.errors').waitFor();
    },
  },
  plain('objection-record', (world) => objectionTo(world)),
  plain('objection-withdrawn', ({ tombstone }) => `/objections?record=${tombstone}`),
  {
    name: 'objection-receipt',
    open: async ({ page, at, world }) => {
      await page.goto(at(objectionTo(world)));
      await page.locator('input[name=objector]').first().check();
      await page.locator('input[name=ground]').first().check();
      await page.locator('#words').fill(anObjectionBody().words);
      await page.locator('form.objection button').click();
      await page.locator('.receipt').first().waitFor();
    },
  },
  {
    name: 'objection-upheld',
    open: async ({ page, at, world }) => {
      await follow(page, at('/objections'), world.upheldCode);
      await page.locator('.timeline').waitFor();
    },
  },
  {
    name: 'objection-code-unknown',
    open: async ({ page, at }) => {
      await follow(page, at('/objections'), '0000-0000-0000-0000-0');
      await page.locator('.errors').waitFor();
    },
  },
];

const objectionTo = ({ penaltyRecord }: Furnished): string => `/objections?record=${penaltyRecord}`;

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
