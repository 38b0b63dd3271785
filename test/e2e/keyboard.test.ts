/** Without a mouse: a citizen files and follows, an approver decides. (Accepting and answering: desk.test.ts.) */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { systemClient } from '../support/citizen.ts';
import { signIn } from '../support/desk-visitor.ts';
import { tabAndPress, tabAndType } from '../support/keyboard.ts';
import { readyToDecide } from '../support/penalties.ts';

const client = systemClient();
let browser: Browser;
let page: Page;
let receiptCode: string;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext({ baseURL: client.base, locale: 'zh-CN' })).newPage();
});
afterAll(() => browser.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const goOn = () => tabAndPress(page, button('下一步'));

it('lets a citizen file', async () => {
  await page.goto('/');
  await tabAndPress(page, page.locator('main').getByRole('link', { name: '我要投诉举报' }));
  await tabAndType(page, page.getByLabel('事情经过'), '多收九百元，没有价目表。');
  await goOn();
  const suggested = page.locator('#suggested input[value=PRICE]');
  await suggested.waitFor();
  await tabAndPress(page, suggested, 'Space');
  await goOn();
  await tabAndType(page, page.getByLabel('机构名称'), '示例康宁口腔门诊部');
  await goOn();
  await goOn();
  await goOn();
  await goOn();
  await tabAndPress(page, button('提交'));
  receiptCode = await page.locator('[data-code]').innerText();
  expect(receiptCode).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]$/);
});

it('lets him follow it', async () => {
  await tabAndType(page, page.getByLabel('照着您抄下的回执码再输一遍'), receiptCode);
  await page.keyboard.press('Enter');
  await tabAndPress(page, page.locator('main').getByRole('link', { name: '查询办理进度' }));
  await tabAndType(page, page.getByLabel('回执码'), receiptCode);
  await page.keyboard.press('Enter');
  await page.locator('.stages').waitFor();
  await tabAndType(page, page.getByLabel('补充说明'), '还有一张收费票据。');
  await tabAndPress(page, button('发送'));
  await page.getByText('还有一张收费票据。').waitFor();
  expect(page.url()).toBe(`${client.base}/track`);
});

it('lets an approver decide', async () => {
  const penaltyId = await readyToDecide(client);
  await signIn(page, inject('system').credentials, { department: 'MARKET', roles: ['approver'] });
  await tabAndPress(page, page.getByRole('link', { name: '行政处罚', exact: true }));
  await tabAndPress(page, page.locator(`a[href$="${penaltyId}"]`).first());
  await tabAndType(page, page.getByLabel('决定书文号'), '示市监罚〔2026〕键盘001号');
  await tabAndPress(page, button('作出决定'));
  await tabAndPress(page, button('确定，作出决定'));
  expect(await page.locator('.outcome:focus').innerText()).toContain('作出处罚决定');
});
