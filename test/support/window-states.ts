/** Every kind of page of the window in every state worth looking at, and how a visitor gets there. */
import type { Page } from 'playwright-core';
import type { Furnished } from './furnished.ts';

export interface WindowState {
  readonly name: string;
  /** @param at - a path in the language of the visit */
  readonly open: (visit: Visit) => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly world: Furnished;
  /** The address of a path in the language of the visit. */
  readonly at: (path: string) => string;
}

const plain = (name: string, path: string | ((world: Furnished) => string)): WindowState => ({
  name,
  open: async ({ page, world, at }) => {
    await page.goto(at(typeof path === 'string' ? path : path(world)));
  },
});

/** Reads without an account. */
export const publicStates: readonly WindowState[] = [
  plain('home', '/'),
  plain('penalties', '/penalties'),
  plain('penalties-month', ({ penaltyMonth }) => penaltyMonth),
  plain('inspections', '/inspections'),
  plain('inspections-month', ({ inspectionMonth }) => inspectionMonth),
  plain('record-penalty', ({ penaltyRecord }) => penaltyRecord),
  plain('record-inspection', ({ inspectionRecord }) => inspectionRecord),
  plain('record-withdrawn', ({ tombstone }) => tombstone),
  plain('institution', ({ institution }) => institution),
  plain('about', '/about'),
  plain('help', '/help'),
  plain('data', '/data'),
  plain('accessibility', '/accessibility'),
  plain('site-map', '/site-map'),
  plain('display', '/display'),
  plain('missing', '/no-such-page'),
  plain('search', '/search'),
  plain('search-found', `/search?${new URLSearchParams({ q: '示例' })}`),
  plain('search-nothing', `/search?${new URLSearchParams({ q: '没有这几个字' })}`),
];
