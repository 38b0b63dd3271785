/** The page of a case without script: what every state says in plain words, and every act with what came of it. */
import { describe, expect, it } from 'vitest';
import { caseEventTypes } from '../../shared/complaints/case-file.ts';
import { refusalGrounds } from '../../shared/complaints/commands.ts';
import { openingPurposes } from '../../shared/complaints/identity-opening.ts';
import { isToldToCitizen } from '../../shared/complaints/telling.ts';
import { json, postForm, type Api } from './site.ts';

const receiptCode = '7K3M-9XQ2-ABCD-EFGH-J';
const code = ['receiptCode', receiptCode] as const;

const item = {
  ...{ itemNumber: 1, track: 'C', categories: ['PRICE'], lead: 'MARKET', cooperating: [] },
  ...{ status: 'accepted', heldBy: 'MARKET', clocks: [], overdue: false },
};

const aCase = (items: readonly object[], more: object = {}) => ({
  caseNumber: '500104-20261121-7KQ2MX',
  filedAt: '2026-11-21T16:01:00.000Z',
  ...{ items, timeline: [], messages: [], sendsNotices: true },
  ...more,
});

/** An API that knows the case, takes every act, and remembers what it was asked. */
function theApi(found: object, answers: Readonly<Record<string, () => Response>> = {}) {
  const asked: { path: string; body: unknown }[] = [];
  const api: Api = (path, init) => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined; // whatever the window sent
    if (path !== '/api/track') asked.push({ path, body });
    return Promise.resolve(
      path === '/api/track' ? json(200, found) : (answers[path]?.() ?? json(200, {})),
    );
  };
  return { api, asked };
}

const shown = async (found: object, page = '/track') =>
  (await postForm(page, [code], theApi(found).api)).html;

const acted = async (
  fields: readonly (readonly [string, string])[],
  found: object = aCase([item]),
  answers: Readonly<Record<string, () => Response>> = {},
) => {
  const { api, asked } = theApi(found, answers);
  const { html } = await postForm('/track', [code, ...fields], api);
  return { html, asked };
};

const refusal = (code: string) => () => json(409, { code });

describe('who has taken out the identity', () => {
  const openings = openingPurposes.map((purpose, place) => ({
    at: `2026-11-2${place}T16:01:00.000Z`,
    ...{ department: 'MARKET', purpose },
  }));

  it('is told as day, department and purpose, or that it was nobody', async () => {
    const html = await shown(aCase([item], { openings }));
    expect(html).toContain('谁取出过您的身份信息');
    expect(html).toMatch(/2026-11-23 00:01[^]*区市场监督管理局[^]*告知您办理情况或者结果/);
    for (const { purpose } of openings) expect(html).not.toContain(purpose);
    expect(await shown(aCase([item], { openings: [] }))).toContain('没有人取出过');
    expect(await shown(aCase([item], { openings: [] }), '/en/track')).toContain('nobody has taken');
  });

  it('is no matter of the anonymous', async () => {
    expect(await shown(aCase([item]))).not.toContain('身份信息');
  });
});

describe('what a state says', () => {
  it('names every event that a citizen is told of, in both languages', async () => {
    const timeline = caseEventTypes
      .filter(isToldToCitizen)
      .map((type, place) => ({ seq: place + 1, at: '2026-11-21T16:01:00.000Z', type }));
    for (const page of ['/track', '/en/track']) {
      const html = await shown(aCase([item], { timeline }), page);
      for (const { type } of timeline) expect(html, type).not.toContain(`<strong>${type}</strong>`);
    }
  });

  it.each(refusalGrounds)(
    'says why it was refused and what else can be done: %s',
    async (ground) => {
      const html = await shown(aCase([{ ...item, status: 'refused', refusal: { ground } }]));
      expect(html).toMatch(/为什么不予受理(?:<[^>]*>|\s)+\p{Script=Han}/u);
      expect(html).toContain('行政复议');
      expect(html).not.toContain(ground);
    },
  );

  it('says plainly that a day has passed, and since when the coordinator knows', async () => {
    const late = { ...item, overdue: true, mayRemind: true, escalatedOn: '2026-11-20' };
    const html = await shown(aCase([late]));
    expect(html).toContain('已经超过法定期限');
    expect(html).toContain('2026年11月20日系统已经报告区卫生健康委员会');
    expect(html).toContain('name="act" value="remind"');
  });

  it('says who decides on a returned part, and that nothing has to be sent again', async () => {
    const html = await shown(aCase([{ ...item, status: 'returned', heldBy: 'HEALTH' }]));
    expect(html).toContain('现由区卫生健康委员会确定由谁办理');
    expect(html).toContain('不用重新提交');
  });

  it('gives what was registered its right channel, and no stages it will never pass', async () => {
    const registered = { ...item, status: 'registered', registered: { why: 'COURT' } };
    const html = await shown(aCase([registered]));
    expect(html).toContain('12368');
    expect(html).not.toContain('已办结');
  });

  it('marks a message that asks for material', async () => {
    const at = '2026-11-21T16:01:00.000Z';
    const ask = { seq: 2, at, from: 'department', department: 'MARKET', text: '票据', asks: true };
    expect(await shown(aCase([item], { messages: [ask] }))).toContain('请您补充材料');
  });

  it('offers only what is possible', async () => {
    const html = await shown(aCase([item], { sendsNotices: false }));
    for (const act of ['remind', 'rate', 'ask-withdraw', 'leave-contact', 'close-feed'])
      expect(html, act).not.toContain(`value="${act}"`);
    expect(html).toContain('value="open-feed"');
  });
});

