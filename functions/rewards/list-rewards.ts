/** GET /api/desk/rewards: the claims that lie with the caller's department, or wait for the finance bureau. */
import { RewardsQuery } from '../../shared/rewards/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { mayOpenRegister } from '../../shared/rewards/register.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import { http, type Request } from '../aws/http.ts';
import { isPlace, rewardsPage } from '../aws/reward-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function listRewards(
  { query, officer }: Request<undefined, undefined, RewardsQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!mayOpenRegister(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'officer' });
  const { state, limit, cursor } = query;
  const after = cursor && decodeCursor(cursor);
  if (after !== undefined && !isPlace(after))
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const page = await rewardsPage(tables, officer.department, state, limit, after);
  return ok({
    answer: { rewards: page.found, ...(page.next && { cursor: encodeCursor(page.next) }) },
  });
}

export const handler = http(
  { call: 'GET /api/desk/rewards', query: RewardsQuery, staff: officerOf },
  listRewards,
  () => ({ tables: new DynamoTables() }),
);
