/** Objections and corrections as plain pages: the form, its refusals, its receipt, what became of it, and the public list. */
import { describe, expect, it } from 'vitest';
import { CORRECTIONS_PATH, locales, OBJECTIONS_PATH } from '../../shared/disclosure/pages.ts';
import {
  objectionGrounds,
  objectors,
  type ObjectionEventType,
} from '../../shared/objections/objection.ts';
import { htmlFaults } from '../support/validity.ts';
import {
  inspection,
  json,
  penalty,
  postForm,
  renderedPage,
  staticPage,
  tombstone,
  type Api,
} from './site.ts';

const receiptCode = '7K3M-9XQ2-ABCD-EFGH-J';
const about = `${OBJECTIONS_PATH}?record=${penalty.id}`;
const filled = [
  ['objector', 'PARTY'],
  ['ground', 'FACTS'],
  ['words', '罚款金额写错了。'],
  ['contact', ''],
  ['idempotencyKey', 'a-key-of-the-form'],
] as const;

/** An API that has the records of the small register, answers filing and following, and remembers what it was asked. */
function theApi(answers: Readonly<Record<string, Response>> = {}) {
  const asked: { path: string; body: unknown; key: string | null }[] = [];
  const api: Api = (path, init) => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined; // whatever the window sent
    const key = new Headers(init?.headers).get('idempotency-key');
    if (body) asked.push({ path, body, key });
    const answer = answers[path];
    if (answer) return Promise.resolve(answer.clone());
    if (path === `/api/disclosures/${penalty.id}`) return Promise.resolve(json(200, penalty));
    if (path === `/api/disclosures/${tombstone.id}`)
      return Promise.resolve(json(410, { code: 'WITHDRAWN' }));
    if (path.startsWith('/api/disclosures?'))
      return Promise.resolve(json(200, { records: [penalty, inspection] }));
    return Promise.resolve(json(404, { code: 'NOT_FOUND' }));
  };
  return { api, asked };
}

const opened = async (path: string, answers = {}) =>
  (await renderedPage(path, theApi(answers).api)).html;

const filed = {
  ...{ objectionId: 'O-20261120-0123456789', receiptCode, department: 'HEALTH' },
  ...{ answerBy: '2026-12-11', provisional: false },
};

const followed = (more: object = {}) => ({
  ...{ objectionId: filed.objectionId, recordKind: 'penalty', path: penalty.path },
  ...{ department: 'HEALTH', objector: 'PARTY', ground: 'FACTS', words: '罚款金额写错了。' },
  ...{ status: 'acknowledged', filedAt: '2026-11-20T02:00:00.000Z', answerBy: '2026-12-11' },
  ...{ provisional: false, events: [] },
  ...more,
});

