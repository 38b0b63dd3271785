/** Lambdas of `functions/penalties/`: the life of a penalty. */
import { get, idempotency, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const penalties: readonly RoomLambda[] = [
  {
    name: 'list-penalties',
    trigger: { routes: [get('/api/desk/penalties')], auth: 'staff' },
    tables: { supervision: { indexes: ['byDepartmentState'] } },
    settings: staff,
  },
  {
    name: 'propose-penalty',
    trigger: { routes: [post('/api/desk/penalties')], auth: 'staff' },
    tables: {
      supervision: { actions: ['PutItem'] },
      relay: idempotency,
      cases: { actions: ['Query'] },
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'decide-penalty',
    trigger: { routes: [post('/api/desk/penalties/{penaltyId}/commands')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['Query'], leadingKeys: ['PENALTY#*'] },
        { actions: ['GetItem'], leadingKeys: ['DECISION#*'] },
        { actions: ['PutItem'], leadingKeys: ['PENALTY#*', 'DECISION#*'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'read-penalty',
    trigger: { routes: [get('/api/desk/penalties/{penaltyId}')], auth: 'staff' },
    tables: { supervision: { actions: ['Query'] }, disclosures: { actions: ['GetItem'] } },
    settings: staff,
  },
  {
    name: 'read-archive',
    trigger: { routes: [get('/api/desk/penalties/{penaltyId}/archive')], auth: 'staff' },
    tables: { supervision: { actions: ['Query'] } },
    settings: staff,
  },
];
