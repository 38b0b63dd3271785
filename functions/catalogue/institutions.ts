/** Lambdas of `functions/institutions/`: the register of institutions. */
import { get, staff } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const institutions: readonly RoomLambda[] = [
  {
    name: 'suggest-institutions',
    trigger: { routes: [get('/api/desk/institutions')], auth: 'staff' },
    tables: { supervision: { actions: ['Query'], leadingKeys: ['REGISTER'] } },
    settings: staff,
  },
];
