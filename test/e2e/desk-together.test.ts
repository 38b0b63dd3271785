/** Several people on one case: a supervisor gives it out, somebody else is faster, and each sees how it stands. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { arrivalOf, file, systemClient } from '../support/citizen.ts';
import { signIn } from '../support/desk-visitor.ts';
import { today } from '../support/penalties.ts';

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
  await page.locator('#act-1-accept').click();
  expect((await act({ type: 'accept' })).status).toBe(200);
  await page.locator('.act button:not(.quiet)').click();
  await page.getByText('这一件的状态刚刚变了').waitFor();
  expect(await main()).toContain('办理中');
  expect(await page.locator('#act-1-accept').count()).toBe(0);
});

it('prints the letter that says the complaint was accepted, with its fields and no reporter', async () => {
  await page.getByRole('link', { name: '受理告知书' }).click();
  await page.locator('#letter-title').waitFor();
  for (const field of [caseNumber, '市场监督管理局', '举报线索'])
    expect(await main()).toContain(field);
  expect(await main()).toMatch(/2\d{3}年\d{1,2}月\d{1,2}日/);
});

it('lets three departments settle who answers, help each other, talk it over and conclude', async () => {
  const filed = await file(client, {
    categories: ['INSURANCE_SERVICE'],
    facts: '窗口说材料不全，跑了三趟。',
  });
  const here = (department: string) => async () => {
    await signIn(page, credentials, { department, roles: ['officer'] });
    await page.goto(`/desk/cases/${filed.caseNumber}`);
  };
  const [medins, health, market] = [here('MEDINS'), here('HEALTH'), here('MARKET')];

  await medins();
  await open('return');
  await page.locator('#act-reason').fill('这件事由市场监管部门负责。');
  await page.locator('#act-propose').selectOption('MARKET');
  await send('已退回');
  expect(await main()).toContain('建议由');

  await health();
  await open('reassign');
  await page.locator('#act-to').selectOption('MARKET');
  await page.locator('#act-reason').fill('属于收费和服务质量。');
  await send('已确定承办部门');

  await market();
  await open('accept');
  await send('已受理');
  await open('invite', 'rare');
  await page.locator('#act-department').selectOption('HEALTH');
  await page.locator('#act-question').fill('请核实窗口的服务流程。');
  await send('已邀请');
  expect(await page.locator('#act-1-conclude').count()).toBe(0);
  await page.getByText('还在等').waitFor();

  await health();
  await page.locator('#act-1-reply').waitFor();
  await page.keyboard.press('r');
  await page.locator('#act-text').fill('流程没有公示，已要求改正。');
  await send('已答复牵头部门');

  await market();
  await page.getByText('流程没有公示，已要求改正。').first().waitFor();
  await open('consult', 'rare');
  await page.locator('#act-heldOn').fill(today());
  for (const code of ['MARKET', 'HEALTH']) await page.locator(`.act input[value=${code}]`).check();
  await page.locator('#act-opinion').fill('同意市场监管部门的意见。');
  await send('会商意见已登记');
  await open('conclude');
  await page.locator('#act-outcome').fill('属实，已改正');
  await page.locator('#act-text').fill('材料清单已经贴在窗口。');
  await page.locator('.act button:not(.quiet)').click();
  await page.locator('dialog[open]', { hasText: '材料清单已经贴在窗口。' }).waitFor();
  await page.locator('dialog[open] button:not(.quiet)').click();
  await page.locator('.said-here', { hasText: '已办结' }).waitFor();
});

async function open(act: string, place?: 'rare'): Promise<void> {
  const button = page.locator(`#act-1-${act}`);
  if (place) await page.locator('.more-acts summary').click();
  await button.click();
  await page.locator('.act').waitFor();
}

async function send(says: string): Promise<void> {
  await page.locator('.act button:not(.quiet)').click();
  await page.locator('.said-here', { hasText: says }).waitFor();
}
