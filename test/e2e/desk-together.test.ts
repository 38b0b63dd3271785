/** Several people on one case: a supervisor gives it out, somebody else is faster, and each sees how it stands. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { arrivalOf, file, systemClient } from '../support/citizen.ts';
import { signIn } from '../support/desk-visitor.ts';

const client = systemClient();
const { credentials } = inject('system');
let browser: Browser;
let page: Page;
let caseNumber: string;

beforeAll(async () => {
  // Whoever has signed in once stands on the department's list.
  const token = await client.officer('MARKET', 'officer');
  await client.post('/api/desk/sign-ins', { token, body: {} });
  ({ caseNumber } = await file(client));
  await arrivalOf(client, 'MARKET', caseNumber);
  browser = await launchBrowser();
  page = await (await browser.newContext({ baseURL: client.base, locale: 'zh-CN' })).newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(() => browser.close());

const as = (role: string) => signIn(page, credentials, { department: 'MARKET', roles: [role] });
const nameOf = (role: string): string =>
  credentials.officers.find(({ username }) => username === `market-${role}`)?.name ?? '';
const openCase = () => page.goto(`/desk/cases/${caseNumber}`);
const main = () => page.locator('main').innerText();
const act = async (body: unknown) => {
  const token = await client.officer('MARKET', 'officer');
  const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
  return client.post(path, { token, body });
};

it('lets a supervisor give an item to an officer of the department, and take it back', async () => {
  await as('supervisor');
  await openCase();
  await page.locator('select[id^=assignee]').selectOption({ label: nameOf('officer') });
  await page.locator('form.assign button').click();
  await page.locator('.said-here', { hasText: nameOf('officer') }).waitFor();
  await page.locator('select[id^=assignee]').selectOption('');
  await page.locator('form.assign button').click();
  await page.getByText('还没有分派').first().waitFor();
  expect(await page.locator('select[id^=assignee]').inputValue()).toBe('');
});

it('says so when somebody else was faster, and shows how it stands now', async () => {
  await as('officer');
  await openCase();
  await page.locator('button[aria-expanded]', { hasText: '受理' }).click();
  expect((await act({ type: 'accept' })).status).toBe(200);
  await page.locator('.act button', { hasText: '受理' }).click();
  await page.getByText('这一件的状态刚刚变了').waitFor();
  expect(await main()).toContain('办理中');
  expect(await page.locator('button[aria-expanded]', { hasText: '受理' }).count()).toBe(0);
});

it('prints the letter that says the complaint was accepted, with its fields and no reporter', async () => {
  await page.getByRole('link', { name: '受理告知书' }).click();
  await page.locator('#letter-title').waitFor();
  for (const field of [caseNumber, '市场监督管理局', '举报线索'])
    expect(await main()).toContain(field);
  expect(await main()).toMatch(/2\d{3}年\d{1,2}月\d{1,2}日/);
});
