/** Lambdas of `functions/imports/`: bringing files of other systems in. */
import { get, idempotency, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const imports: readonly RoomLambda[] = [
  {
    name: 'start-import',
    trigger: { routes: [post('/api/desk/imports')], auth: 'staff' },
    tables: {
      supervision: { actions: ['PutItem'], leadingKeys: ['IMPORT#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'stage-rows',
    trigger: { routes: [post('/api/desk/imports/{importId}/rows')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], leadingKeys: ['IMPORT#*'] },
        { actions: ['GetItem'], leadingKeys: ['DECISION#*', 'CHECK#*', 'INST#*'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
    timeoutSeconds: 20,
  },
  {
    name: 'read-import',
    trigger: { routes: [get('/api/desk/imports/{importId}/report')], auth: 'staff' },
    tables: { supervision: { actions: ['GetItem', 'Query'], leadingKeys: ['IMPORT#*'] } },
    settings: staff,
  },
  {
    name: 'list-imports',
    trigger: { routes: [get('/api/desk/imports')], auth: 'staff' },
    tables: { supervision: { indexes: ['byDepartmentState'] } },
    settings: staff,
  },
  {
    name: 'act-on-import',
    trigger: { routes: [post('/api/desk/imports/{importId}/commands')], auth: 'staff' },
    tables: {
      supervision: { actions: ['GetItem', 'PutItem'], leadingKeys: ['IMPORT#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'apply-import',
    trigger: { queue: 'imports' },
    tables: {
      supervision: [
        { actions: ['GetItem', 'Query', 'PutItem'], leadingKeys: ['IMPORT#*'] },
        { actions: ['GetItem'], leadingKeys: ['PENALTY#*', 'INST#*'] },
        { actions: ['Query'], leadingKeys: ['INSPECTION#*'] },
        {
          actions: ['PutItem'],
          leadingKeys: [
            ...['PENALTY#*', 'INSPECTION#*', 'INST#*', 'REGISTER'],
            ...['DECISION#*', 'CHECK#*'],
          ],
        },
      ],
      relay: { actions: ['PutItem', 'UpdateItem', 'DeleteItem'], leadingKeys: ['OUT#*'] },
    },
    timeoutSeconds: 60, // a hundred rows, each a transaction
  },
];
