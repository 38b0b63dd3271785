/** Lambdas of `functions/objections/`: objections to public records. */
import { get, idempotency, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const objections: readonly RoomLambda[] = [
  {
    name: 'submit-objection',
    trigger: { routes: [post('/api/objections')], auth: 'public' },
    tables: {
      disclosures: { actions: ['GetItem'], leadingKeys: ['RECORD#*'] },
      supervision: { actions: ['PutItem'], leadingKeys: ['OBJECTION#*'] },
      vault: { actions: ['PutItem'], leadingKeys: ['OBJECTION-RECEIPT#*', 'OBJECTION-CONTACT#*'] },
      relay: idempotency,
    },
    settings: ['PEPPER'],
  },
  {
    name: 'track-objection',
    trigger: { routes: [post('/api/objections/track')], auth: 'public' },
    tables: {
      disclosures: { actions: ['GetItem'], leadingKeys: ['RECORD#*'] },
      supervision: { actions: ['Query'], leadingKeys: ['OBJECTION#*'] },
      vault: { actions: ['GetItem'], leadingKeys: ['OBJECTION-RECEIPT#*'] },
    },
    settings: ['PEPPER'],
  },
  {
    name: 'list-objections',
    trigger: { routes: [get('/api/desk/objections')], auth: 'staff' },
    tables: { supervision: { indexes: ['byDepartmentState'] } },
    settings: staff,
  },
  {
    name: 'read-objection',
    trigger: { routes: [get('/api/desk/objections/{objectionId}')], auth: 'staff' },
    tables: {
      disclosures: { actions: ['GetItem'], leadingKeys: ['RECORD#*'] },
      supervision: { actions: ['Query'], leadingKeys: ['OBJECTION#*'] },
    },
    settings: staff,
  },
  {
    name: 'act-on-objection',
    trigger: { routes: [post('/api/desk/objections/{objectionId}/commands')], auth: 'staff' },
    tables: {
      disclosures: { actions: ['GetItem'], leadingKeys: ['RECORD#*'] },
      supervision: { actions: ['Query', 'PutItem'], leadingKeys: ['OBJECTION#*'] },
      vault: { actions: ['GetItem'], leadingKeys: ['OBJECTION-CONTACT#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
];
