/** The complaint form and tracking without script: what reaches the API, and what comes back to the citizen. */
import { describe, expect, it } from 'vitest';
import { categoryCodes } from '../../shared/complaints/categories.ts';
import { circumstances } from '../../shared/complaints/circumstances.ts';
import { steps } from '../../web/src/lib/report/steps.ts';
import { json, postForm, renderedPage, type Api } from './site.ts';

interface Call {
  readonly path: string;
  readonly body: unknown;
  readonly key: string | null;
}

/** An API that remembers what it was asked and answers each path with one thing. */
function fakeApi(answers: Readonly<Record<string, () => Response>>) {
  const calls: Call[] = [];
  const api: Api = (path, init) => {
    calls.push({
      path,
      body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined, // whatever the window sent
      key: new Headers(init?.headers).get('idempotency-key'),
    });
    const answer = answers[path];
    return answer ? Promise.resolve(answer()) : Promise.reject(new Error(`no answer for ${path}`));
  };
  return { calls, api };
}

const item = {
  itemNumber: 1,
  track: 'R',
  categories: ['PRICE'],
  lead: 'MARKET',
  cooperating: ['HEALTH', 'FIRE*'],
  status: 'accepted',
  heldBy: 'MARKET',
  clocks: [
    {
      id: 'MK-VERIFY',
      startedOn: '2026-11-21',
      dueOn: '2026-12-14',
      provisional: true,
      basis: '《程序规定》第18条',
    },
  ],
};
const receiptCode = '7K3M-9XQ2-ABCD-EFGH-J';
const filed = {
  caseNumber: '500104-20261121-7KQ2MX',
  receiptCode,
  majorCase: false,
  items: [item],
};
const problem = (status: number, code: string, errors?: unknown) => () =>
  json(status, { code, ...(errors !== undefined && { errors }) });

const named = [
  ['idempotencyKey', 'key-from-the-form'],
  ['categories', 'PRICE'],
  ['categories', 'TAX_INVOICE'],
  ['institutionName', '示例口腔门诊部'],
  ['institutionStreet', '500104003'],
  ['institutionAddress', ''],
  ['placeDescription', '菜市场对面'],
  ['facts', ' 多收九百元。\r\n没有发票。 '],
  ['occurredOn', '2026-11-02'],
  ['circumstances', 'UNDERWAY_NOW'],
  ['demand', '退费'],
  ['named', 'yes'],
  ['personName', '示例市民'],
  ['phone', '13900000000'],
  ['personAddress', ''],
] as const;

