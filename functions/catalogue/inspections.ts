/** Lambdas of `functions/inspections/`: inspections. */
import { get, idempotency, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const inspections: readonly RoomLambda[] = [
  {
    name: 'list-inspections',
    trigger: { routes: [get('/api/desk/inspections')], auth: 'staff' },
    tables: { supervision: { indexes: ['byDepartmentState'] } },
    settings: staff,
  },
  {
    name: 'record-inspection',
    trigger: { routes: [post('/api/desk/inspections')], auth: 'staff' },
    tables: { supervision: { actions: ['GetItem', 'PutItem'] }, relay: idempotency },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'read-inspection',
    trigger: { routes: [get('/api/desk/inspections/{inspectionId}')], auth: 'staff' },
    tables: {
      supervision: { actions: ['Query'], leadingKeys: ['INSPECTION#*'] },
      disclosures: { actions: ['GetItem'], leadingKeys: ['RECORD#*'] },
    },
    settings: staff,
  },
  {
    name: 'act-on-inspection',
    trigger: { routes: [post('/api/desk/inspections/{inspectionId}/commands')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['Query'], leadingKeys: ['INSPECTION#*'] },
        { actions: ['PutItem'], leadingKeys: ['INSPECTION#*', 'INST#*'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
];
