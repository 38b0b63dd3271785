/** An officer at the desk in a real browser: signs in through the issuer's own page. */
import type { Page } from 'playwright-core';
import type { DemoCredentials } from '../../cdk/local/identity/credentials.ts';

/** Who sits before each page now. */
const signedIn = new WeakMap<Page, string>();

export interface Post {
  readonly department: string;
  /** The roles of the officer, no more and no fewer. */
  readonly roles: readonly string[];
}

/** Makes this officer the one who sits here; signs him in at the first page that needs it. */
export async function signIn(
  page: Page,
  { officers }: DemoCredentials,
  { department, roles }: Post,
  desk = '/desk',
): Promise<void> {
  const officer = officers.find(
    (candidate) =>
      candidate.department === department &&
      candidate.roles.length === roles.length &&
      roles.every((role) => candidate.roles.includes(role)),
  );
  if (!officer) throw new Error(`the demo has no ${roles.join(', ')} of ${department}`);
  if (signedIn.get(page) === officer.username) return;
  await page.goto('/api/departments');
  await page.evaluate('sessionStorage.clear()');
  await page.context().clearCookies({ name: /^_/ });
  await page.goto(desk);
  await page.locator('#username').fill(officer.username);
  await page.locator('#password').fill(officer.password);
  await page.locator('#password').press('Enter');
  await page.waitForURL(`**${desk}`);
  signedIn.set(page, officer.username);
}
