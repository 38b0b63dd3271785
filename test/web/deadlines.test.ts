/** How a deadline is explained: in short to the citizen, at length to officers. */
import { describe, expect, it } from 'vitest';
import {
  extendClock,
  pauseClock,
  resumeClock,
  startClock,
  startHours,
  type Clock,
} from '../../shared/clocks/clocks.ts';
import { explainDeadline, type Explanation } from '../../shared/clocks/explanation.ts';
import {
  CR_DECIDE,
  CR_SEND,
  MI_VERIFY,
  MK_ACCEPT,
  MK_MEDIATE,
  MK_VERIFY,
  XF_DONE,
} from '../../shared/clocks/rules.ts';
import type { Result } from '../../shared/result.ts';
import { json, postForm } from './site.ts';

/** By a name that only the running test follows: the desk's compiled messages have no types outside the window. */
const wordsOfDesk: string = '#lib/desk/case/deadline-words.ts';
const { deadlineSentences } = (await import(wordsOfDesk)) as {
  deadlineSentences: (
    explained: Explanation,
    nameOf: (subject: string) => string,
  ) => readonly string[];
};

const approval = { on: '2026-03-05', by: 'subject-7', reason: '需要向外地函询' };
const extended = valueOf(extendClock(startClock(MK_VERIFY, '2026-02-10'), approval));
const standing = valueOf(
  pauseClock(startClock(MK_MEDIATE, '2026-04-20'), 'APPRAISAL', '2026-05-11'),
);
const resumed = valueOf(resumeClock(standing, '2026-05-21'));

describe('the citizen', () => {
  it.each<[string, Clock, readonly string[]]>([
    [
      'reads which days did not count and which did',
      startClock(MK_ACCEPT, '2026-09-28'),
      [
        '从2026年9月28日收到起算，当天不计',
        '其间的周末（1天）不算。2026年10月1日至2026年10月7日放假，不算。2026年10月10日调休上班，要算。',
      ],
    ],
    [
      'reads that the end moved off a day off, and from what the time runs',
      startClock(MK_MEDIATE, '2026-04-20'),
      ['从2026年4月20日受理起算', '最后一天2026年6月19日是休息日，顺延到2026年6月22日。'],
    ],
    [
      'reads that it was extended, and neither by whom nor why',
      extended,
      ['2026年3月5日经批准延长，从2026年3月9日延到2026年3月30日。'],
    ],
    ['reads that it stands still', standing, ['暂停计时', '2026年5月11日起在做鉴定']],
    ['reads how long it stood still', resumed, ['2026年5月11日至2026年5月20日在做鉴定']],
  ])('%s', async (_, clock, texts) => {
    const html = await tracked(clock);
    for (const text of texts) expect(html).toContain(text);
    for (const secret of [approval.by, approval.reason]) expect(html).not.toContain(secret);
  });

  it('is told nothing more where there is nothing out of the ordinary', async () => {
    const deadline = await tracked(startClock(XF_DONE, '2026-03-10'));
    expect(deadline).not.toContain('这个日期是怎么来的');
  });
});

describe('an officer', () => {
  it.each<[string, Clock, string]>([
    [
      'which notice names the holidays',
      startClock(MK_ACCEPT, '2026-09-28'),
      '2026年10月1日至2026年10月7日放假，不计入（国务院办公厅关于2026年部分节假日安排的通知（2025-11-04））。',
    ],
    [
      'who extended it and why',
      extended,
      '2026年3月5日经示例局长批准延长，由2026年3月9日延至2026年3月30日。理由：需要向外地函询',
    ],
    ['how long it stood still', resumed, '2026年5月11日至2026年5月20日鉴定，共10天，不计入。'],
    ['that it stands still', standing, '2026年5月11日起鉴定，暂停计时；恢复后期限顺延。'],
    [
      'hours from minute to minute',
      startHours(CR_SEND, '2026-09-24T01:30:00.000Z'),
      '2026-09-24 09:30起算，24小时，到2026-09-25 09:30为止，节假日不除外。',
    ],
    [
      'the stricter day',
      startClock(CR_DECIDE, '2026-09-24'),
      '规定没有写明末日遇休息日是否顺延，请从严在2026年9月27日前办完。',
    ],
    [
      'that a year is not announced',
      startClock(MK_VERIFY, '2026-12-20'),
      '2027年放假安排还没有公布，日期暂定。',
    ],
    [
      'that a length was not checked',
      startClock(MI_VERIFY, '2026-11-20'),
      '期限天数尚未核对原文，请以现行规定为准。',
    ],
  ])('reads %s', (_, clock, sentence) => {
    const explained = explainDeadline(clock);
    expect(explained && deadlineSentences(explained, () => '示例局长')).toContain(sentence);
  });
});

/** The part of the tracking page that shows this clock. */
async function tracked({ extensions, ...clock }: Clock): Promise<string> {
  const item = {
    ...{ itemNumber: 1, track: 'C', categories: ['PRICE'], lead: 'MARKET', cooperating: [] },
    ...{ status: 'accepted', heldBy: 'MARKET' },
    clocks: [
      {
        ...clock,
        ...(extensions && { extensions: extensions.map(({ on, from, to }) => ({ on, from, to })) }),
      },
    ],
  };
  const found = {
    ...{ caseNumber: '500104-20261121-7KQ2MX', filedAt: '2026-11-21T16:01:00.000Z' },
    ...{ items: [item], timeline: [], messages: [] },
  };
  const { html } = await postForm('/track', [['receiptCode', '7K3M-9XQ2-ABCD-EFGH-J']], () =>
    Promise.resolve(json(200, found)),
  );
  const [, shown = ''] = html.split('class="deadline');
  return shown;
}

function valueOf(result: Result<Clock, unknown>): Clock {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
