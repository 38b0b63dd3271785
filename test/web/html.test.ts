/** The HTML of every kind of page is what the standard says, and what readers who do not see it need. */
import { describe, expect, it } from 'vitest';
import { DESK_PATH, locales, localPath, renderedPaths } from '../../shared/disclosure/pages.ts';
import { htmlFaults } from '../support/validity.ts';
import { type Api, json, nothingFound, renderedPage, sitePages, staticPage } from './site.ts';

const noRecords: Api = () => Promise.resolve(json(200, nothingFound));

describe.each(locales)('in %s', (locale) => {
  it.each(Object.keys(sitePages))('%s is valid', async (path) => {
    expect(await htmlFaults((await staticPage(path, locale)).html)).toEqual([]);
  });

  it.each(renderedPaths.filter((path) => path !== DESK_PATH))('%s is valid', async (path) => {
    const { html } = await renderedPage(localPath(path, locale), noRecords);
    expect(await htmlFaults(html)).toEqual([]);
  });
});
