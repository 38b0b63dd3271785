/** POST /api/desk/penalties/{penaltyId}/commands: every act on a penalty, from the notice to the end of its file. */
import { dateInShanghai } from '../../shared/time.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { PenaltyPath } from '../../shared/api/calls.ts';
import { publicBy } from '../../shared/penalties/announcing.ts';
import { decide, PenaltyCommand, type PenaltyRefusal } from '../../shared/penalties/lifecycle.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { channelWrites, publicationWrite } from '../aws/outbox-store.ts';
import { loadPenalty, numberWrites, penaltyWrites } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';
import { penaltyForDesk } from '../../shared/penalties/views.ts';

export async function decidePenalty(
  { path, body, officer, now }: Request<PenaltyCommand, PenaltyPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await loadPenalty(tables, path.penaltyId);
  if (found?.penalty.department !== officer.department)
    return err({ status: 404, code: 'NOT_FOUND' });
  const decision = decide(found.penalty, body, officer, now);
  if (!decision.ok) return err(refusalOf(decision.error));
  const { penalty, event } = decision.value;
  const { penaltyId, version, correlationId } = penalty;
  const number = numberIn(body);
  const numbered = number === undefined ? [] : await numberWrites(tables, penalty, number);
  if (!numbered) return err({ status: 409, code: 'NUMBER_TAKEN' });
  const dueOn = publicBy(body, dateInShanghai(now));
  const occasion = { at: now, correlationId };
  const announced = dueOn
    ? [
        publicationWrite(`PENALTY#${penaltyId}`, version, occasion, dueOn),
        ...channelWrites(penalty, occasion),
      ]
    : [];
  return ok({
    correlationId,
    answer: penaltyForDesk(penalty, now),
    writes: [...penaltyWrites(penalty, event), ...numbered, ...announced],
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/penalties/{penaltyId}/commands',
    path: PenaltyPath,
    body: PenaltyCommand,
    staff: officerOf,
  },
  decidePenalty,
  () => ({ tables: new DynamoTables() }),
);

/** The number that the act gives to the decision, if it gives one. */
const numberIn = (command: PenaltyCommand): string | undefined =>
  command.type === 'decide' || command.type === 'correct' ? command.decisionNumber : undefined;

const refusalOf = (refusal: PenaltyRefusal): Refusal => ({
  status: refusal.code === 'ROLE_MISSING' ? 403 : 409,
  ...refusal,
});
