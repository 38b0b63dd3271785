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

/** `2026-11` → `2026年11月`. */
export function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return m.month_name({ year, month: getLocale() === 'en' ? number : String(Number(number)) });
}

const amount = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });

/** `1200000` → `¥12,000.00`. */
export const money = (fen: number): string => `¥${amount.format(fen / FEN_PER_YUAN)}`;
