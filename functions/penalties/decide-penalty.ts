/** POST /api/desk/penalties/{penaltyId}/commands: notice, defence, hearing, review, decision, withdrawal. */
import { deadline } from '../../shared/clocks/clocks.ts';
import { PN_WITHDRAW, PUB_PEN } from '../../shared/clocks/rules.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../../shared/time.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { PenaltyPath } from '../../shared/api/calls.ts';
import { decide, PenaltyCommand, type PenaltyRefusal } from '../../shared/penalties/lifecycle.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { publicationWrite } from '../aws/outbox-store.ts';
import { loadPenalty, penaltyWrites } from '../aws/supervision-store.ts';
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
  const dueOn = publishBy(body, now);
  const announced = dueOn
    ? [publicationWrite(`PENALTY#${penaltyId}`, version, { at: now, correlationId }, dueOn)]
    : [];
  return ok({
    correlationId,
    answer: penaltyForDesk(penalty, now),
    writes: [...penaltyWrites(penalty, event), ...announced],
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

/** The legal last day for the public to see what this command did; undefined when it is not for the public. */
function publishBy(command: PenaltyCommand, now: Instant): DateOnly | undefined {
  if (command.type === 'decide') return deadline(PUB_PEN, command.decidedOn).dueOn;
  if (command.type === 'withdraw') return deadline(PN_WITHDRAW, dateInShanghai(now)).dueOn;
  return undefined;
}

const refusalOf = (refusal: PenaltyRefusal): Refusal => ({
  status: refusal.code === 'ROLE_MISSING' ? 403 : 409,
  ...refusal,
});
