/** The desk's acts in a browser: a penalty by four persons, an inspection on a phone, a call that a clerk takes. */
import { randomInt } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { askUntil } from '../../cdk/local/demo/ask.ts';
import { aPng } from '../support/attachments.ts';
import { launchBrowser, letChineseShow, picture, wantsPictures } from '../support/browser.ts';
import { arrivalOf, systemClient } from '../support/citizen.ts';
import { signIn } from '../support/desk-visitor.ts';

const client = systemClient();
const { credentials } = inject('system');
const decisionNumber = '示卫医罚〔2026〕工作台001号';
const phone = `139${randomInt(10_000_000, 99_999_999)}`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({
    baseURL: client.base,
    locale: 'zh-CN',
    bypassCSP: wantsPictures,
  });
  if (wantsPictures) await letChineseShow(context);
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(() => browser.close());

const as = (role: string, path: string): Promise<void> =>
  signIn(page, credentials, { department: 'HEALTH', roles: [role] }, path);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const outcome = () => page.locator('.outcome').innerText();
const focused = () => page.locator('.outcome:focus, .errors:focus').innerText();

it('takes a penalty from its proposal to its publication by four persons, and each sees whose turn it is', async () => {
  await as('officer', '/desk/penalties/new');
  await button('提出建议').click();
  expect(await focused()).toContain('至少填写两名执法人员的证件号');
  await page.getByLabel('名称或者姓名').fill('示例健安门诊部有限公司');
  await page.getByLabel('统一社会信用代码').fill('91500104MA60QW12X2');
  await page.locator('#violation').fill('未按照规定分类收集医疗废物');
  await page.getByLabel('主要事实和证据').fill('使用后的一次性注射器与生活垃圾混放。');
  await page.getByLabel('依据 1').fill('《医疗废物管理条例》第四十六条第（二）项');
  await page.getByLabel('罚款', { exact: true }).check();
  await page.getByLabel('罚款金额').fill('120,000.50');
  await page.getByLabel('执法证件号 1').fill('示例证001');
  await page.getByLabel('执法证件号 2').fill('示例证002');
  await button('提出建议').click();
  await button('登记送达').click();
  await button('登记放弃陈述申辩').click();
  await button('登记放弃听证').click();
  await page.getByText('这一步由法制审核人员办理').first().waitFor();
  const path = new URL(page.url()).pathname;

  await as('reviewer', path);
  await page.getByLabel('通过', { exact: false }).check();
  await button('提交审核结论').click();

  await page.getByText('这一步由审批负责人办理').first().waitFor();
  await as('approver', path);
  await page.getByLabel('决定书文号').fill(decisionNumber);
  await button('作出决定').click();
  expect(await page.getByRole('dialog').innerText()).toMatch(/最迟.*公开/);
  await button('确定，作出决定').click();
  await page.getByRole('link', { name: '查看公开页面' }).waitFor();
  expect(await focused()).toContain('作出处罚决定');
  await picture(page, 'desk-penalty-decided');
  const record = await page.getByRole('link', { name: '查看公开页面' }).getAttribute('href');

  await as('publisher', path);
  await page.getByLabel('撤回理由').fill('处罚决定已被行政复议机关撤销');
  await button('撤回…').click();
  await button('确定，撤回').click();
  await page.getByRole('link', { name: '查看公众看到的说明' }).waitFor();
  const tombstone = await askUntil(async () => {
    const { text } = await client.get(record ?? '');
    return text.includes('已被行政复议机关撤销') ? text : undefined;
  }, 20_000);
  expect(tombstone).not.toContain(decisionNumber);
});

it('records an inspection on a phone, and keeps the draft that was asked for', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await as('officer', '/desk/inspections/new');
  await page.getByLabel('被检查机构').fill('示例望江口腔诊所');
  await page.getByLabel('执法证件号 1').fill('示例证003');
  await page.getByLabel('执法证件号 2').fill('示例证004');
  await page.locator('#item-0').fill('执业人员资格');
  await page.getByLabel('在这台设备上保留草稿').check();
  await page.reload();
  await page.getByText('已恢复').waitFor();
  await button('再加一项').click();
  await page.locator('#item-1').fill('医疗废物处置');
  await button('全部未发现问题').click();
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBe(390);
  await picture(page, 'desk-inspection-on-a-phone');
  await button('提交检查结果').click();
  await page.getByText('检查结果正在公开').waitFor();
  expect(await outcome()).toMatch(/\/records\/[0-9a-z]{10}/);
  expect(await page.evaluate<number>('localStorage.length')).toBe(0);
});

it('brings what a clerk enters to the department, with codes to read out once', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await as('clerk', '/desk/intake');
  await page.getByLabel('12345热线').check();
  await page.getByLabel('原编号').fill('示例热线-001');
  await page.getByLabel('机构名称').fill('示例康宁口腔门诊部');
  await page.getByLabel('事情经过').fill('来电人称拔牙前说三百，拔完收一千二。');
  await page.getByLabel('查找问题类型').fill('乱收费');
  await page.getByLabel('查找问题类型').press('Enter');
  await page.getByLabel('留下姓名和电话').check();
  await page.locator('#personName').fill('示例来电人');
  await page.locator('#phone').fill(phone);
  const letter = { name: '来信.png', mimeType: 'image/png', buffer: Buffer.from(aPng()) };
  await page.locator('#files').setInputFiles(letter);
  await page.getByRole('button', { name: '移除 来信.png' }).waitFor();
  const sending = page.waitForRequest('**/api/desk/complaints');
  await button('登记').click();
  const sent = (await sending).postData() ?? '';
  expect(sent, 'who reports leaves the browser sealed').toContain('sealedIdentity');
  expect(sent).toContain('"attachments":["A-');
  expect(sent).not.toContain(phone);
  const codes = page.locator('.receipt .code');
  await codes.first().waitFor();
  const [receiptCode = '', caseNumber = ''] = await codes.allInnerTexts();
  await picture(page, 'desk-intake-receipt');
  expect(receiptCode).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]$/);
  expect(await page.locator('main').innerText()).not.toContain(phone);
  await button('登记下一件').click();
  expect(await page.getByLabel('原编号').inputValue()).toBe('');
  expect(await page.locator('main').innerText()).not.toContain(receiptCode);
  expect(await arrivalOf(client, 'MARKET', caseNumber)).toMatchObject({ categories: ['PRICE'] });
});
