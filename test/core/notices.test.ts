/** What a citizen is told beyond the page of his case: never more than that there is news. */
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { caseEventTypes } from '../../shared/complaints/case-file.ts';
import { isToldToCitizen } from '../../shared/complaints/telling.ts';
import { newsKindOf } from '../../shared/notices/news.ts';
import { Contact, noticeText } from '../../shared/notices/notice.ts';

it('is news only of what the page of the case tells', () => {
  const news = caseEventTypes.filter((type) => newsKindOf({ type }));
  expect(news.length).toBeGreaterThan(0);
  expect(news.filter((type) => !isToldToCitizen(type))).toEqual([]);
});

it('calls nothing news that the citizen did himself', () => {
  const own = ['filed', 'repeated', 'citizenWrote', 'withdrawn', 'rated', 'reminded'] as const;
  expect(own.filter((type) => newsKindOf({ type }))).toEqual([]);
});

it('says the same to everybody, in both languages, with the way to the page', () => {
  expect(noticeText('https://site.test')).toBe(
    '您的投诉举报有新进展，请凭回执码查询。/ There is news of your report. Look with your receipt code. https://site.test/track',
  );
});

it.each([
  ['sms', '139 1234-5678', '13912345678'],
  ['sms', '+86 139 1234 5678', '13912345678'],
  ['mail', ' nurse@example.test ', 'nurse@example.test'],
])('takes a contact by %s as people write it: %s', (kind, typed, kept) => {
  expect(v.parse(Contact, { kind, address: typed })).toEqual({ kind, address: kept });
});

it.each([
  ['sms', '02368901234'],
  ['sms', '1391234567'],
  ['mail', 'nurse'],
  ['letter', '示例路1号'],
])('refuses what leads nowhere by %s: %s', (kind, address) => {
  expect(v.safeParse(Contact, { kind, address }).success).toBe(false);
});
