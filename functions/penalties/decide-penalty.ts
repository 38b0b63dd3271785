/** POST /api/desk/penalties/{penaltyId}/commands: notice, defence, hearing, review, decision, withdrawal. */
import type { Refusal } from '../../shared/api/problem.ts';
import { PenaltyPath } from '../../shared/api/calls.ts';
import { decide, PenaltyCommand, type PenaltyRefusal } from '../../shared/penalties/lifecycle.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
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
  const announced = body.type === 'decide' || body.type === 'withdraw';
  return ok({
    answer: penaltyForDesk(penalty),
    writes: [
      ...penaltyWrites(penalty, event),
      ...(announced
        ? [publicationWrite(`PENALTY#${penalty.penaltyId}`, penalty.version, now)]
        : []),
    ],
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/penalties/{penaltyId}/commands',
    path: PenaltyPath,
    body: PenaltyCommand,
    staff: true,
  },
  decidePenalty,
  () => ({ tables: new DynamoTables() }),
);

const refusalOf = (refusal: PenaltyRefusal): Refusal => ({
  status: refusal.code === 'ROLE_MISSING' ? 403 : 409,
  ...refusal,
});
