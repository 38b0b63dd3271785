/** Dates and money as each language writes them. */
import type { DateOnly } from '../../../shared/time.ts';
import { FEN_PER_YUAN } from '../../../shared/money.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** For running text: `2026年11月21日`; English keeps `2026-11-21`, as tables do in both languages. */
export function dateInText(date: DateOnly): string {
  if (getLocale() === 'en') return date;
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** What stands behind a number of them. */
export const unitOfRecords = (count: number): string =>
  count === 1 ? m.unit_record() : m.unit_records();
export const unitOfInstitutions = (count: number): string =>
  count === 1 ? m.unit_institution() : m.unit_institutions();

const DAY_MS = 86_400_000;

export const daysBetween = (from: DateOnly, to: DateOnly): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** `2026-11` → `2026年11月`. */
export function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return m.month_name({ year, month: getLocale() === 'en' ? number : String(Number(number)) });
}

const amount = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });

/** `1200000` → `¥12,000.00`. */
export const money = (fen: number): string => `¥${amount.format(fen / FEN_PER_YUAN)}`;

const FEN_PER_TEN_THOUSAND = 10_000 * FEN_PER_YUAN;

/** For axes, in 万元: `1200000` → `1.2`. */
export const tenThousands = (fen: number): string => String(fen / FEN_PER_TEN_THOUSAND);

const rounded = (language: string): Intl.NumberFormat =>
  new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
const roundedBy = { zh: rounded('zh-CN'), en: rounded('en') };

/** Large sums at a glance: `¥697.5万`, `¥7M`. */
export const moneyRounded = (fen: number): string =>
  `¥${roundedBy[getLocale()].format(fen / FEN_PER_YUAN)}`;

const kilobytes = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** `12345` → `12.3 KB`. */
export const size = (bytes: number): string => `${kilobytes.format(bytes / 1_000)} KB`;
