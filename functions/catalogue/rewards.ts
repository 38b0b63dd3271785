/** Lambdas of `functions/rewards/`: rewards of reporters. */
import { get, idempotency, post, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const rewards: readonly RoomLambda[] = [
  {
    name: 'claim-reward',
    trigger: { routes: [post('/api/track/rewards')], auth: 'public' },
    tables: {
      cases: { actions: ['Query'] },
      vault: [
        { actions: ['GetItem'], leadingKeys: ['RECEIPT#*', 'REWARD#*'] },
        { actions: ['Query'], leadingKeys: ['REWARD#CASE#*'] },
        { actions: ['PutItem'], leadingKeys: ['REWARD#*'] },
      ],
      relay: idempotency,
    },
    settings: ['PEPPER'],
  },
  {
    name: 'follow-reward',
    trigger: { routes: [post('/api/track/rewards/status')], auth: 'public' },
    tables: {
      cases: { actions: ['Query'] },
      vault: [
        { actions: ['GetItem'], leadingKeys: ['RECEIPT#*', 'REWARD#*'] },
        { actions: ['Query', 'PutItem'], leadingKeys: ['REWARD#CASE#*'] },
      ],
    },
    settings: ['PEPPER'],
  },
  {
    name: 'list-rewards',
    trigger: { routes: [get('/api/desk/rewards')], auth: 'staff' },
    tables: { vault: { actions: ['Query'], leadingKeys: ['REWARD#LIST#*'] } },
    settings: staff,
  },
  {
    name: 'read-reward',
    trigger: { routes: [get('/api/desk/rewards/{claimNumber}')], auth: 'staff' },
    tables: { vault: { actions: ['Query'], leadingKeys: ['REWARD#CLAIM#*'] } },
    settings: staff,
  },
  {
    name: 'act-on-reward',
    trigger: { routes: [post('/api/desk/rewards/{claimNumber}/commands')], auth: 'staff' },
    tables: {
      vault: [
        { actions: ['Query'], leadingKeys: ['REWARD#CLAIM#*'] },
        { actions: ['GetItem'], leadingKeys: ['REWARD#CASE#*'] },
        { actions: ['PutItem'], leadingKeys: ['REWARD#*'] },
        { actions: ['DeleteItem'], leadingKeys: ['REWARD#LIST#*', 'REWARD#DUE'] },
      ],
      supervision: { actions: ['GetItem'], leadingKeys: ['PENALTY#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
];
