/** GET /api/desk/penalties/{penaltyId}: a penalty of the caller's department, what was done to it and the steps before it. */
import type { Refusal } from '../../shared/api/problem.ts';
import { PenaltyPath } from '../../shared/api/calls.ts';
import { deadlinesOf } from '../../shared/penalties/deadlines.ts';
import { accountOf } from '../../shared/penalties/payment.ts';
import { possibleActs, stepsOf } from '../../shared/penalties/steps.ts';
import { penaltyForDesk } from '../../shared/penalties/views.ts';
import { penaltyWarnings } from '../../shared/penalties/warnings.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai, type DateOnly } from '../../shared/time.ts';
import { loadDisclosed, type Disclosed } from '../aws/disclosure-store.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { loadPenalty } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function readPenalty(
  { path, officer, now }: Request<undefined, PenaltyPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await loadPenalty(tables, path.penaltyId);
  if (found?.penalty.department !== officer.department)
    return err({ status: 404, code: 'NOT_FOUND' });
  const { penalty, events } = found;
  const disclosed = penalty.decision && (await loadDisclosed(tables, penalty.recordId));
  const publishedOn = disclosed && publicationDay(disclosed);
  const today = dateInShanghai(now);
  const { path: page, ...shown } = penaltyForDesk(penalty, now);
  return ok({
    answer: {
      ...penalty,
      ...shown,
      ...(page && disclosed && { path: page }), // what was taken back before anybody could read it has no page
      events,
      steps: stepsOf(penalty, events, publishedOn, officer, now),
      acts: possibleActs(penalty, officer, now),
      deadlines: deadlinesOf(penalty, publishedOn),
      warnings: penaltyWarnings(penalty, publishedOn, today),
      ...(penalty.decision && { account: accountOf(penalty, today) }),
    },
  });
}

export const handler = http(
  { call: 'GET /api/desk/penalties/{penaltyId}', path: PenaltyPath, staff: officerOf },
  readPenalty,
  () => ({ tables: new DynamoTables() }),
);

const publicationDay = (disclosed: Disclosed): DateOnly =>
  disclosed.state === 'public' ? disclosed.record.publishedOn : disclosed.tombstone.publishedOn;