describe('an act', () => {
  const mine = aCase([item, { ...item, itemNumber: 2, track: 'R' }], { withdrawable: true });

  it('asks once more before a complaint is taken back, and says that a report goes on', async () => {
    const asking = await acted([['act', 'ask-withdraw']], mine);
    expect(asking.asked).toEqual([]);
    expect(asking.html).toContain('确定撤回投诉吗');
    expect(asking.html).toContain('违法线索会继续查');
    const { html, asked } = await acted([['act', 'withdraw']], mine);
    expect(asked).toEqual([
      { path: '/api/track/acts', body: { receiptCode, act: { type: 'withdraw' } } },
    ]);
    expect(html).toMatch(/role="status"[^>]*>已经撤回投诉/);
  });

  it('rates with words, and asks for a choice where none was made', async () => {
    const over = aCase([{ ...item, status: 'concluded', mayRate: true }]);
    const fields = [
      ['act', 'rate'],
      ['itemNumber', '1'],
    ] as const;
    const { html, asked } = await acted(fields, over);
    expect(asked).toEqual([]);
    expect(html).toMatch(/<title>错误：/);
    expect(html).toContain('href="#score-1"');
    expect(html).toContain('id="score-1"');
    const rated = await acted([...fields, ['score-1', '4']], over);
    const act = { type: 'rate', itemNumber: 1, score: 4 };
    expect(rated.asked[0]?.body).toEqual({ receiptCode, act });
    expect(rated.html).toContain('谢谢您的评价');
  });

  it('says in words why it was refused', async () => {
    const refused = { '/api/track/acts': refusal('REMINDED_ALREADY') };
    const { html } = await acted([['act', 'remind']], mine, refused);
    expect(html).toMatch(/role="alert"[^>]*>七天内已经催过/);
  });

  it('leaves a contact, gives back one that cannot be right, and never shows one that is kept', async () => {
    const fields = [
      ['act', 'leave-contact'],
      ['contactKind', 'sms'],
      ['contactAddress', '13912345678'],
    ] as const;
    const { asked } = await acted(fields);
    const contact = { kind: 'sms', address: '13912345678' };
    expect(asked).toEqual([{ path: '/api/track/contacts', body: { receiptCode, contact } }]);
    const wrong = { '/api/track/contacts': () => json(422, { code: 'INVALID', errors: [] }) };
    const { html } = await acted(fields, aCase([item]), wrong);
    expect(html).toContain('href="#contactAddress"');
    expect(html).toMatch(/<details open/);
    expect(html).toContain('value="13912345678"');
    const kept = await shown(aCase([item], { news: { contact: 'sms' } }));
    expect(kept).toContain('已经留了一个手机号：***');
  });

  it('shows the address of a feed once, with its warning', async () => {
    const opened = { '/api/track/feeds': () => json(201, { path: '/api/feeds/a-token' }) };
    const { html } = await acted([['act', 'open-feed']], aCase([item]), opened);
    expect(html).toMatch(/https?:\/\/[^<]*\/api\/feeds\/a-token/);
    expect(html).toContain('谁有这个地址');
    expect(await shown(aCase([item], { news: { feed: true } }))).not.toContain('/api/feeds/');
  });

  it('ignores an act that does not exist', async () => {
    const { asked, html } = await acted([['act', 'erase-everything']]);
    expect(asked).toEqual([]);
    expect(html).toContain('500104-20261121-7KQ2MX');
  });
});
