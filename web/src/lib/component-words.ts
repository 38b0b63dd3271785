/** The few words that generic components say by themselves: kept apart from the texts of pages, so that the desk and the public pages share the components without sharing their texts. */
import { page } from '$app/state';
import type { Locale } from '../../../shared/disclosure/pages.ts';
import { localeOf } from '#lib/locale.ts';

const zh = {
  required: '（必填）',
  tryAgain: '再试一次',
  dueLeft: (days: number) => `剩${days}个工作日`,
  dueToday: '今天到期',
  dueOver: (days: number) => `逾期${days}个工作日`,
  dueProvisional: '（暂定）',
  stepOf: (current: number, total: number) => `第${current}步，共${total}步`,
  breadcrumb: '当前位置',
  pages: '翻页',
  pagesPrevious: '上一页',
  pagesNext: '下一页',
  pagesNumber: (page: number) => `第${page}页`,
  pills: '已选条件',
  pillsRemove: (text: string) => `取消条件：${text}`,
  pillsClear: '清除全部条件',
  toLarge: '长辈版',
  toStandard: '返回标准版',
  display: '显示设置',
};

const en: typeof zh = {
  required: ' (required)',
  tryAgain: 'Try again',
  dueLeft: (days) => `${days} working ${days === 1 ? 'day' : 'days'} left`,
  dueToday: 'Due today',
  dueOver: (days) => `${days} working ${days === 1 ? 'day' : 'days'} overdue`,
  dueProvisional: ' (provisional)',
  stepOf: (current, total) => `Step ${current} of ${total}`,
  breadcrumb: 'You are here',
  pages: 'Pages',
  pagesPrevious: 'Previous',
  pagesNext: 'Next',
  pagesNumber: (page) => `Page ${page}`,
  pills: 'Chosen filters',
  pillsRemove: (text) => `Remove filter: ${text}`,
  pillsClear: 'Clear all',
  toLarge: 'Large text',
  toStandard: 'Standard text',
  display: 'Display',
};

const words: Readonly<Record<Locale, typeof zh>> = { zh, en };

/** In the language of the page; to be called where a component is set up or updates. */
export const componentWords = (): typeof zh => words[localeOf(page.url.pathname)];
