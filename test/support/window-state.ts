/** A state of a page of the window, and how a visitor gets there. */
import type { Page } from 'playwright-core';
import type { DemoCredentials } from '../../cdk/local/identity/credentials.ts';
import type { Furnished } from './furnished.ts';

export interface WindowState {
  readonly name: string;
  readonly open: (visit: Visit) => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly credentials: DemoCredentials;
  readonly world: Furnished;
  /** The address of a path in the language of the visit. */
  readonly at: (path: string) => string;
}

export const plain = (
  name: string,
  path: string | ((world: Furnished) => string),
): WindowState => ({
  name,
  open: async ({ page, world, at }) => {
    await page.goto(at(typeof path === 'string' ? path : path(world)));
  },
});
