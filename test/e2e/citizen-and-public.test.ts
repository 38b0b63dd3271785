/** A journey in a browser without script: a citizen complains and follows it, the public reads a decision. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { askUntil } from '../../cdk/local/demo/ask.ts';
import { launchBrowser, picture, visitorWithoutScript } from '../support/browser.ts';
import { arrivalOf, systemClient } from '../support/citizen.ts';
import { filesContaining } from '../support/files.ts';
import { decided } from '../support/penalties.ts';

const client = systemClient();
const decisionNumber = '示市监罚〔2026〕浏览器001号';
const reporter = `示例举报人${randomUUID().slice(0, 8)}`;
const phone = `139${randomInt(10_000_000, 99_999_999)}`;
const facts = '拔牙前说三百，拔完收一千二，没有价目表。';

let browser: Browser;
let page: Page;
let caseNumber: string;
let receiptCode: string;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await visitorWithoutScript(browser, client.base)).newPage();
  // A system answers before its first pages are published.
  await askUntil(async () => ((await client.get('/')).status === 200 ? true : undefined), 60_000);
});
afterAll(() => browser.close());

const receipt = (label: string) =>
  page.locator('.receipt dl > div').filter({ hasText: label }).locator('dd').innerText();
const main = () => page.locator('main').innerText();

it('takes a citizen from the home page to the form, and gives back what he entered when it is not enough', async () => {
  await page.goto('/');
  await picture(page, '1-home');
  await page.locator('main').getByRole('link', { name: '我要投诉举报' }).click();
  await page.getByLabel('机构名称').fill('示例康宁口腔门诊部');
  await page.getByRole('button', { name: '提交' }).click();
  await picture(page, '2-refused');
  expect(await main()).toContain('还有几处需要修改');
  expect(await page.getByLabel('机构名称').inputValue()).toBe('示例康宁口腔门诊部');
  expect(await page.title()).toMatch(/^错误/);
});

it('files the complaint and shows the receipt code once', async () => {
  await page
    .locator('details', { has: page.locator('input[value=PRICE]') })
    .locator('summary')
    .click();
  await page.locator('input[value=PRICE]').check();
  await page.getByLabel('所在街道或镇').selectOption('500104003');
  await page.getByLabel('事情经过').fill(facts);
  await page.getByLabel('您的要求').fill('退还多收的九百元。');
  await page.locator('input[name=named][value=yes]').check();
  await page.getByLabel('姓名', { exact: true }).fill(reporter);
  await page.getByLabel('电话').fill(phone);
  await picture(page, '3-form');
  await page.getByRole('button', { name: '提交' }).click();
  await picture(page, '4-receipt');
  receiptCode = await receipt('回执码');
  caseNumber = await receipt('受理编号');
  expect(receiptCode).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]$/);
  expect(caseNumber).toMatch(/^500104-\d{8}-[0-9A-Z]{6}$/);
  expect(page.url(), 'the code is in no address').not.toContain(receiptCode);
  expect(await main()).not.toContain(phone);
});

it('brings it to the department, which accepts it, and the citizen sees that and writes', async () => {
  const entry = await arrivalOf(client, 'MARKET', caseNumber);
  expect(entry).toMatchObject({ role: 'LEAD', status: 'received', categories: ['PRICE'] });
  const token = await client.officer('MARKET', 'officer');
  for (const itemNumber of [1, 2]) {
    const path = `/api/desk/cases/${caseNumber}/items/${itemNumber}/commands`;
    const answer = await client.post(path, { token, body: { type: 'accept' } });
    expect(answer.status, answer.text).toBe(200);
  }
  await page.goto('/track');
  await page.getByLabel('回执码').fill(receiptCode.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: '查看进度' }).click();
  await picture(page, '5-progress');
  expect(await page.locator('[aria-current=step]').first().innerText()).toContain('已受理');
  expect(page.url()).not.toContain(receiptCode);
  await page.getByLabel('补充说明').fill('还有一张收费票据。');
  await page.getByRole('button', { name: '发送' }).click();
  expect(await main()).toContain('还有一张收费票据。');
  await picture(page, '6-message');
  const desk = await client.get(`/api/desk/cases/${caseNumber}`, token);
  expect(desk.text).toContain('还有一张收费票据。');
});

it('tells a wrong receipt code apart from nothing', async () => {
  await page.goto('/track');
  await page.getByLabel('回执码').fill('0000-0000-0000-0000-0');
  await page.getByRole('button', { name: '查看进度' }).click();
  expect(await main()).toContain('没有找到');
});

it('shows the public the decision, in Chinese and in English', async () => {
  // By the officers of the department, over HTTP: the desk has no pages yet.
  const party = { kind: 'ORG', name: '示例康宁口腔门诊部', uscc: '91500104MA60QW12X2' };
  await decided(client, decisionNumber, { party, caseNumber, itemNumber: 1 });
  const path = await askUntil(async () => {
    const { json } = await client.get(`/api/disclosures?q=${encodeURIComponent(decisionNumber)}`);
    return (json as { records: { path: string }[] }).records[0]?.path; // the contract of a 200
  }, 60_000);
  if (!path) throw new Error('it was not published in time');
  await askUntil(async () => ((await client.get(path)).status === 200 ? true : undefined), 10_000);
  await page.goto(path);
  await picture(page, '7-decision');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await main()).toContain(decisionNumber);
  expect(await main()).toContain('¥110,000.00');
  expect(await main()).not.toContain(caseNumber);
  await page.getByRole('link', { name: 'English' }).click();
  await picture(page, '8-decision-in-english');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await main()).toContain(decisionNumber);
  expect(await main()).toContain('Fine');
});

it('finds the decision by a few characters of it', async () => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('浏览器001');
  await page.getByRole('button', { name: '查询' }).click();
  await picture(page, '9-search');
  expect(await main()).toContain('示例康宁口腔门诊部');
});

it('has written what the form said of the reporter nowhere', () => {
  const { dataDir } = inject('system');
  expect(filesContaining(dataDir, facts), 'the search does find things').not.toEqual([]);
  for (const secret of [reporter, phone, receiptCode])
    expect(filesContaining(dataDir, secret)).toEqual([]);
});
