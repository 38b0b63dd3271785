/** POST /api/desk/channels/CITY_CREDIT/repairs: the city's platform has repaired the party's credit, and the penalty leaves the public. */
import type { Refusal } from '../../shared/api/problem.ts';
import { mayExchange, RepairNotice, RepairPath } from '../../shared/channels/calls.ts';
import { publicBy } from '../../shared/penalties/announcing.ts';
import { decide } from '../../shared/penalties/lifecycle.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { penaltyOfDecision } from '../aws/channel-store.ts';
import { http, type Request } from '../aws/http.ts';
import { channelWrites, publicationWrite } from '../aws/outbox-store.ts';
import { officerOf } from '../aws/staff.ts';
import { loadPenalty, penaltyWrites } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

/** The platform's client acts as the publisher would: who repairs credit is the platform (信用修复管理办法, 发改委令36号). */
const AS_PUBLISHER = ['publisher'];

export async function repairCredit(
  { path: { channel }, body, officer, now }: Request<RepairNotice, RepairPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!mayExchange(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  const { decisionNumber, authority, on, reference } = body;
  const penaltyId = await penaltyOfDecision(tables, channel, decisionNumber, authority);
  const found = penaltyId && (await loadPenalty(tables, penaltyId));
  if (!found) return err({ status: 404, code: 'NOT_FOUND' });
  const { repair } = found.penalty;
  if (repair?.reference === reference)
    return ok({ answer: { decisionNumber, on: repair.on, reference } });
  const command = { type: 'repair', on, reference } as const;
  const by = { subject: officer.subject, roles: AS_PUBLISHER };
  const decision = decide(found.penalty, command, by, now);
  if (!decision.ok) return err({ status: 409, ...decision.error });
  const { penalty, event } = decision.value;
  const occasion = { at: now, correlationId: penalty.correlationId };
  const dueOn = publicBy(command, dateInShanghai(now)) ?? dateInShanghai(now);
  return ok({
    correlationId: penalty.correlationId,
    answer: { decisionNumber, on, reference },
    writes: [
      ...penaltyWrites(penalty, event),
      publicationWrite(`PENALTY#${penalty.penaltyId}`, penalty.version, occasion, dueOn),
      ...channelWrites(penalty, occasion),
    ],
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/channels/{channel}/repairs',
    path: RepairPath,
    body: RepairNotice,
    staff: officerOf,
  },
  repairCredit,
  () => ({ tables: new DynamoTables() }),
);
