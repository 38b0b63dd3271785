/** Lambdas of `functions/channels/`: credit platforms. */
import { get, idempotency, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const channels: readonly RoomLambda[] = [
  {
    name: 'deliver-to-channel',
    trigger: { queue: 'channels' },
    tables: {
      supervision: [
        { actions: ['GetItem'], leadingKeys: ['PENALTY#*'] },
        { actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'], leadingKeys: ['CHANNEL#*'] },
      ],
      vault: { actions: ['Query'], leadingKeys: ['WEBHOOK#CHANNEL.*'] },
      relay: { actions: ['GetItem', 'UpdateItem', 'DeleteItem'], leadingKeys: ['OUT#*'] },
    },
    timeoutSeconds: 30, // the other side has ten
  },
  {
    name: 'read-channel',
    trigger: { routes: [get('/api/desk/channels/{channel}')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['GetItem'], leadingKeys: ['CHANNEL#*'] },
        { actions: ['Query'], leadingKeys: ['CHANNEL#CITY_CREDIT'] },
        { indexes: ['byDepartmentState'], leadingKeys: ['CHANNEL#*'] },
      ],
    },
    settings: staff,
  },
  {
    name: 'configure-channel',
    trigger: { routes: [post('/api/desk/channels/{channel}')], auth: 'staff' },
    tables: {
      supervision: { actions: ['GetItem', 'PutItem'], leadingKeys: ['CHANNEL#*'] },
      vault: { actions: ['PutItem', 'UpdateItem'], leadingKeys: ['WEBHOOK#CHANNEL.*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER', 'SITE_ORIGIN'],
  },
  {
    name: 'close-channel-file',
    trigger: { routes: [post('/api/desk/channels/{channel}/files')], auth: 'staff' },
    tables: {
      supervision: { actions: ['Query', 'PutItem'], leadingKeys: ['CHANNEL#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'read-channel-file',
    trigger: { routes: [get('/api/desk/channels/{channel}/files/{number}')], auth: 'staff' },
    tables: { supervision: { actions: ['GetItem', 'Query'], leadingKeys: ['CHANNEL#*'] } },
    settings: staff,
  },
  {
    name: 'acknowledge-delivery',
    trigger: { routes: [post('/api/desk/channels/{channel}/acknowledgements')], auth: 'staff' },
    tables: {
      supervision: { actions: ['GetItem', 'Query', 'PutItem'], leadingKeys: ['CHANNEL#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'resend-to-channel',
    trigger: { routes: [post('/api/desk/channels/{channel}/resends')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['GetItem'], leadingKeys: ['PENALTY#*', 'CHANNEL#*'] },
        { actions: ['PutItem'], leadingKeys: ['CHANNEL#*'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'repair-credit',
    trigger: { routes: [post('/api/desk/channels/{channel}/repairs')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['GetItem'], leadingKeys: ['DECISION#*', 'CHANNEL#CITY_CREDIT'] },
        { actions: ['Query'], leadingKeys: ['CHANNEL#CITY_CREDIT', 'PENALTY#*'] },
        { actions: ['PutItem'], leadingKeys: ['PENALTY#*', 'CHANNEL#CITY_CREDIT*'] },
        { actions: ['DeleteItem'], leadingKeys: ['CHANNEL#CITY_CREDIT'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
];
