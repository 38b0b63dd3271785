/** POST /api/desk/channels/{channel}/resends: a penalty goes to the platform once more, with what its row lacked. */
import type { Refusal } from '../../shared/api/problem.ts';
import { ChannelPath, isOwnOrAll, mayResend, ResendRequest } from '../../shared/channels/calls.ts';
import { again } from '../../shared/channels/entry.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { entryWrites, loadEntry } from '../aws/channel-store.ts';
import { http, type Request } from '../aws/http.ts';
import { channelWrite } from '../aws/outbox-store.ts';
import { officerOf } from '../aws/staff.ts';
import { loadPenaltyAlone } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function resendToChannel(
  { path: { channel }, body, officer, now }: Request<ResendRequest, ChannelPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const entry = await loadEntry(tables, channel, body.penaltyId);
  if (!entry || !isOwnOrAll(officer, entry.department))
    return err({ status: 404, code: 'NOT_FOUND' });
  if (!mayResend(officer, entry.department))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  if (entry.state === 'waiting') return ok({ answer: entry });
  const penalty = await loadPenaltyAlone(tables, entry.penaltyId);
  if (!penalty) return err({ status: 404, code: 'NOT_FOUND' });
  const after = again(entry, body.supplement, now);
  const occasion = { at: now, correlationId: penalty.correlationId };
  return ok({
    correlationId: penalty.correlationId,
    answer: after,
    writes: [
      ...entryWrites(channel, after),
      channelWrite(penalty, channel, `${penalty.version}-${after.revision}`, occasion),
    ],
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/channels/{channel}/resends',
    path: ChannelPath,
    body: ResendRequest,
    staff: officerOf,
  },
  resendToChannel,
  () => ({ tables: new DynamoTables() }),
);