describe('the form', () => {
  it('offers every category and every circumstance, works without script and is kept by no cache', async () => {
    const { html, headers } = await renderedPage('/report', fakeApi({}).api);
    for (const code of categoryCodes) expect(html).toContain(`name="categories" value="${code}"`);
    for (const code of circumstances)
      expect(html).toContain(`name="circumstances" value="${code}"`);
    expect(html).toContain('method="post" action="/report"');
    expect(html).toMatch(/110[^]*120/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('carries a fresh idempotency key each time it is opened', async () => {
    const keyOf = async () =>
      /name="idempotencyKey" value="([\w-]{36})"/.exec(
        (await renderedPage('/report', fakeApi({}).api)).html,
      )?.[1];
    const [first, second] = [await keyOf(), await keyOf()];
    expect(first).toBeTruthy();
    expect(second).not.toBe(first);
  });

  it('numbers its steps, and hands the script the same words in the language of the page', async () => {
    const { html } = await renderedPage('/en/report', fakeApi({}).api);
    const titles = [...html.matchAll(/data-step="(\w+)" data-title="Step (\d) of 7: /g)];
    expect(titles.map(([, name, number]) => `${number} ${name}`)).toEqual(
      steps.map((name, place) => `${place + 1} ${name}`),
    );
    expect(html).toMatch(/data-words="[^"]*Choose one to five kinds of problem/);
    expect(html).toMatch(/<script type="module" src="\/[^"]+\/report-\w+\.js"/);
  });

  it('shows what without script would never open, and hides what only script can do', async () => {
    const { html } = await renderedPage('/report', fakeApi({}).api);
    const hidden = [...html.matchAll(/<[^>]* hidden(?:=""|)[^>]*>/g)].map(([tag]) => tag);
    expect(
      hidden.filter(
        (tag) => !/id="(asked|walk|draft|suggested)"|class="answers"|data-notice=/.test(tag),
      ),
    ).toEqual([]);
  });

  it('starts anonymous, and takes the name of an institution from the page the citizen came from', async () => {
    const { html } = await renderedPage('/en/report?institution=示例诊所', fakeApi({}).api);
    expect(html).toMatch(/name="named" value="no" checked/);
    expect(html).toMatch(/name="institutionName"[^>]*value="示例诊所"/);
  });
});

describe('a filled form', () => {
  it('becomes the body of the API with only what was filled in, and nothing that was written is lost', async () => {
    const { calls, api } = fakeApi({ '/api/complaints': () => json(201, filed) });
    const { status, html, headers } = await postForm('/report', named, api);
    expect(calls).toEqual([
      {
        path: '/api/complaints',
        key: 'key-from-the-form',
        body: {
          facts: '多收九百元。\n没有发票。',
          categories: ['PRICE', 'TAX_INVOICE'],
          institution: {
            name: '示例口腔门诊部',
            address: '菜市场对面',
            streetCode: '500104003',
          },
          occurredOn: '2026-11-02',
          circumstances: ['UNDERWAY_NOW'],
          demand: '退费',
          anonymous: false,
          identity: { name: '示例市民', phone: '13900000000' },
          locale: 'zh',
        },
      },
    ]);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(html).toContain(receiptCode);
    expect(html).toContain(filed.caseNumber);
    expect(html).toContain('区市场监督管理局');
    expect(html).toContain('消防救援机构');
    expect(html).toContain('2026年12月14日');
    expect(html, 'who reports is not repeated').not.toContain('13900000000');
  });

  it('sends no identity of a citizen who chose to stay anonymous, whatever the fields hold', async () => {
    const { calls, api } = fakeApi({ '/api/complaints': () => json(201, filed) });
    const anonymous = named.map(
      ([name, value]) => [name, name === 'named' ? 'no' : value] as const,
    );
    await postForm('/en/report', anonymous, api);
    expect(calls[0]?.body).toMatchObject({ anonymous: true, locale: 'en' });
    expect(JSON.stringify(calls)).not.toContain('示例市民');
  });

  it('describes a place without a name by its street, address and looks', async () => {
    const { calls, api } = fakeApi({ '/api/complaints': () => json(201, filed) });
    const nameless = named.filter(([name]) => name !== 'institutionName');
    await postForm('/report', nameless, api);
    expect(calls[0]?.body).toMatchObject({
      institution: { address: '大渡口区九宫庙街道', description: '菜市场对面' },
    });
  });

  it('describes a place when the citizen says that he does not know its name, whatever was in the field', async () => {
    const { calls, api } = fakeApi({ '/api/complaints': () => json(201, filed) });
    await postForm('/report', [...named, ['nameUnknown', 'yes']], api);
    expect(calls[0]?.body).toMatchObject({ institution: { description: '菜市场对面' } });
  });

  it('names an institution of the register by its number, unless more was said of the place', async () => {
    const { calls, api } = fakeApi({ '/api/complaints': () => json(201, filed) });
    const said = /^(institutionStreet|placeDescription)$/;
    const bare = named.filter(([name]) => !said.test(name));
    for (const fields of [bare, named])
      await postForm('/report', [...fields, ['institutionId', 'inst-0001']], api);
    expect(calls[0]?.body).toMatchObject({ institution: { id: 'inst-0001' } });
    expect(calls[1]?.body).toMatchObject({ institution: { name: '示例口腔门诊部' } });
  });

  it('passes on what the browser sealed, and no identity beside it', async () => {
    const { calls, api } = fakeApi({ '/api/complaints': () => json(201, filed) });
    const sealed = { iv: 'iv', ciphertext: 'words', wrapped: [] };
    await postForm('/report', [...named, ['sealedIdentity', JSON.stringify(sealed)]], api);
    expect(calls[0]?.body).toMatchObject({ anonymous: false, sealedIdentity: sealed });
    expect(JSON.stringify(calls)).not.toContain('13900000000');
  });

  it('shows the code as text and as a picture, and says that nobody can recover it', async () => {
    const { html } = await postForm(
      '/report',
      named,
      fakeApi({ '/api/complaints': () => json(201, filed) }).api,
    );
    expect(html).toMatch(/<svg class="qr"[^>]*aria-label="回执码的二维码"/);
    expect(html).toContain('谁也找不回来');
    expect(html).not.toMatch(new RegExp(`(href|action|src|content)="[^"]*${receiptCode}`));
  });

  it('sends what is no complaint with no more than was told of it', async () => {
    const { calls, api } = fakeApi({ '/api/complaints': () => json(201, filed) });
    const fields = [
      ['facts', '诊所备案要什么材料？'],
      ['otherWay', 'CONSULT'],
    ] as const;
    await postForm('/report', fields, api);
    expect(calls[0]?.body).toEqual({
      facts: '诊所备案要什么材料？',
      categories: ['OTHER'],
      institution: { name: '不涉及具体机构' },
      ...{ anonymous: true, locale: 'zh', channel: 'CONSULT' },
    });
  });

  it('says of an accusation whom it accuses and what only its handlers read, and nothing of it otherwise', async () => {
    const { calls, api } = fakeApi({ '/api/complaints': () => json(201, filed) });
    const said = [...named, ['accused', 'HEALTH'], ['accusation', '科长收了钱。']] as const;
    await postForm('/report', said, api);
    await postForm('/report', [...said, ['categories', 'OFFICIAL_CONDUCT']], api);
    expect(JSON.stringify(calls[0])).not.toContain('科长');
    expect(calls[1]?.body).toMatchObject({ accused: 'HEALTH', accusation: '科长收了钱。' });
  });

  it('tells at once whom to turn to with what is only registered', async () => {
    const registered = { ...item, status: 'registered', heldBy: 'HEALTH', clocks: [] };
    const items = [
      { ...registered, registered: { why: 'ELSEWHERE', body: '渝北区' } },
      { ...registered, itemNumber: 2, registered: { why: 'COURT' } },
    ];
    const { api } = fakeApi({ '/api/complaints': () => json(201, { ...filed, items }) });
    const { html } = await postForm('/report', named, api);
    expect(html).toMatch(/事情在渝北区[^]*12345/);
    expect(html).toMatch(/法院正在处理的争议[^]*12368/);
    expect(html).not.toContain('由谁办理');
  });

  it.each([
    ['JOINED', '已经并入'],
    ['KNOWN', '正在办理'],
    ['ANSWERED', '不再重复处理'],
  ])('says of what was told before that it is %s', async (repeat, words) => {
    const answer = { ...filed, repeat, mergedInto: filed.caseNumber };
    const { api } = fakeApi({ '/api/complaints': () => json(201, answer) });
    const { html } = await postForm('/report', named, api);
    expect(html).toContain('您以前反映过这件事');
    expect(html).toContain(words);
  });

  it('shows a second receipt for accusations that were split off', async () => {
    const separate = [
      {
        ...filed,
        receiptCode: 'ZZZZ-9XQ2-ABCD-EFGH-K',
        items: [{ ...item, track: 'X', lead: 'DISCIPLINE', clocks: [] }],
      },
    ];
    const { api } = fakeApi({ '/api/complaints': () => json(201, { ...filed, separate }) });
    const { html } = await postForm('/report', named, api);
    expect(html).toContain('ZZZZ-9XQ2-ABCD-EFGH-K');
    expect(html).toContain('检举监管人员');
  });
});

describe('a refused form', () => {
  const errors = [
    { field: 'facts', code: 'REQUIRED' },
    { field: 'institution.name', code: 'REQUIRED' },
    { field: 'categories', code: 'TOO_MANY' },
    { field: 'identity.phone', code: 'INVALID' },
    { field: 'occurredOn', code: 'IN_FUTURE' },
  ];

  it('comes back with a summary in the order of the page whose links lead to the fields', async () => {
    const { api } = fakeApi({ '/api/complaints': problem(422, 'INVALID', errors) });
    const { status, html } = await postForm('/report', named, api);
    expect(status).toBe(422);
    expect(html).toMatch(/<title>错误：/);
    const summary = /<div class="errors"[^]*?<\/div>/.exec(html)?.[0] ?? '';
    expect(summary).toContain('autofocus');
    const ids = [...summary.matchAll(/href="#(\w+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['facts', 'occurredOn', 'categories', 'institutionName', 'phone']);
    for (const id of ids) expect(html).toContain(` id="${id}"`);
    expect(html).toContain('id="facts-problem"');
    expect(html).toMatch(/id="facts"[^>]*aria-invalid="true"/);
    expect(html).not.toContain('disabled');
  });

  it('keeps everything that was entered, and its key, so that a second try files once', async () => {
    const { api } = fakeApi({ '/api/complaints': problem(422, 'INVALID', errors) });
    const { html } = await postForm('/en/report', named, api);
    expect(html).toMatch(/<title>Error: /);
    for (const kept of [
      'value="PRICE" checked',
      'value="TAX_INVOICE" checked',
      'value="UNDERWAY_NOW" checked',
      'value="示例口腔门诊部"',
      'value="500104003" selected',
      '>菜市场对面</textarea>',
      '>多收九百元。\n没有发票。</textarea>',
      '>退费</textarea>',
      'value="2026-11-02"',
      'value="示例市民"',
      'value="13900000000"',
      'name="idempotencyKey" value="key-from-the-form"',
    ])
      expect(html).toContain(kept);
  });

  it('comes back with what the text suggests, never ticked, when no kind of problem was chosen', async () => {
    const suggestion = {
      categories: [{ code: 'PRICE', score: 0.8, because: ['多收'] }],
      circumstances: ['INSURANCE_SETTLED'],
      channel: 'CONSULT',
    };
    const refusal = problem(422, 'INVALID', [{ field: 'categories', code: 'REQUIRED' }]);
    const { api, calls } = fakeApi({
      '/api/complaints': refusal,
      '/api/categories/suggest': () => json(200, suggestion),
    });
    const none = named.filter(([name]) => name !== 'categories');
    const { html } = await postForm('/report', none, api);
    expect(calls[1]?.body).toEqual({ text: '多收九百元。\n没有发票。' });
    const suggested = /id="suggested"[^]*?<\/ul>/.exec(html)?.[0] ?? '';
    expect(suggested).toMatch(/value="PRICE"(?! checked)/);
    expect(suggested).toMatch(/因为写到：<span lang="zh-CN">多收/);
    expect(html.match(/name="categories" value="PRICE"/g)).toHaveLength(1);
    expect(html).toMatch(/id="asked"[^]*?INSURANCE_SETTLED[^]*?<\/ul>/);
    expect(html).toMatch(/<details id="other-ways" open/);
  });

  it('stands without suggestions when none come', async () => {
    const refusal = problem(422, 'INVALID', [{ field: 'categories', code: 'REQUIRED' }]);
    const { api } = fakeApi({ '/api/complaints': refusal });
    const { status, html } = await postForm('/report', named, api);
    expect(status).toBe(422);
    expect(html).toContain('id="categories-problem"');
  });

  it('says that it cannot be sure when no answer came, and invites the same try again', async () => {
    const { api } = fakeApi({});
    const { status, html } = await postForm('/report', named, api);
    expect(status).toBe(503);
    expect(html).toContain('不会重复登记');
    expect(html).toContain('value="key-from-the-form"');
  });

  it('replaces a key that was used up with other content', async () => {
    const { api } = fakeApi({ '/api/complaints': problem(409, 'IDEMPOTENCY_KEY_REUSED') });
    const { html } = await postForm('/report', named, api);
    expect(html).not.toContain('key-from-the-form');
    expect(html).toMatch(/name="idempotencyKey" value="[\w-]{36}"/);
  });

  it('names a code it has no words for', async () => {
    const { api } = fakeApi({ '/api/complaints': problem(409, 'SOMETHING_NEW') });
    expect((await postForm('/report', named, api)).html).toContain('SOMETHING_NEW');
  });

  it('tells the script for whom to seal when it sealed for others', async () => {
    const refusal = { code: 'RECIPIENTS_DIFFER', recipients: ['MARKET', 'ESCROW'] };
    const { api } = fakeApi({ '/api/complaints': () => json(409, refusal) });
    const { status, html } = await postForm('/report', named, api);
    expect(status).toBe(409);
    expect(html).toContain('data-recipients="MARKET ESCROW"');
  });

  it('asks for a name where the name is asked for when something is wanted', async () => {
    const errors = [{ field: 'demand', code: 'REAL_NAME_REQUIRED' }];
    const { api } = fakeApi({ '/api/complaints': problem(422, 'INVALID', errors) });
    const { html } = await postForm('/report', named, api);
    expect(html).toContain('<a href="#named">');
    expect(html).toContain('id="named-problem"');
  });
});

describe('tracking', () => {
  const found = {
    caseNumber: filed.caseNumber,
    filedAt: '2026-11-21T02:00:00.000Z',
    items: [item, { ...item, itemNumber: 2, status: 'returned', clocks: [] }],
    timeline: [
      { seq: 1, at: '2026-11-21T02:00:00.000Z', type: 'filed' },
      {
        seq: 2,
        at: '2026-11-21T16:01:00.000Z',
        type: 'accepted',
        itemNumber: 1,
        department: 'MARKET',
      },
      { seq: 3, at: '2026-11-22T02:00:00.000Z', type: 'somethingNew' },
    ],
    messages: [
      {
        seq: 2,
        at: '2026-11-22T02:00:00.000Z',
        from: 'department',
        department: 'MARKET',
        text: '请补充<票据>。',
      },
    ],
  };
  const track = { '/api/track': () => json(200, found) };
  const code = ['receiptCode', receiptCode] as const;

  it('shows stages, holder, deadlines, what happened and what was said', async () => {
    const { api, calls } = fakeApi(track);
    const { html, headers } = await postForm('/track', [code], api);
    expect(calls).toEqual([{ path: '/api/track', body: { receiptCode }, key: null }]);
    expect(html).toMatch(/aria-current="step"><strong>已受理/);
    expect(html).toMatch(/aria-current="step"><strong>正在确定由谁办理/);
    expect(html).toContain('现由区市场监督管理局办理');
    expect(html).toContain('《程序规定》第18条');
    expect(html).toContain('2026-11-22 00:01');
    expect(html).toContain('somethingNew');
    expect(html).toContain('请补充&lt;票据>。');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('explains each deadline: from when, how long, on what basis, and how it stands', async () => {
    const [clock] = item.clocks;
    const clocks = [
      { ...clock, id: 'MK-ACCEPT', stoppedOn: '2026-11-25' },
      { ...clock, id: 'MK-VERIFY', dueOn: '2020-01-02', provisional: false },
      { ...clock, id: 'XF-TELL', dueOn: '2020-01-02', stoppedOn: '2020-01-03' },
      { ...clock, id: 'MI-VERIFY', dueOn: '2099-01-02' },
    ];
    const answer = { ...found, items: [{ ...item, clocks }] };
    const { api } = fakeApi({ '/api/track': () => json(200, answer) });
    const { html } = await postForm('/track', [code], api);
    expect(html).toContain('从2026年11月21日收到起算，当天不计。共7个工作日');
    expect(html).toContain('2026年11月25日已完成');
    expect(html).toContain('2020年1月3日才完成，晚于期限');
    expect(html).toMatch(/逾期\d+个工作日/);
    expect(html).toContain('期限已过');
    expect(html).toMatch(/剩\d+个工作日/);
    expect(html).toContain('所以是暂定日期');
  });

  it('never writes the receipt code into an address', async () => {
    const { html } = await postForm('/track', [code], fakeApi(track).api);
    expect(html).toContain(`name="receiptCode" value="${receiptCode}"`);
    expect(html).not.toMatch(new RegExp(`(href|action|content)="[^"]*${receiptCode}`));
  });

  it('gives unknown, mistyped and malformed codes one and the same answer, to the byte', async () => {
    const refusals = [
      [receiptCode, problem(404, 'NOT_FOUND')],
      ['7K3M', problem(422, 'INVALID')],
      ['<b>', problem(400, 'NOT_JSON')],
    ] as const;
    const answers = await Promise.all(
      refusals.map(async ([typed, refusal]) => {
        const { api } = fakeApi({ '/api/track': refusal });
        const { status, html } = await postForm('/track', [['receiptCode', typed]], api);
        return `${status} ${html}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 [^]*没有找到/);
  });

  it('sends a message with its key, and says so', async () => {
    const { api, calls } = fakeApi({
      ...track,
      '/api/track/messages': () => json(201, { seq: 4 }),
    });
    const fields = [code, ['idempotencyKey', 'message-key'], ['text', '还有一张票。']] as const;
    const { html } = await postForm('/track', fields, api);
    expect(calls[0]).toEqual({
      path: '/api/track/messages',
      body: { receiptCode, text: '还有一张票。' },
      key: 'message-key',
    });
    expect(html).toContain('已经发送');
  });

  it('keeps a message that could not be sent', async () => {
    const { api } = fakeApi({ ...track, '/api/track/messages': problem(409, 'CASE_FULL') });
    const fields = [code, ['text', '还有一张票。']] as const;
    const { html } = await postForm('/en/track', fields, api);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain('>还有一张票。</textarea>');
    expect(html).toContain('no more messages');
  });
});
