/** Lambdas of `functions/disclosure/`: what becomes public, stays public and ceases to be. */
import { get } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const disclosure: readonly RoomLambda[] = [
  {
    name: 'publish-record',
    trigger: { queue: 'disclosure' },
    tables: {
      supervision: { actions: ['Query'] },
      disclosures: {
        actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
        indexes: ['byMonth'],
      },
      relay: { actions: ['UpdateItem', 'DeleteItem'] },
    },
    sends: ['disclosure', 'invalidations'], // a refresh that goes in steps asks for its next one
    site: ['GetObject', 'PutObject', 'DeleteObject', 'ListBucket'],
    settings: ['SITE_ORIGIN', 'RELEASE'],
    carries: 'web/build/client',
    defers: true,
    timeoutSeconds: 120, // the search index of a large register is built anew in one go
    memoryMegabytes: 1792,
  },
  {
    name: 'forget-pages',
    trigger: { queue: 'invalidations' },
    invalidates: true,
    timeoutSeconds: 30, // the client waits and asks again where CloudFront has too much to do
  },
  {
    name: 'stop-publication',
    trigger: { everyMinutes: 60 },
    tables: {
      disclosures: { indexes: ['expiring'] },
      supervision: { actions: ['GetItem', 'Query', 'DeleteItem'], leadingKeys: ['CHANNEL#*'] },
      relay: { actions: ['PutItem'], leadingKeys: ['OUT#*'] },
    },
    timeoutSeconds: 60,
  },
  {
    name: 'list-institutions',
    trigger: { routes: [get('/api/institutions')], auth: 'public' },
    tables: { disclosures: { actions: ['Query'], leadingKeys: ['INSTITUTIONS'] } },
    defers: true,
  },
  {
    name: 'list-disclosures',
    trigger: { routes: [get('/api/disclosures')], auth: 'public' },
    tables: {
      disclosures: { actions: ['Query'], indexes: ['byMonth', 'byInstitution'] },
    },
  },
  {
    name: 'read-disclosure',
    trigger: { routes: [get('/api/disclosures/{id}')], auth: 'public' },
    tables: { disclosures: { actions: ['GetItem'] } },
  },
  ...(
    [
      ['search-records', '/api/search'],
      ['export-search', '/api/search.csv'],
      ['feed-search', '/api/search.atom'],
    ] as const
  ).map(([name, path]): RoomLambda => ({
    name,
    trigger: { routes: [get(path)], auth: 'public' },
    site: ['GetObject', 'ListBucket'],
    ...(name === 'search-records' ? {} : { settings: ['SITE_ORIGIN'], timeoutSeconds: 25 }),
  })),
];
