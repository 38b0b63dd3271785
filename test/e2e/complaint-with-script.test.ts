/** The complaint in a browser with script: one thing at a time, sealed before it leaves, the receipt made safe. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import type { SealingKey } from '../../cdk/sealing-key.ts';
import type { SealedIdentity } from '../../shared/complaints/sealed-identity.ts';
import { textOf } from '../../web/src/lib/report/complaint-form.ts';
import { launchBrowser } from '../support/browser.ts';
import { systemClient } from '../support/citizen.ts';
import { openIdentity } from '../support/open-identity.ts';

const client = systemClient();
const reporter = '示例举报人丙';
const phone = '13900005678';

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  context = await browser.newContext({ baseURL: client.base, locale: 'zh-CN' });
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterEach(() => page.close());

const next = () => page.getByRole('button', { name: '下一步' }).click();
const sendIt = () => page.getByRole('button', { name: '提交', exact: true }).click();
const heading = () => page.locator('h2:focus').innerText();
const receiptCode = () => page.locator('[data-code]').innerText();

async function chooseKind(): Promise<void> {
  await page.locator('#suggested input[value=PRICE]').check();
  await next();
}

async function tellFacts(facts = '多收九百元，没有价目表。'): Promise<void> {
  await page.getByLabel('事情经过').fill(facts);
  await next();
}

async function fillUpToIdentity(demand = ''): Promise<void> {
  await page.goto('/report');
  await tellFacts();
  await chooseKind();
  await page.getByLabel('机构名称').fill('示例康宁口腔门诊部');
  await next();
  await next();
  await page.getByLabel('您的要求').fill(demand);
  await next();
}

async function giveName(): Promise<void> {
  await page.locator('#named').check();
  await page.getByLabel('姓名', { exact: true }).fill(reporter);
  await page.getByLabel('电话').fill(phone);
  await next();
}

/** Apart from asking what the words may be about. */
const isFiling = (request: Request): boolean =>
  request.method() === 'POST' && new URL(request.url()).pathname === '/report';

/** The fields of a form as they were sent. */
const fieldsOf = (request: Request): Promise<FormData> =>
  new Response(request.postDataBuffer(), {
    headers: { 'content-type': request.headers()['content-type'] ?? '' },
  }).formData();

const sealedIn = (fields: FormData): SealedIdentity =>
  JSON.parse(textOf(fields, 'sealedIdentity')) as SealedIdentity; // what the script under test sent

/** What the envelope is bound to. */
const bindingOf = (fields: FormData): string =>
  createHash('sha256').update(textOf(fields, 'idempotencyKey')).digest('base64url');

function heldKey(recipient: string): SealingKey {
  const path = join(inject('system').dataDir, 'identity-keys.json');
  const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { keys: readonly SealingKey[] }; // written by the host
  const key = keys.find((candidate) => candidate.recipient === recipient);
  if (!key) throw new Error(`no key of ${recipient}`);
  return key;
}

it('asks one thing at a time, says where one is, and refuses in a summary that leads to the field', async () => {
  await page.goto('/report');
  expect(await page.title()).toMatch(/^第1步，共7步/);
  await next();
  expect(await page.title()).toMatch(/^错误：第1步，共7步/);
  expect(await page.locator(':focus').getAttribute('class')).toBe('errors');
  const words = await page.locator('.errors li').innerText();
  expect(await page.locator('#facts-problem').innerText()).toBe(words);
  await page.locator('.errors a').press('Enter');
  expect(await page.locator(':focus').getAttribute('id')).toBe('facts');
  await tellFacts();
  expect(await heading()).toContain('是哪方面的问题');
  expect(await page.title()).toMatch(/^第2步，共7步/);
  expect(await page.locator('[data-step]:visible').count()).toBe(1);
  expect(await page.locator('.errors').count()).toBe(0);
});

it('offers what the words may be about and why, ticks nothing, and forgets it when they change', async () => {
  await page.goto('/report');
  await tellFacts();
  const suggested = page.locator('#suggested');
  await suggested.locator('input[value=PRICE]').waitFor();
  expect(await suggested.innerText()).toContain('因为写到：');
  expect(await page.locator('[name=categories]:checked').count()).toBe(0);
  expect(await page.locator('[name=circumstances]:checked').count()).toBe(0);
  await page.goBack();
  await tellFacts('医院把用过的针头倒进河里，没有人管。');
  await suggested.locator('input[value=MED_WASTE_DUMP]').waitFor();
  expect(await suggested.locator('input[value=PRICE]').count()).toBe(0);
  expect(await page.locator('[name=categories][value=PRICE]').count()).toBe(1);
});

