/** Lambdas of `functions/departments/`: the queues of the departments, their desks and their own systems. */
import { caseWriter, get, idempotency, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const departments: readonly RoomLambda[] = [
  {
    name: 'list-departments',
    trigger: { routes: [get('/api/departments')], auth: 'public' },
  },
  {
    name: 'deliver-referral',
    trigger: { queue: 'referral' },
    perDepartment: true,
    tables: {
      cases: { actions: ['Query'] },
      worklists: { actions: ['GetItem', 'PutItem'], leadingKeys: ['DEPT#${department}'] },
      relay: { actions: ['PutItem', 'UpdateItem', 'DeleteItem'] },
    },
    timeoutSeconds: 5, // `list-changes` holds back what a consumer this old may still be writing
  },
  {
    name: 'deliver-webhook',
    trigger: { queue: 'webhook' },
    perDepartment: true,
    tables: {
      worklists: { actions: ['GetItem'], leadingKeys: ['DEPT#${department}'] },
      vault: { actions: ['Query'], leadingKeys: ['WEBHOOK#${department}'] },
      relay: { actions: ['GetItem', 'UpdateItem', 'DeleteItem'], leadingKeys: ['OUT#*'] },
    },
    timeoutSeconds: 30, // the other side has ten, to all messages of a batch at once
  },
  {
    name: 'read-webhook',
    trigger: { routes: [get('/api/desk/webhook')], auth: 'staff' },
    tables: { worklists: { actions: ['GetItem'] } },
    settings: staff,
  },
  {
    name: 'configure-webhook',
    trigger: { routes: [post('/api/desk/webhook')], auth: 'staff' },
    tables: {
      worklists: { actions: ['GetItem', 'PutItem'] },
      vault: { actions: ['PutItem', 'UpdateItem'], leadingKeys: ['WEBHOOK#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER', 'SITE_ORIGIN'],
  },
  {
    name: 'list-changes',
    trigger: { routes: [get('/api/desk/changes')], auth: 'staff' },
    tables: { worklists: { indexes: ['byChange'] } },
    settings: staff,
  },
  {
    name: 'list-worklist',
    trigger: { routes: [get('/api/desk/worklist')], auth: 'staff' },
    tables: {
      worklists: [{ indexes: ['byDue'] }, { actions: ['Query'], leadingKeys: ['DEPT#*'] }],
    },
    settings: staff,
  },
  {
    name: 'read-officer',
    trigger: { routes: [get('/api/desk/me')], auth: 'staff' },
    settings: staff,
  },
  {
    name: 'sign-in-officer',
    trigger: { routes: [post('/api/desk/sign-ins')], auth: 'staff' },
    tables: {
      supervision: { actions: ['PutItem'], leadingKeys: ['STAFF#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'list-officers',
    trigger: { routes: [get('/api/desk/officers')], auth: 'staff' },
    tables: { supervision: { actions: ['Query'], leadingKeys: ['STAFF#*'] } },
    settings: staff,
  },
  {
    name: 'read-case',
    trigger: { routes: [get('/api/desk/cases/{caseNumber}')], auth: 'staff' },
    tables: {
      cases: { actions: ['Query'] },
      supervision: { actions: ['GetItem'], leadingKeys: ['INST#*'] },
    },
    settings: staff,
  },
  {
    name: 'act-on-referral',
    trigger: {
      routes: [post('/api/desk/cases/{caseNumber}/items/{itemNumber}/commands')],
      auth: 'staff',
    },
    tables: {
      ...caseWriter,
      supervision: { actions: ['GetItem'], leadingKeys: ['STAFF#*'] },
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'replay-case',
    trigger: { routes: [post('/api/desk/cases/{caseNumber}/replays')], auth: 'staff' },
    tables: caseWriter,
    settings: [...staff, 'PEPPER'],
  },
];
