/** POST /api/desk/channels/CITY_CREDIT/repairs: the city's platform has repaired the party's credit, and the penalty leaves the public. */
import type { Refusal } from '../../shared/api/problem.ts';
import {
  isPlatform,
  mayExchange,
  maySettle,
  RepairNotice,
  RepairPath,
} from '../../shared/channels/calls.ts';
import { holdsOnAnyDay, type RepairAnswer } from '../../shared/channels/repairs.ts';
import { publicBy } from '../../shared/penalties/announcing.ts';
import { decide } from '../../shared/penalties/lifecycle.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { penaltyOfDecision } from '../aws/channel-store.ts';
import { http, type Request } from '../aws/http.ts';
import { channelWrites, publicationWrite } from '../aws/outbox-store.ts';
import { officerOf } from '../aws/staff.ts';
import { loadPenalty, penaltyWrites } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import {
  closedRepairWrites,
  loadUnknownRepair,
  repairKnownWrite,
  unknownRepairWrite,
} from '../aws/unknown-repair-store.ts';
import type { Outcome, Tables } from '../ports.ts';

type Asked = Request<RepairNotice, RepairPath, undefined>;
type Answered = Result<Outcome<RepairAnswer>, Refusal>;

/** Who tells it acts as the publisher would. */
const AS_PUBLISHER = ['publisher'];

export async function repairCredit(
  asked: Asked,
  { tables }: { readonly tables: Tables },
): Promise<Answered> {
  const { path, body, officer } = asked;
  if (!mayExchange(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  if (body.closing !== undefined) return close(asked, body.closing, tables);
  const { decisionNumber, authority } = body;
  const penaltyId = await penaltyOfDecision(tables, path.channel, decisionNumber, authority);
  const found = penaltyId && (await loadPenalty(tables, penaltyId));
  return found ? repair(asked, found.penalty, tables) : keep(asked, tables);
}

async function repair(
  { path: { channel }, body, officer, now }: Asked,
  before: Penalty,
  tables: Tables,
): Promise<Answered> {
  const { decisionNumber, on, reference } = body;
  const listed = await loadUnknownRepair(tables, channel, body);
  const known = listed ? [repairKnownWrite(channel, listed)] : [];
  if (before.repair?.reference === reference)
    return ok({
      answer: { outcome: 'REPAIRED', decisionNumber, on: before.repair.on, reference },
      writes: known,
    });
  const command = { type: 'repair', on, reference } as const;
  const teller = {
    ...{ subject: officer.subject, roles: AS_PUBLISHER },
    isPlatform: holdsOnAnyDay(officer, listed),
  };
  const decision = decide(before, command, teller, now);
  if (!decision.ok) return err({ status: 409, ...decision.error });
  const { penalty, event } = decision.value;
  const occasion = { at: now, correlationId: penalty.correlationId };
  const dueOn = publicBy(command, dateInShanghai(now)) ?? dateInShanghai(now);
  return ok({
    correlationId: penalty.correlationId,
    answer: { outcome: 'REPAIRED', decisionNumber, on, reference },
    writes: [
      ...penaltyWrites(penalty, event),
      publicationWrite(`PENALTY#${penalty.penaltyId}`, penalty.version, occasion, dueOn),
      ...channelWrites(penalty, occasion),
      ...known,
    ],
  });
}

/** The number may be mistyped there or the decision not be entered here yet: a person finds out. Twice it is listed once. */
async function keep(
  { path: { channel }, body, officer, now }: Asked,
  tables: Tables,
): Promise<Answered> {
  const { decisionNumber, authority, on, reference } = body;
  const listed = await loadUnknownRepair(tables, channel, body);
  const toldBy = isPlatform(officer) ? ('PLATFORM' as const) : ('OFFICER' as const);
  const repair = listed ?? { decisionNumber, authority, on, reference, receivedAt: now, toldBy };
  const { receivedAt } = repair;
  const kept = { outcome: 'KEPT', code: 'DECISION_UNKNOWN', receivedAt } as const;
  return ok({
    answer: { ...kept, decisionNumber, on, reference },
    writes: listed ? [] : [unknownRepairWrite(channel, repair)],
  });
}

/** A person has settled it otherwise, and says how. */
async function close(
  { path: { channel }, body, officer, now }: Asked,
  reason: string,
  tables: Tables,
): Promise<Answered> {
  if (!maySettle(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  const listed = await loadUnknownRepair(tables, channel, body);
  if (!listed) return err({ status: 404, code: 'NOT_FOUND' });
  const { decisionNumber, on, reference } = listed;
  return ok({
    answer: { outcome: 'CLOSED', decisionNumber, on, reference },
    writes: closedRepairWrites(channel, listed, { reason, by: officer.subject, at: now }),
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
