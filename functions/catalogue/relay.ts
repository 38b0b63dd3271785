/** Lambdas of `functions/relay/`: bringing every outbox row to its queue, and what officers do when one stays. */
import { get, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

/** The outbox may have a row for any of them. */
const everyQueue = [
  'referral',
  'webhook',
  'disclosure',
  'statistics',
  'notices',
  'channels',
  'imports',
] as const;

export const relay: readonly RoomLambda[] = [
  {
    name: 'dispatch-outbox',
    trigger: { stream: 'relay', insertsOf: 'OUT#' },
    tables: { relay: { actions: ['UpdateItem'] } },
    sends: everyQueue,
  },
  {
    name: 'sweep-outbox',
    trigger: { everyMinutes: 1 },
    tables: { relay: { actions: ['UpdateItem'], indexes: ['open', 'aside'] } },
    sends: everyQueue,
    timeoutSeconds: 50,
  },
  {
    name: 'note-dead-letter',
    trigger: { queue: 'dead-letters' },
    tables: { relay: { actions: ['GetItem', 'UpdateItem'] } },
  },
  {
    name: 'list-outbox',
    trigger: { routes: [get('/api/desk/relay')], auth: 'staff' },
    tables: { relay: { actions: [], indexes: ['aside'] } },
    settings: staff,
  },
  {
    name: 'redrive-outbox',
    trigger: { routes: [post('/api/desk/relay/commands')], auth: 'staff' },
    tables: { relay: { actions: ['GetItem', 'PutItem', 'UpdateItem'], indexes: ['aside'] } },
    sends: everyQueue,
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'read-operations',
    trigger: { routes: [get('/api/desk/operations')], auth: 'staff' },
    settings: staff,
    metrics: true,
  },
];
