/** Lambdas of `functions/attachments/`: files of reporters, through quarantine. */
import { get, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const attachments: readonly RoomLambda[] = [
  {
    name: 'reserve-attachment',
    trigger: { routes: [post('/api/attachments')], auth: 'public' },
    tables: { vault: { actions: ['PutItem'], leadingKeys: ['ATTACHMENT#*'] } },
    attachments: [{ actions: ['PutObject'], prefix: 'quarantine' }], // the form acts as who signs it
    settings: ['SITE_ORIGIN'],
  },
  {
    name: 'complete-attachment',
    trigger: { routes: [post('/api/attachments/{attachmentId}/completions')], auth: 'public' },
    tables: { vault: { actions: ['GetItem', 'PutItem'], leadingKeys: ['ATTACHMENT#*'] } },
    attachments: [
      { actions: ['GetObject', 'DeleteObject'], prefix: 'quarantine' },
      { actions: ['PutObject'], prefix: 'kept' },
      'ListBucket',
    ],
    defers: true,
    settings: ['SCANNER'],
    timeoutSeconds: 29,
    memoryMegabytes: 1792, // a picture unpacks to a quarter of a gigabyte, and the processor comes with the memory
  },
  {
    name: 'read-attachment',
    trigger: {
      routes: [get('/api/desk/cases/{caseNumber}/attachments/{attachmentId}')],
      auth: 'staff',
    },
    tables: { cases: { actions: ['Query'] } },
    attachments: [{ actions: ['GetObject'], prefix: 'kept' }], // the address acts as who signs it
    settings: [...staff, 'SITE_ORIGIN'],
  },
  {
    name: 'sweep-attachments',
    trigger: { everyMinutes: 360 },
    tables: { vault: { actions: ['GetItem'], leadingKeys: ['ATTACHMENT#*'] } },
    attachments: [
      { actions: ['DeleteObject'], prefix: 'quarantine' },
      { actions: ['DeleteObject'], prefix: 'kept' },
      'ListBucket',
    ],
    timeoutSeconds: 60,
  },
];
