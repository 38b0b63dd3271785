/** Lambdas of `functions/statistics/`: counting cases. */
import { get, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const statistics: readonly RoomLambda[] = [
  {
    name: 'count-case',
    trigger: { queue: 'statistics' },
    tables: {
      cases: { actions: ['Query'] },
      statistics: [
        { actions: ['GetItem', 'PutItem'], leadingKeys: ['COUNTED#*'] },
        { actions: ['UpdateItem'], leadingKeys: ['MONTH#*'] },
      ],
      relay: { actions: ['UpdateItem', 'DeleteItem'], leadingKeys: ['OUT#*'] },
    },
  },
  {
    name: 'read-statistics',
    trigger: { routes: [get('/api/desk/statistics')], auth: 'staff' },
    tables: { statistics: { actions: ['Query'], leadingKeys: ['MONTH#*'] } },
    settings: staff,
  },
  {
    name: 'recount-statistics',
    trigger: { routes: [post('/api/desk/statistics/recounts')], auth: 'staff' },
    tables: {
      cases: { actions: ['Query'], indexes: ['byMonth'] },
      statistics: { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
      relay: { actions: ['GetItem'] }, // a step may be repeated, so none is remembered
    },
    settings: [...staff, 'PEPPER'],
    timeoutSeconds: 25, // a page of a hundred cases, each read whole
  },
];