it('goes straight to the answer with what is no complaint', async () => {
  await page.goto('/report');
  await tellFacts('请问诊所备案需要什么材料，到哪里办？');
  await page.locator('[data-notice=CONSULT]').waitFor();
  await page.getByRole('link', { name: '去选' }).click();
  await page.locator('#otherWay-CONSULT').check();
  await next();
  expect(await heading()).toContain('留不留姓名');
  await next();
  await sendIt();
  await page.locator('.receipt').waitFor();
  expect(await page.locator('main').innerText()).toContain('12345');
});

it('goes one step back with the browser’s Back, keeps the answers, and writes none of them into the address', async () => {
  await page.goto('/report');
  await tellFacts();
  await chooseKind();
  await page.getByLabel('机构名称').fill('示例康宁口腔门诊部');
  await next();
  await page.goBack();
  expect(await heading()).toContain('是哪家机构');
  expect(await page.getByLabel('机构名称').inputValue()).toBe('示例康宁口腔门诊部');
  await page.goBack();
  expect(await page.locator('input[value=PRICE]').isChecked()).toBe(true);
  expect(page.url()).toBe(`${client.base}/report`);
});

it('says once more whom to call when somebody may be in danger, and asks first what the kind of problem asks', async () => {
  await page.goto('/report');
  await tellFacts('孩子的事。');
  await page.getByText('传染病、饮水、学校和公共场所卫生').click();
  await page.locator('input[value=SCHOOL_HEALTH]').check();
  await next();
  await page.getByLabel('机构名称').fill('示例小学');
  await next();
  expect(await page.locator('#asked').innerText()).toContain('和食堂饭菜有关');
  expect(await page.locator('.if-danger').isVisible()).toBe(false);
  await page.locator('input[value=UNDERWAY_NOW]').check();
  expect(await page.locator('.if-danger').innerText()).toMatch(/110[^]*120/);
});

it('lets the answers be checked and changed, and comes back to the check', async () => {
  await fillUpToIdentity();
  await next();
  expect(await page.locator('.answers').innerText()).toContain('示例康宁口腔门诊部');
  expect(await page.locator('.answers').innerText()).toContain('匿名');
  await page.getByRole('link', { name: '更改 发生了什么？' }).click();
  expect(await heading()).toContain('发生了什么');
  await page.getByLabel('事情经过').fill('多收一千元。');
  await next();
  expect(await heading()).toContain('核对');
  expect(await page.locator('.answers').innerText()).toContain('多收一千元。');
});

it('seals who reports before anything leaves the browser; the departments that lead can open it', async () => {
  const sent: Request[] = [];
  page.on('request', (request) => sent.push(request));
  await fillUpToIdentity('退还九百元。');
  expect(
    sent.some((request) => request.url().includes('/seal-')),
    'not before it is needed',
  ).toBe(false);
  await giveName();
  await sendIt();
  await page.locator('.receipt').waitFor();
  const filing = sent.find(isFiling);
  if (!filing) throw new Error('nothing was sent');
  const fields = await fieldsOf(filing);
  for (const recipient of ['MARKET', 'ESCROW'])
    expect(await openIdentity(sealedIn(fields), heldKey(recipient), bindingOf(fields))).toEqual({
      name: reporter,
      phone,
    });
  const wire = sent.map(
    (request) => `${request.url()} ${request.postDataBuffer()?.toString('utf8') ?? ''}`,
  );
  for (const secret of [reporter, encodeURIComponent(reporter), phone])
    expect(wire.filter((words) => words.includes(secret))).toEqual([]);
});

it('seals again for whom the server names, and files once though an answer is lost', async () => {
  const recipients: (readonly string[])[] = [];
  const answers = ['differs', 'lost', 'given'];
  await page.route('**/report', async (route, request) => {
    if (request.method() !== 'POST') return route.fallback();
    const { wrapped } = sealedIn(await fieldsOf(request));
    recipients.push(wrapped.map(({ recipient }) => recipient));
    const answer = answers.shift();
    if (answer === 'given') return route.fallback();
    if (answer === 'lost') await route.fetch();
    if (answer === 'lost') return route.abort();
    const body = '<form class="report" data-recipients="ESCROW MARKET"></form>';
    return route.fulfill({ status: 409, contentType: 'text/html', body });
  });
  await fillUpToIdentity('退还九百元。');
  await giveName();
  await sendIt();
  await page.locator('.errors').waitFor();
  expect(await page.locator('.errors').innerText()).toContain('不会重复登记');
  expect(recipients).toEqual([
    ['MARKET', 'ESCROW'],
    ['ESCROW', 'MARKET'],
  ]);
  await sendIt();
  await page.locator('.errors').waitFor({ state: 'detached' });
});