describe('the form', () => {
  it('names the record and its department, and asks for nothing that says who one is', async () => {
    const html = await opened(about);
    expect(html).toContain(penalty.title);
    expect(html).toContain('区卫生健康委员会');
    for (const code of [...objectors, ...objectionGrounds])
      expect(html).toContain(`value="${code}"`);
    expect(html).not.toMatch(/name="(name|phone|identity)/);
    expect(html).toContain('content="noindex"');
  });

  it('takes the number of a record as people have it: alone, or at the end of an address', async () => {
    for (const typed of [
      penalty.id.toUpperCase(),
      `https://example.test/en${penalty.path}?from=feed`,
      ` ${penalty.path}#correction`,
    ])
      expect(
        await opened(`${OBJECTIONS_PATH}?${new URLSearchParams({ record: typed })}`),
      ).toContain(penalty.title);
    expect(await opened(`${OBJECTIONS_PATH}?record=nothing`)).toContain('没有找到这一条公示');
  });

  it('is there for what was taken down, and offers the records of an institution', async () => {
    expect(await opened(`${OBJECTIONS_PATH}?record=${tombstone.id}`)).toContain('已经撤下');
    const choice = await opened(`${OBJECTIONS_PATH}?institution=inst-0001`);
    for (const { id } of [penalty, inspection])
      expect(choice).toContain(`href="${OBJECTIONS_PATH}?record=${id}"`);
  });

  it('says our own promise as ours, and each law with its source', async () => {
    const html = await opened(about);
    expect(html).toMatch(/15个工作日内答复。这是本站自己的承诺，不是法律规定的期限/);
    for (const law of ['行政处罚法》第四十八条', '个人信息保护法》第四十六条', '第36号'])
      expect(html).toContain(law);
  });

  it('is valid HTML in every state, in both languages', async () => {
    const prefix = { zh: '', en: '/en' };
    for (const locale of locales) {
      const form = (await renderedPage(prefix[locale] + about, theApi().api)).html;
      const refusal = json(422, {
        code: 'INVALID',
        errors: [{ field: 'words', code: 'REQUIRED' }],
      });
      const { api } = theApi({ '/api/objections': refusal });
      const refused = (await postForm(prefix[locale] + about, filled, api)).html;
      const taken = theApi({ '/api/objections': json(201, filed) }).api;
      const receipt = (await postForm(prefix[locale] + about, filled, taken)).html;
      for (const html of [form, refused, receipt]) expect(await htmlFaults(html)).toEqual([]);
    }
  });
});

describe('what is sent', () => {
  it('is the record of the address, the words and the key of the form; a contact by what it is', async () => {
    for (const [typed, contact] of [
      ['', undefined],
      ['139 1234 5678', { kind: 'sms', address: '139 1234 5678' }],
      ['a@example.test', { kind: 'mail', address: 'a@example.test' }],
    ] as const) {
      const { api, asked } = theApi({ '/api/objections': json(201, filed) });
      await postForm(about, [...filled.slice(0, 3), ['contact', typed], ...filled.slice(4)], api);
      expect(asked).toEqual([
        {
          path: '/api/objections',
          key: 'a-key-of-the-form',
          body: {
            ...{ record: penalty.id, objector: 'PARTY', ground: 'FACTS' },
            words: '罚款金额写错了。',
            ...(contact && { contact }),
          },
        },
      ]);
    }
  });

  it('comes back with its number and a code that is shown in this answer alone', async () => {
    const { api } = theApi({ '/api/objections': json(201, filed) });
    const { html, headers } = await postForm(about, filled, api);
    expect(html).toContain(receiptCode);
    expect(html).toContain(filed.objectionId);
    expect(html).toContain('2026年12月11日');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(html.match(/(?:href|action)="[^"]*"/g)?.join(' ')).not.toContain('7K3M');
  });

  it('keeps what was typed when it is refused, and says at which field', async () => {
    const errors = [
      { field: 'objector', code: 'REQUIRED' },
      { field: 'words', code: 'TOO_LONG' },
      { field: 'contact.address', code: 'INVALID' },
    ];
    const { api } = theApi({ '/api/objections': json(422, { code: 'INVALID', errors }) });
    const { html, status } = await postForm(about, filled, api);
    expect(status).toBe(422);
    expect(html).toContain('罚款金额写错了。');
    expect(html).toContain('value="a-key-of-the-form"');
    for (const id of ['objector', 'words', 'contact']) expect(html).toContain(`href="#${id}"`);
  });

  it('keeps its key when no answer came, so that sending again objects once', async () => {
    const { html, status } = await postForm(about, filled, (path, init) =>
      init ? Promise.reject(new Error('no answer')) : theApi().api(path),
    );
    expect(status).toBe(503);
    expect(html).toContain('value="a-key-of-the-form"');
  });
});

describe('following', () => {
  const follow = async (found: object, page: string = OBJECTIONS_PATH) => {
    const { api } = theApi({ '/api/objections/track': json(200, found) });
    return (await postForm(page, [['receiptCode', receiptCode]], api)).html;
  };

  it('tells the state, the answer and what came of it, in both languages', async () => {
    const events = (
      ['file', 'acknowledge', 'forward', 'open-contact', 'uphold', 'reject'] as const
    ).map((type: ObjectionEventType) => ({
      ...{ type, at: '2026-11-20T02:00:00.000Z', department: 'HEALTH', to: 'MARKET' },
    }));
    const answer = { at: '2026-11-21T02:00:00.000Z', department: 'HEALTH', words: '金额已核实。' };
    const upheld = followed({
      ...{ status: 'upheld', events, answer: { ...answer, remedy: 'CORRECT' } },
      outcome: { by: 'CORRECTED', on: '2026-11-22' },
    });
    for (const [page, said] of [
      [OBJECTIONS_PATH, '公开的内容已于2026年11月22日更正'],
      [`/en${OBJECTIONS_PATH}`, 'It was corrected on 2026-11-22'],
    ] as const) {
      const html = await follow(upheld, page);
      expect(html).toContain(said);
      expect(html).toContain('金额已核实。');
      expect(html).not.toContain(receiptCode);
      expect(await htmlFaults(html)).toEqual([]);
    }
    const rejected = await follow(followed({ status: 'rejected', answer }));
    expect(rejected).toContain('异议不成立');
    expect(rejected).toContain('行政复议');
  });

  it('gives one answer to every code that opens nothing, and repeats none', async () => {
    const answers = await Promise.all(
      ['1234-5678-9ABC-DEFG-H', 'nothing'].map((code) =>
        postForm(OBJECTIONS_PATH, [['receiptCode', code]], theApi().api),
      ),
    );
    for (const { status, html } of answers) {
      expect(status).toBe(404);
      expect(html).toContain('没有找到这个回执码');
      expect(html).not.toContain('1234-5678');
    }
  });
});

describe('corrections and withdrawals', () => {
  it('are listed by month, each with its ground, its reason and the way to what is there now', async () => {
    const { html } = await staticPage(CORRECTIONS_PATH, 'zh');
    expect(html).toContain('2026年11月，共2条');
    expect(html).toContain('2026年10月，共1条');
    expect(html).toContain(tombstone.reason);
    expect(html).toContain('检查日期写错一天');
    expect(html).toContain(`href="${inspection.path}"`);
    for (const ending of ['.json', '.csv', '.atom'])
      expect(html).toContain(`href="${CORRECTIONS_PATH}${ending}"`);
  });

  it('explain each ground with its law, in both languages', async () => {
    for (const locale of locales) {
      const { html } = await staticPage(CORRECTIONS_PATH, locale);
      for (const ground of ['CORRECTED', 'AMENDED', 'REVOKED', 'UNLAWFUL', 'VOID', 'ERROR'])
        expect(html).toContain(`id="ground-${ground}"`);
      expect(html).toContain('《信用修复管理办法》');
    }
  });

  it('leave a tombstone that says what happened, why, and whom to ask', async () => {
    const { html } = await staticPage(tombstone.path, 'zh');
    for (const said of ['决定被撤销', tombstone.reason, '三个工作日内撤回', '区卫生健康委员会'])
      expect(html).toContain(said);
    expect(html).toContain(`href="${OBJECTIONS_PATH}?record=${tombstone.id}"`);
  });

  it('say nothing more than the ground where a period is over or credit was repaired', async () => {
    for (const ground of ['EXPIRED', 'REPAIRED'] as const) {
      const { html } = await staticPage(tombstone.path, 'zh', {
        page: 'tombstone',
        tombstone: { ...tombstone, ground, reason: '某人的理由' },
        updatedAt: tombstone.withdrawnAt,
      });
      expect(html).not.toContain('某人的理由');
      expect(html).toContain('《信用修复管理办法》');
    }
  });

  it('stand on the record that was corrected, newest first', async () => {
    const corrections = [
      { on: '2026-11-22', reason: '金额更正' },
      { on: '2026-11-25', reason: '依据更正' },
    ];
    for (const record of [
      { ...penalty, corrections },
      { ...inspection, corrections },
    ]) {
      const site = { page: 'record', record, updatedAt: penalty.publishedAt } as const;
      const { html } = await staticPage(record.path, 'zh', site);
      expect(html).toContain('这一页的内容更正过');
      expect(html.indexOf('依据更正')).toBeLessThan(html.indexOf('金额更正'));
    }
  });
});
