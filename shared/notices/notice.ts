/** A notice to a citizen's phone or mailbox: it never says more than that there is news, whoever may read it over a shoulder. */
import * as v from 'valibot';

/** The whole of it, in both languages: which one the citizen reads would already say something of him. */
export const noticeWords = {
  zh: '您的投诉举报有新进展，请凭回执码查询。',
  en: 'There is news of your report. Look with your receipt code.',
} as const;

/** @param siteOrigin - under which the public sees the site */
export const noticeText = (siteOrigin: string): string =>
  `${noticeWords.zh}/ ${noticeWords.en} ${siteOrigin}/track`;

/** Spaces and hyphens, as people write numbers. */
const MobileNumber = v.pipe(
  v.string(),
  v.transform((typed) => typed.replaceAll(/[\s\-‐-―]/g, '')),
  v.regex(/^(?:\+?86)?1[3-9]\d{9}$/, 'INVALID'),
  v.transform((number) => number.slice(-11)),
);

const MailAddress = v.pipe(v.string(), v.trim(), v.maxLength(100, 'TOO_LONG'), v.email('INVALID'));

/** Where notices go. Apart from the reporter's identity: neither leads to the other. */
export const Contact = v.variant('kind', [
  v.strictObject({ kind: v.literal('sms'), address: MobileNumber }),
  v.strictObject({ kind: v.literal('mail'), address: MailAddress }),
]);
export type Contact = v.InferOutput<typeof Contact>;

/** [design] A contact is forgotten after so many days, unless it is left again. */
export const CONTACT_KEPT_DAYS = 365;

/** `NOTIFIER_URL` of a place that sends no notices. */
export const NOTICES_OFF = 'off';