it('sends no name of somebody who chose to stay anonymous after all', async () => {
  await fillUpToIdentity();
  await giveName();
  await page.getByRole('link', { name: '更改 留不留姓名？' }).click();
  await page.locator('input[name=named][value=no]').check();
  await next();
  const filing = page.waitForRequest(isFiling);
  await sendIt();
  const sent = (await filing).postDataBuffer()?.toString() ?? '';
  expect(sent).toContain('示例康宁口腔门诊部');
  expect(sent).not.toMatch(new RegExp(`${reporter}|${phone}|personName`));
  await page.locator('.receipt').waitFor();
});

it('warns once before a receipt is left that was not made safe, and not after the code was typed again', async () => {
  await fillUpToIdentity();
  await next();
  await sendIt();
  expect(await page.locator('h1:focus').innerText()).toBe('已经收到');
  const code = await receiptCode();
  const again = page.getByLabel('照着您抄下的回执码再输一遍');
  const warned = new Promise<string>((resolve) => {
    page.once('dialog', (dialog) => {
      resolve(dialog.type());
      void dialog.dismiss();
    });
  });
  await page.getByRole('link', { name: '再提交一件' }).click();
  expect(await warned).toBe('beforeunload');
  let warnings = 0;
  page.on('dialog', (dialog) => {
    warnings++;
    void dialog.accept();
  });
  await again.fill('0000-0000-0000-0000-0');
  await page.getByRole('button', { name: '核对' }).click();
  expect(await page.locator('.receipt').innerText()).toContain('不一致');
  await again.fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: '核对' }).click();
  expect(await page.locator('.receipt').innerText()).toContain('您抄对了');
  await page.getByRole('link', { name: '查询办理进度' }).click();
  await page.getByLabel('回执码').waitFor();
  expect(warnings).toBe(0);

  await page.getByLabel('回执码').fill('7K3M');
  await page.getByRole('button', { name: '查看进度' }).click();
  await page.locator('.errors').waitFor();
  expect(await page.title()).toMatch(/^错误/);
  expect(await page.getByLabel('回执码').inputValue(), 'to be compared').toBe('7K3M');
  await page.getByLabel('回执码').fill(code);
  await page.getByRole('button', { name: '查看进度' }).click();
  await page.locator('.stages').first().waitFor();
  expect(await page.locator('main').innerText()).toContain('当天不计');
  expect(page.url()).toBe(`${client.base}/track`);
});

it('keeps nothing on the device unless asked, then never who reports, and erases it on leaving', async () => {
  await fillUpToIdentity();
  await giveName();
  const kept = () => page.evaluate('JSON.stringify([localStorage, sessionStorage])');
  expect(await kept()).toBe('[{},{}]');
  await page.getByText('现在不方便填').click();
  await page.getByRole('button', { name: '存在这台设备上' }).click();
  expect(await kept()).toContain('示例康宁口腔门诊部');
  expect(await kept()).not.toMatch(new RegExp(`${reporter}|${phone}`));
  await page.goto('/report');
  await page.getByRole('button', { name: '接着填写' }).click();
  expect(await page.locator('input[value=PRICE]').isChecked()).toBe(true);
  await page.getByRole('link', { name: '清空并离开' }).click();
  await page.waitForURL('about:blank');
  await page.goto('/report');
  expect(await kept()).toBe('[{},{}]');
});

it('offers the institutions of the register, and sends the number of the one that was picked', async () => {
  const known = { id: 'inst-0001', name: '示例康宁口腔门诊部', uscc: '91500104MA60QW12X2' };
  await page.route('**/api/institutions?*', (route) =>
    route.fulfill({ json: { institutions: [known] } }),
  );
  await page.goto('/report');
  await tellFacts();
  await chooseKind();
  await page.getByLabel('机构名称').fill('康宁');
  await page.locator('#institutions option').waitFor({ state: 'attached' });
  await page.getByLabel('机构名称').fill(known.name);
  expect(await page.locator('#institution-known').innerText()).toContain(known.uscc);
  expect(await page.locator('[name=institutionId]').inputValue()).toBe(known.id);
});

it('stands whole when the script does not come', async () => {
  await page.route('**/report-*.js', (route) => route.abort());
  await page.goto('/en/report');
  expect(await page.locator('[data-step]:visible').count()).toBe(7);
  expect(await page.getByRole('button', { name: 'Next' }).count()).toBe(0);
});
