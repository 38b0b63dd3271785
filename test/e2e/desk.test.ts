/** An officer's session at the desk by keyboard alone: signs in, accepts and answers twenty items, signs out; a second tab beside it. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { arrivalOf, file, systemClient } from '../support/citizen.ts';
import type { Filed } from '../support/complaints.ts';
import { tabTo } from '../support/keyboard.ts';

const HOW_MANY = 20;
const QUEUE = '/desk?role=LEAD&status=received&category=FALSE_AD';
const outcome = '属实，已责令改正';
const answer = `广告已经撤下，机构承诺不再发布。${randomUUID()}`;

const client = systemClient();
let browser: Browser;
let page: Page;
let filed: readonly Filed[];

beforeAll(async () => {
  const complaint = { facts: '公交站广告写着“百分之百治愈”。', categories: ['FALSE_AD'] };
  filed = await Promise.all(Array.from({ length: HOW_MANY }, () => file(client, complaint)));
  await Promise.all(filed.map(({ caseNumber }) => arrivalOf(client, 'MARKET', caseNumber)));
  await Promise.all(filed.map(({ caseNumber }) => helped(caseNumber)));
  browser = await launchBrowser();
  page = await (await browser.newContext({ baseURL: client.base, locale: 'zh-CN' })).newPage();
});
afterAll(() => browser.close());

/** Who is asked to help has answered, so that the lead may conclude. */
async function helped(caseNumber: string): Promise<void> {
  const token = await client.officer('HEALTH', 'officer');
  const body = { type: 'reply', text: '机构的执业许可有效。' };
  const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
  expect((await client.post(path, { token, body })).status).toBe(200);
}

const press = (key: string) => page.keyboard.press(key);
const focused = () => page.locator('*:focus');

/** What the page says about the last act; it has the focus. */
const said = (text: string) => page.locator('.said-here:focus', { hasText: text });

it('asks who one is, and brings one to the page one wanted', async () => {
  const { credentials } = inject('system');
  const officer = credentials.officers.find(({ username }) => username === 'market-officer');
  if (!officer) throw new Error('the demo has no such officer');
  await page.goto(QUEUE);
  await tabTo(page, page.locator('#username'));
  await page.keyboard.type(officer.username);
  await press('Tab');
  await page.keyboard.type(officer.password);
  await press('Enter');
  await page.locator('.queue [data-row]').first().waitFor();
  expect(page.url()).toBe(client.base + QUEUE);
  expect(await page.locator('.who').innerText()).toContain(officer.name);
});

it('lets twenty items be accepted and answered without the mouse', async () => {
  await press('j');
  expect(await focused().getAttribute('data-row')).toMatch(/^500104-\d{8}-[0-9A-Z]{6}\.1$/);
  await press('Enter');
  for (let item = 1; item <= HOW_MANY; item++) {
    await page.locator('#act-1-accept').waitFor();
    await press('a');
    await page.locator('.act button:focus', { hasText: '受理' }).waitFor();
    expect(await page.locator('.act .effect').innerText()).toContain('办理中');
    await press('Enter');
    await said('已受理').waitFor();
    await press('c');
    await page.locator('#act-outcome:focus').waitFor();
    await page.keyboard.type(outcome);
    await press('Tab');
    await page.keyboard.insertText(answer);
    await press('Control+Enter');
    await page.locator('dialog button:focus', { hasText: '确定' }).waitFor();
    await press('Enter');
    await said('已办结').waitFor();
    const here = page.url();
    await press('n');
    if (item < HOW_MANY) await page.waitForURL((url) => url.href !== here);
  }
  await said('没有下一件').waitFor();
  const token = await client.officer('MARKET', 'officer');
  const cases = await Promise.all(
    filed.map(({ caseNumber }) => client.get(`/api/desk/cases/${caseNumber}`, token)),
  );
  for (const { json } of cases) expect(json).toMatchObject({ items: [{ status: 'concluded' }] });
});

it('brings the answer to the citizen', async () => {
  const receiptCode = filed[0]?.receiptCode;
  const { json } = await client.post('/api/track', { body: { receiptCode } });
  expect(json).toMatchObject({
    items: [{ status: 'concluded' }],
    messages: [{ from: 'department', text: answer }],
  });
});

it('keeps two tabs signed in side by side, the second a copy of the first', async () => {
  const [copy] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate("void window.open('/desk')"),
  ]);
  await copy.locator('.who').waitFor();
  for (const tab of [copy, page, copy, page]) {
    await tab.reload();
    await tab.locator('.who').waitFor();
  }
  expect(await page.locator('.who').count()).toBe(1);
  await page.bringToFront();
});

it('begins again where a sign-in is gone back to that has been used', async () => {
  await page.goto('/desk/callback?code=spent&state=spent');
  await page.locator('.queue, .empty').waitFor();
  expect(new URL(page.url()).pathname).toBe('/desk');
});

it('signs out in every tab, and then shows nothing without signing in', async () => {
  const [other] = page
    .context()
    .pages()
    .filter((one) => one !== page);
  await tabTo(page, page.locator('.tools li:last-child button'));
  await press('Enter');
  await page.waitForURL('**/desk/signed-out');
  await other?.waitForURL('**/desk/signed-out');
  expect(await page.locator('h1').innerText()).toContain('退出');
  await page.goto('/desk');
  await page.locator('#username').waitFor();
  expect(page.url()).toContain('/oidc/interaction/');
});
