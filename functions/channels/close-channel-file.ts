/** POST /api/desk/channels/{channel}/files: closes the file that is being filled, so that it can be fetched before its day is over. */
import type { Refusal } from '../../shared/api/problem.ts';
import { ChannelPath, ClosingRequest, mayExchange } from '../../shared/channels/calls.ts';
import { isClosed } from '../../shared/channels/file.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { fileWrite, newestFile } from '../aws/channel-store.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function closeChannelFile(
  { path: { channel }, officer, now }: Request<object, ChannelPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!mayExchange(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  const file = await newestFile(tables, channel);
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  if (isClosed(file, now)) return ok({ answer: { ...file, isClosed: true } });
  const closed = { ...file, closedAt: now, revision: file.revision + 1 };
  return ok({
    answer: { ...closed, isClosed: true },
    writes: [fileWrite(channel, closed)],
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/channels/{channel}/files',
    path: ChannelPath,
    body: ClosingRequest,
    staff: officerOf,
  },
  closeChannelFile,
  () => ({ tables: new DynamoTables() }),
);
