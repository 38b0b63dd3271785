/** What a first visit may weigh, gzipped, on the slow telephone that the pages are made for. */
import { describe, expect, it } from 'vitest';
import { respond } from '../../web/build/renderer.js';
import { DESK_PATH, locales, localPath } from '../../shared/disclosure/pages.ts';
import { summaryOf, type RecordSummary } from '../../shared/disclosure/record.ts';
import { weightOf, type Weight } from '../support/page-weight.ts';
import { json, ORIGIN, penalty, renderedPage, sitePages, staticPage, type Api } from './site.ts';

const KB = 1_000;

const register: Weight = { script: 0, style: 8 * KB, whole: 40 * KB, requests: 4 };
const search: Weight = { script: 8 * KB, style: 8 * KB, whole: 45 * KB, requests: 4 };
const report: Weight = { script: 45 * KB, style: 8 * KB, whole: 70 * KB, requests: 8 };
const deskShell: Weight = { script: 90 * KB, style: 15 * KB, whole: 200 * KB, requests: 80 };
const deskCase: Weight = { ...deskShell, script: 120 * KB };

const fifty: readonly RecordSummary[] = Array.from({ length: 50 }, (_, index) => {
  const id = `budget${String(index).padStart(4, '0')}`;
  return { ...summaryOf(penalty), id, path: `/records/${id}` };
});
const found: Api = () => Promise.resolve(json(200, { records: fifty }));

function expectWithin(html: string, most: Weight): void {
  const weight = weightOf(html);
  for (const part of ['script', 'style', 'whole', 'requests'] as const)
    expect(weight[part], part).toBeLessThanOrEqual(most[part]);
}

describe.each(locales)('in %s', (locale) => {
  it.each(Object.keys(sitePages))('reading %s takes no script and little else', async (path) => {
    expectWithin((await staticPage(path, locale)).html, register);
  });

  it('searching takes little', async () => {
    const { html } = await renderedPage(localPath('/search?q=x', locale), found);
    expectWithin(html, search);
  });

  it.each(['/report', '/track'])('%s fits an old telephone', async (path) => {
    expectWithin((await renderedPage(localPath(path, locale), found)).html, report);
  });

  it.each([
    { path: DESK_PATH, most: deskShell },
    { path: `${DESK_PATH}/cases/500104-20261121-7K3M9X`, most: deskCase },
  ])('$path starts an officer’s day quickly', async ({ path, most }) => {
    const signIn = { issuer: `${ORIGIN}/oidc`, clientId: 'desk' };
    const request = new Request(ORIGIN + localPath(path, locale));
    const html = await (await respond(request, { api: found, signIn })).text();
    expectWithin(html, most);
  });
});
