/** Lambdas of `functions/coordination/`: what supervisors and coordinators see. */
import { get, idempotency, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const coordination: readonly RoomLambda[] = [
  {
    name: 'read-load',
    trigger: { routes: [get('/api/desk/load')], auth: 'staff' },
    tables: { worklists: { indexes: ['byDue'] } },
    settings: staff,
  },
  {
    name: 'acknowledge-notice',
    trigger: { routes: [post('/api/desk/cases/{caseNumber}/acknowledgements')], auth: 'staff' },
    tables: {
      worklists: { actions: ['GetItem', 'PutItem', 'DeleteItem'], leadingKeys: ['DEPT#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
];
